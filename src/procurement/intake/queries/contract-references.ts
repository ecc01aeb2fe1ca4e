import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Contract } from '../../contract.ts'
import { contractsAt } from '../../queries/contract.ts'
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
    .select(['c.id', 'c.reference', 'c.own_reference as ownReference', 'c.shared_from_partnership as sharedFrom'])
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

/** Rows of a file about one contract, and that contract whole; undefined when the register has none that is called so. */
export interface RowsOfOne<Row> {
  readonly contract: Contract | undefined
  readonly rows: readonly Row[]
}

/** The rows of a file by the contract that each names, whichever of its numbers it uses. */
export async function rowsByContract<Row extends { readonly contract: string }>(
  db: Db,
  partnershipId: Id,
  rows: readonly Row[],
  on: IsoDate,
): Promise<RowsOfOne<Row>[]> {
  const references = await contractsByReference(db, partnershipId)
  const idOf = (row: Row) => references.get(row.contract.toLowerCase())?.id
  const ids = new Set(rows.flatMap((row) => idOf(row) ?? []))
  const contracts = new Map((await contractsAt(db, partnershipId, [...ids], { on })).map((one) => [one.id, one]))
  const groups = Map.groupBy(rows, (row) => idOf(row) ?? row.contract.toLowerCase())
  return [...groups].map(([id, ofOne]) => ({ contract: contracts.get(id), rows: ofOne }))
}
