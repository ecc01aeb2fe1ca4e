import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** A contract under the numbers that files may call it by. */
export interface ReferredContract {
  readonly id: Id
  readonly reference: string
  readonly ownReference: string | null
  /** It is a copy of a contract that another partnership leads. */
  readonly shared: boolean
}

/** The contracts of a partnership by reference, the partnership's own and the product's, in small letters. */
export async function contractsByReference(db: Db, partnershipId: Id): Promise<Map<string, ReferredContract>> {
  const rows = await procurement(db)
    .selectFrom('contract as c')
    .select(['c.id', 'c.reference', 'c.own_reference as ownReference', 'c.shared_from_contract as sharedFrom'])
    .where('c.partnership_id', '=', partnershipId)
    .where('c.stage', '=', 'awarded')
    .execute()
  const contracts = rows.map(({ sharedFrom, ...row }): ReferredContract => ({ ...row, shared: sharedFrom !== null }))
  return new Map([
    ...contracts.map((contract) => [contract.reference.toLowerCase(), contract] as const),
    ...contracts.flatMap((contract) =>
      contract.ownReference === null ? [] : [[contract.ownReference.toLowerCase(), contract] as const],
    ),
  ])
}
