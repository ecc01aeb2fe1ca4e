import type { Partnership } from '../../core/auth/index.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Db } from '../../core/db/index.ts'
import type { MercatContext } from '../../core/http/index.ts'
import { type Id, isId } from '../../core/values/index.ts'
import { organisationForRegistration, organisationNames, regulators } from '../../providers/index.ts'
import { first, type Typed } from './forms/typed.ts'
import { type FoundProvider, providersNamed } from './queries/providers.ts'

/** The organisation of a provider that was found: of one that only a register names so far, it is added first. */
export async function organisationOf(c: MercatContext, value: string): Promise<Id | undefined> {
  const [kind, ...rest] = value.split(':')
  if (kind === 'known') return rest[0] !== undefined && isId(rest[0]) ? rest[0] : undefined
  const regulator = regulators.find((one) => one === rest[0])
  const providerNumber = rest[1]
  if (kind !== 'register' || !regulator || !providerNumber) return undefined
  // Organisations are shared by all partnerships: only the product itself adds one.
  const found = await asActor(c.var.database, systemActor(), (db) =>
    organisationForRegistration(db, c.var.clock.now(), { regulator, providerNumber }),
  )
  return found?.id
}

/** What a form's finder shows: what the letters find, and what was chosen before. */
export async function foundFor(
  db: Db,
  partnership: Partnership,
  typed: Typed,
): Promise<readonly FoundProvider[] | undefined> {
  const chosen = first(typed, 'organisation')
  const letters = first(typed, 'find')
  const found = letters === '' ? [] : await providersNamed(db, partnership, letters)
  const id = chosen.slice('known:'.length)
  if (chosen.startsWith('known:') && isId(id) && !found.some(({ value }) => value === chosen)) {
    const name = (await organisationNames(db, [id])).get(id)
    if (name) return [{ value: chosen, name, note: 'Chosen before' }, ...found]
  }
  return letters === '' && found.length === 0 ? undefined : found
}
