import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Packages with something due by an instant: an answer, a reminder, or a matter to be taken further; the longest due first, at most so many. */
export async function duePackages(db: Db, partnershipId: Id, at: Date, most: number): Promise<Id[]> {
  const by = at.toISOString()
  const { rows } = await sql<{ id: Id }>`select package_id as id from (
      select package_id, due_at as due from offer
        where partnership_id = ${partnershipId} and state = 'open' and due_at <= ${by}::timestamptz
      union all select package_id, remind_at from offer
        where partnership_id = ${partnershipId} and remind_at is not null and remind_at <= ${by}::timestamptz
      union all select package_id, escalate_at from offer
        where partnership_id = ${partnershipId} and escalate_at is not null and escalate_at <= ${by}::timestamptz
      union all select package_id, escalate_at from price_approval
        where partnership_id = ${partnershipId} and escalate_at is not null and escalate_at <= ${by}::timestamptz
    ) d group by package_id order by min(due), package_id limit ${most}`.execute(brokerage(db))
  return rows.map(({ id }) => id)
}
