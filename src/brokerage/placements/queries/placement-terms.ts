import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { type PlacementTerms, usualTerms } from '../placement-terms.ts'

/** Notice, and how long capacity is kept at rest, as they hold on a day: the contract's, else the partnership's, else the usual ones. */
export async function placementTerms(
  db: Db,
  partnershipId: Id,
  contractId: Id | null,
  on: IsoDate,
): Promise<PlacementTerms> {
  const rows = await brokerage(db)
    .selectFrom('placement_term')
    .select(['contract_id', 'notice_days', 'keep_days'])
    .where('partnership_id', '=', partnershipId)
    .where((where) => where.or([where('contract_id', 'is', null), where('contract_id', '=', contractId)]))
    .where(sql<boolean>`held @> ${on}::date`)
    .execute()
  const found = rows.find(({ contract_id }) => contract_id !== null) ?? rows[0]
  return found ? { noticeDays: found.notice_days, keepDays: found.keep_days } : usualTerms
}
