import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { SpotPurchase } from '../purchase.ts'
import { purchaseFrom } from './purchases.ts'

/** Purchases for one person, by the references by which their record is known; the oldest first. */
export async function purchasesFor(
  db: Db,
  partnershipId: Id,
  references: readonly string[],
): Promise<readonly SpotPurchase[]> {
  if (references.length === 0) return []
  const rows = await procurement(db)
    .selectFrom('spot_purchase as s')
    .selectAll()
    .where('s.partnership_id', '=', partnershipId)
    .where(({ fn, ref }) => fn('lower', [ref('s.person_reference')]), 'in', [
      ...new Set(references.map((reference) => reference.toLowerCase())),
    ])
    .orderBy('s.from_day')
    .orderBy('s.reference')
    .execute()
  return rows.map(purchaseFrom)
}
