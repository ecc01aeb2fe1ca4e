import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { enqueue } from '../../../core/jobs/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { copySharedJob } from '../jobs.ts'

/** Has the copy of every partner that shares one of the contracts brought up to date after the commit; nothing where nobody does. */
export async function tellShares(db: Db, partnershipId: Id, contractIds: readonly Id[]): Promise<void> {
  if (contractIds.length === 0) return
  const shares = await procurement(db)
    .selectFrom('contract_share as s')
    .select(['s.partner_id', 's.contract_id'])
    .where('s.partnership_id', '=', partnershipId)
    .where(sql<boolean>`s.contract_id = any(${contractIds}::uuid[])`)
    .execute()
  for (const { partner_id, contract_id } of shares) {
    await enqueue(db, copySharedJob, { partnershipId, contractId: contract_id, partnerId: partner_id })
  }
}
