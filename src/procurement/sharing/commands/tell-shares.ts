import type { Db } from '../../../core/db/index.ts'
import { enqueue } from '../../../core/jobs/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { copySharedJob } from '../jobs.ts'

/** Has the copy of every partner that shares a contract brought up to date after the commit; nothing where nobody does. */
export async function tellShares(db: Db, partnershipId: Id, contractId: Id): Promise<void> {
  const shares = await procurement(db)
    .selectFrom('contract_share as s')
    .select('s.partner_id')
    .where('s.partnership_id', '=', partnershipId)
    .where('s.contract_id', '=', contractId)
    .execute()
  for (const { partner_id } of shares) {
    await enqueue(db, copySharedJob, { partnershipId, contractId, partnerId: partner_id })
  }
}
