import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'

/** Packages that a first page names. */
const most = 5

/** What a care manager asked for and nobody could take, the longest waiting first; and how many there are. One query. */
export async function requestedUnmet(
  db: Db,
  partnershipId: Id,
  requestedBy: Id,
): Promise<{ readonly references: readonly string[]; readonly count: number }> {
  const { rows } = await sql<{ reference: string; count: number }>`select reference, count(*) over ()::integer as count
    from care_package where partnership_id = ${partnershipId} and state = 'unmet' and requested_by = ${requestedBy}
    order by ready_at, id limit ${most}`.execute(brokerage(db))
  return { references: rows.map(({ reference }) => reference), count: rows[0]?.count ?? 0 }
}
