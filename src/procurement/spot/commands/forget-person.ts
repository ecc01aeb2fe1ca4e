import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { erasedPerson } from '../purchase.ts'

/** Takes out of purchases whom they are for and why in words; what was bought, from whom and for how much stays. */
export async function forgetInPurchases(db: Db, partnershipId: Id, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await procurement(db)
    .updateTable('spot_purchase')
    .set((column) => ({ person_reference: erasedPerson, reason: erasedPerson, version: column('version', '+', 1) }))
    .where('partnership_id', '=', partnershipId)
    .where('id', 'in', [...ids])
    .execute()
}
