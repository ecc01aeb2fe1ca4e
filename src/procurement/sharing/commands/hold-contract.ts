import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** Whoever changes the contract, or what is shared of it, waits until this transaction is over. */
export async function holdContract(db: Db, partnershipId: Id, contractId: Id): Promise<void> {
  await procurement(db)
    .selectFrom('contract as c')
    .select('c.id')
    .where('c.partnership_id', '=', partnershipId)
    .where('c.id', '=', contractId)
    .forUpdate()
    .execute()
}
