import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { LeadTime } from '../lead-time.ts'

/** Steps of one kind of contract, as they are from a day on. */
export interface SavedLeadTime extends Pick<LeadTime, 'kind' | 'name' | 'steps'> {
  readonly partnershipId: Id
  readonly from: IsoDate
  readonly at: Date
}

/** Puts a partnership's own steps in place for a kind, from a day on; what held before that day is kept. */
export async function saveLeadTime(db: Db, actor: Actor, saved: SavedLeadTime): Promise<void> {
  const id = await writeLeadTime(db, saved)
  const { kind, name, steps, from, at } = saved
  await record(db, actor, at, {
    event: 'procurement.lead-time-saved',
    subject: { kind: 'lead-time', id },
    payload: { kind, name, steps, from },
  })
}

/** Writes them without an entry of their own, for whoever writes one for several. */
export async function writeLeadTime(db: Db, saved: Omit<SavedLeadTime, 'at'>): Promise<Id> {
  await closeFrom(db, saved)
  const { partnershipId, kind, name, steps, from } = saved
  const id = newId()
  await procurement(db)
    .insertInto('lead_time')
    .values({ partnership_id: partnershipId, id, kind, name, valid: `[${from},)` })
    .execute()
  if (steps.length > 0)
    await procurement(db)
      .insertInto('lead_time_step')
      .values(steps.map((step, at) => ({ partnership_id: partnershipId, lead_time_id: id, position: at + 1, ...step })))
      .execute()
  return id
}

/** From a day on, the standard steps count again for a kind. */
export async function dropLeadTime(
  db: Db,
  actor: Actor,
  dropped: Pick<SavedLeadTime, 'partnershipId' | 'kind' | 'from' | 'at'>,
): Promise<void> {
  await closeFrom(db, dropped)
  await record(db, actor, dropped.at, {
    event: 'procurement.lead-time-dropped',
    subject: { kind: 'partnership', id: dropped.partnershipId },
    payload: { kind: dropped.kind, from: dropped.from },
  })
}

/** Ends what holds on a day, and takes away what would have begun on it or after. */
async function closeFrom(
  db: Db,
  { partnershipId, kind, from }: Pick<SavedLeadTime, 'partnershipId' | 'kind' | 'from'>,
): Promise<void> {
  const later = procurement(db)
    .selectFrom('lead_time as l')
    .select('l.id')
    .where('l.partnership_id', '=', partnershipId)
    .where('l.kind', '=', kind)
    .where(sql<boolean>`lower(l.valid) >= ${from}::date`)
  await procurement(db)
    .deleteFrom('lead_time_step')
    .where('partnership_id', '=', partnershipId)
    .where('lead_time_id', 'in', later)
    .execute()
  await procurement(db)
    .deleteFrom('lead_time')
    .where('partnership_id', '=', partnershipId)
    .where('kind', '=', kind)
    .where(sql<boolean>`lower(valid) >= ${from}::date`)
    .execute()
  await procurement(db)
    .updateTable('lead_time')
    .set({ valid: sql`daterange(lower(valid), ${from}::date)` })
    .where('partnership_id', '=', partnershipId)
    .where('kind', '=', kind)
    .where(sql<boolean>`valid @> ${from}::date`)
    .execute()
}
