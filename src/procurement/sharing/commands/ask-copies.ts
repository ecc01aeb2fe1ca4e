import type { Db } from '../../../core/db/index.ts'
import { enqueue } from '../../../core/jobs/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { copySharedJob } from '../jobs.ts'

/** Has all that others share with a partnership copied once more, where what it leaves out may have changed. */
export async function askCopies(db: Db, partnerId: Id): Promise<void> {
  const copies = await procurement(db)
    .selectFrom('contract as c')
    .select(['c.shared_from_partnership as leadId', 'c.shared_from_contract as contractId'])
    .where('c.partnership_id', '=', partnerId)
    .where('c.shared_from_partnership', 'is not', null)
    .execute()
  for (const { leadId, contractId } of copies) {
    if (leadId && contractId) await enqueue(db, copySharedJob, { partnershipId: leadId, contractId, partnerId })
  }
}
