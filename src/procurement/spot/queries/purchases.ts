import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { PlanningTables } from '../../schema/planning.ts'
import type { SpotPurchase } from '../purchase.ts'

/** A purchase from its row. */
export const purchaseFrom = (row: PlanningTables['spot_purchase']): SpotPurchase => ({
  id: row.id,
  reference: row.reference,
  version: row.version,
  organisationId: row.organisation_id,
  serviceType: row.service_type_key,
  area: row.area_code,
  person: row.person_reference,
  careGroup: row.care_group_key,
  from: row.from_day,
  until: row.until_day,
  weeklyMinutes: row.weekly_minutes,
  weeklyPence: row.weekly_pence,
  outOfArea: row.out_of_area,
  insteadOf: row.instead_of_contract,
  reason: row.reason,
  movesTo: row.moves_to_contract,
  reviewedOn: row.reviewed_on,
  movedOn: row.moved_on,
})

/** Every purchase of a partnership, oldest first: for files. */
export async function allPurchases(db: Db, partnershipId: Id): Promise<SpotPurchase[]> {
  const rows = await procurement(db)
    .selectFrom('spot_purchase as s')
    .selectAll()
    .where('s.partnership_id', '=', partnershipId)
    .orderBy('s.from_day')
    .orderBy('s.reference')
    .execute()
  return rows.map(purchaseFrom)
}
