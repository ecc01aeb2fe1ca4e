import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { organisationsNamed, type Regulator, registeredProviders, registrationsOf } from '../../../providers/index.ts'

/** A provider found by its name: an organisation known here, or one that only a register names yet. */
export interface FoundProvider {
  /** What a form sends for it: `known:<id>` or `register:<regulator>:<number>`. */
  readonly value: string
  readonly name: string
  /** What to tell it from its like by: "Care Inspectorate SP2003001234, 3 services". */
  readonly note: string
}

/** As many as a form shows. */
const most = 20

/** Providers whose names hold some letters: those that the registers name first, then others that are known here. */
export async function providersNamed(db: Db, partnership: Partnership, letters: string): Promise<FoundProvider[]> {
  if (letters.length < 2) return []
  const listed = await registeredProviders(db, { area: partnership.areaCode, name: letters, limit: most })
  const known = (await organisationsNamed(db, letters)).slice(0, most)
  const registrations = await registrationsOf(
    db,
    known.map(({ id }) => id),
  )
  const numberOf = (id: Id) => registrations.filter(({ organisationId }) => organisationId === id)
  const taken = new Set(registrations.map(({ regulator, providerNumber }) => `${regulator}:${providerNumber}`))
  return [
    ...known.map(({ id, name }) => ({
      value: `known:${id}`,
      name,
      note:
        numberOf(id)
          .map(({ regulator, providerNumber }) => `${regulatorText(regulator)} ${providerNumber}`)
          .join(', ') || 'No registration is told of it',
    })),
    ...listed
      .filter(({ regulator, providerNumber }) => !taken.has(`${regulator}:${providerNumber}`))
      .map(({ regulator, providerNumber, name, services }) => ({
        value: `register:${regulator}:${providerNumber}`,
        name,
        note: `${regulatorText(regulator)} ${providerNumber}, ${services === 1 ? 'one service' : `${services} services`}`,
      })),
  ].slice(0, most)
}

const regulatorText = (regulator: Regulator): string =>
  regulator === 'care-inspectorate' ? 'Care Inspectorate' : 'Care Quality Commission'
