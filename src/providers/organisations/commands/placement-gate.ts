import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import { type Db, sqlState } from '../../../core/db/index.ts'
import { conflict, notFound } from '../../../core/errors/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { suspensionsOf } from '../queries/suspensions.ts'
import { organisations } from '../schema.ts'
import { decideSuspension, type SuspensionDecision } from '../suspension.ts'
import { holdProvider } from './hold-placing.ts'

/** Keeps that something was placed with an organisation at an instant, for what is placed to point at; a conflict while it is suspended. */
export async function awardGate(db: Db, partnershipId: Id, organisationId: Id, at: Date): Promise<Id> {
  const gate = (await awardGates(db, partnershipId, [organisationId], at)).get(organisationId)
  if (gate === undefined) throw new Error('Nothing was kept of a placing.')
  return gate
}

/** The same for many organisations in one statement: what is placed with one at that instant points at its one gate. */
export async function awardGates(
  db: Db,
  partnershipId: Id,
  organisationIds: readonly Id[],
  at: Date,
): Promise<ReadonlyMap<Id, Id>> {
  const gates = new Map([...new Set(organisationIds)].map((organisationId) => [organisationId, newId()]))
  if (gates.size === 0) return gates
  const during = `[${at.toISOString()},${at.toISOString()}]`
  const rows = [...gates].map(([organisation_id, id]) => ({ id, organisation_id }))
  await organisations(db)
    .insertInto('placement_gate')
    .values(rows.map((row) => ({ partnership_id: partnershipId, kind: 'award' as const, during, reason: '', ...row })))
    .execute()
    .catch(isSuspended)
  return gates
}

function isSuspended(error: unknown): never {
  if (sqlState(error) !== '23P01') throw error
  throw conflict('Placing with this organisation is suspended: nothing new may be placed with it.')
}

/** A suspension as it is asked for. */
export interface SuspensionAsked {
  readonly partnershipId: Id
  readonly organisationId: Id
  readonly from: IsoDate
  /** The first day on which placing begins again; null until it is lifted. */
  readonly until: IsoDate | null
  readonly reason: string
  readonly at: Date
}

/** Suspends placing with an organisation, or says what stands in the way. */
export async function suspendProvider(
  db: Db,
  actor: Actor,
  { partnershipId, organisationId, from, until, reason, at }: SuspensionAsked,
): Promise<
  { outcome: 'suspended'; id: Id } | ({ outcome: 'refused' } & Extract<SuspensionDecision, { allowed: false }>)
> {
  await holdProvider(db, { partnershipId, organisationId })
  const standing = await suspensionsOf(db, partnershipId, organisationId)
  const decision = decideSuspension({ from, until, reason, at, standing })
  if (!decision.allowed) return { outcome: 'refused', ...decision }
  const id = newId()
  const during = `[${decision.from.toISOString()},${decision.until?.toISOString() ?? ''})`
  await organisations(db)
    .insertInto('placement_gate')
    .values({
      partnership_id: partnershipId,
      id,
      organisation_id: organisationId,
      kind: 'suspension',
      during,
      reason: reason.trim(),
    })
    .execute()
    .catch((error: unknown) => {
      if (sqlState(error) !== '23P01') throw error
      throw conflict('Something has just been placed with this provider.', 'Look again, then suspend it.')
    })
  await record(db, actor, at, {
    event: 'providers.placing-suspended',
    subject: { kind: 'organisation', id: organisationId },
    rule: { name: 'suspension', version: '1' },
    payload: { suspension: id, from, until, reason: reason.trim() },
  })
  return { outcome: 'suspended', id }
}

/** Ends a suspension now, or takes it back when it has not begun. */
export async function liftSuspension(
  db: Db,
  actor: Actor,
  {
    partnershipId,
    id,
    reason,
    at,
  }: { readonly partnershipId: Id; readonly id: Id; readonly reason: string; readonly at: Date },
): Promise<{ outcome: 'lifted' } | { outcome: 'refused'; because: 'over' | 'no-reason'; sentence: string }> {
  if (reason.trim() === '') return { outcome: 'refused', because: 'no-reason', sentence: 'Say why it is lifted.' }
  const view = organisations(db)
  const instant = at.toISOString()
  const found = await view
    .selectFrom('placement_gate as g')
    .select(['g.organisation_id as organisationId'])
    .select(sql<boolean>`lower(g.during) < ${instant}::timestamptz`.as('begun'))
    .select(sql<boolean>`coalesce(upper(g.during) <= ${instant}::timestamptz, false)`.as('over'))
    .where('g.partnership_id', '=', partnershipId)
    .where('g.id', '=', id)
    .where('g.kind', '=', 'suspension')
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound('This suspension', 'It may have been taken back already.')
  if (found.over) return { outcome: 'refused', because: 'over', sentence: 'This suspension is over already.' }
  const { organisationId, begun } = found
  if (begun) {
    await view
      .updateTable('placement_gate')
      .set({ during: sql`tstzrange(lower(during), ${instant}::timestamptz)` })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', id)
      .execute()
  } else {
    await view.deleteFrom('placement_gate').where('partnership_id', '=', partnershipId).where('id', '=', id).execute()
  }
  await record(db, actor, at, {
    event: 'providers.suspension-lifted',
    subject: { kind: 'organisation', id: organisationId },
    payload: { suspension: id, reason: reason.trim() },
  })
  return { outcome: 'lifted' }
}
