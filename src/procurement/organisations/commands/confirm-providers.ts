import { sql } from 'kysely'
import { type Actor, type Partnership, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database, type Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { registeredByName, regulatorOf, tellRegistration } from '../../../providers/index.ts'
import { applyEffects } from '../../changes/commands/apply-effects.ts'
import { beginChange } from '../../changes/commands/write/begin-change.ts'
import { finishChanges, type WrittenChange } from '../../changes/commands/write/finish-change.ts'
import { decideConfirmation } from '../../changes/decide-confirmation.ts'
import { changeContext } from '../../changes/queries/change-context.ts'
import { nameVariants } from '../../intake/name-variants.ts'
import { contractsAt } from '../../queries/contract.ts'
import { procurement } from '../../schema/index.ts'
import { type UnconfirmedPlace, unconfirmedPlaces } from '../queries/unconfirmed.ts'

interface Confirming {
  readonly partnership: Pick<Partnership, 'id' | 'nation'>
  readonly at: Date
}

/**
 * Confirms the providers of a partnership's contracts whom no register named when a file told of them, and one names
 * now. Says how many contracts that changed; done again, it changes nothing.
 */
export async function confirmProviders(database: Database, { partnership, at }: Confirming): Promise<number> {
  const actor = systemActor(partnership.id)
  const places = await asActor(database, actor, async (db) => {
    const found = await unconfirmedPlaces(db, partnership.id, londonDate(at))
    await registerByName(db, actor, found, { partnership, at })
    return found
  })
  if (places.length === 0) return 0
  return asActor(database, actor, (db) => confirmPlaces(db, actor, places, { partnership, at }))
}

/** Ties those to their number whom the register calls by exactly that name, where one alone is called so. */
async function registerByName(
  db: Db,
  actor: Actor,
  places: readonly UnconfirmedPlace[],
  { partnership, at }: Confirming,
): Promise<void> {
  const regulator = regulatorOf(partnership.nation)
  const names = new Map(places.map(({ organisationId, name }) => [organisationId, nameVariants(name)]))
  if (names.size === 0) return
  const registered = await registeredByName(db, { regulator, names: [...names.values()].flat() })
  for (const [organisationId, variants] of names) {
    const numbers = new Set(
      variants.flatMap((each) => (registered.get(each) ?? []).map(({ providerNumber }) => providerNumber)),
    )
    const [providerNumber, ...others] = numbers
    // Whose number it is already has the name as well: a person tells them apart.
    if (providerNumber !== undefined && others.length === 0)
      await tellRegistration(db, actor, { organisationId, regulator, providerNumber, at })
  }
}

async function confirmPlaces(
  db: Db,
  actor: Actor,
  places: readonly UnconfirmedPlace[],
  { partnership, at }: Confirming,
): Promise<number> {
  const on = londonDate(at)
  const ids = [...new Set(places.map(({ contractId }) => contractId))]
  // Whoever changes one of them goes first or waits.
  await sql`select c.id from contract c where c.partnership_id = ${partnership.id} and c.id = any(${ids}::uuid[])
    order by c.id for update`.execute(procurement(db))
  const context = await changeContext(db, { partnership, through: 'import', places, on, at })
  const written: WrittenChange[] = []
  for (const contract of await contractsAt(db, partnership.id, ids, { on })) {
    const effects = decideConfirmation(contract, context, on)
    const confirmed = new Set<Id>(effects.flatMap((one) => (one.write === 'standing' ? [one.organisationId] : [])))
    if (confirmed.size === 0) continue
    const begun = await beginChange(db, actor, {
      partnershipId: partnership.id,
      contractId: contract.id,
      kind: 'import',
      baseVersion: contract.version,
      effectiveOn: on,
      reason: reasonFor([...confirmed].map((id) => places.find((one) => one.organisationId === id)?.name ?? '')),
      asked: { kind: 'import', confirmed: [...confirmed] },
      documentId: null,
      worthPence: 0,
      authority: null,
      at,
    })
    if (!begun.begun) continue
    await applyEffects(db, begun.writing, { effects, lots: contract.lots, places: context.places })
    const payload = { confirmed: [...confirmed], version: begun.version }
    written.push({ writing: begun.writing, rule: { name: 'confirm-providers', version: '1' }, payload })
  }
  await finishChanges(db, actor, written)
  return written.length
}

const reasonFor = (names: readonly string[]): string =>
  `The register of services names ${new Intl.ListFormat('en-GB').format(names)} now.`
