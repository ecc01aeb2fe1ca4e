import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Contract } from '../../contract.ts'
import { procurement } from '../../schema/index.ts'

/**
 * Takes away the one lot that a register of contracts made of its suppliers, when a file of lots says how it really is
 * parted. Only while nothing but files ever changed the contract: what somebody decided stays in its history.
 */
export async function dropImportedLot(db: Db, partnershipId: Id, contract: Contract): Promise<boolean> {
  const lot = contract.lots.find(({ number }) => number === '')
  if (!lot || lot.rateLines.length > 0 || lot.capped) return false
  const decided = await procurement(db)
    .selectFrom('contract_change as c')
    .select('c.id')
    .where('c.partnership_id', '=', partnershipId)
    .where('c.contract_id', '=', contract.id)
    .where('c.kind', '<>', 'import')
    .limit(1)
    .executeTakeFirst()
  if (decided) return false
  for (const table of ['standing', 'lot_area', 'open_lot', 'lot_provider'] as const) {
    await procurement(db)
      .deleteFrom(table)
      .where('partnership_id', '=', partnershipId)
      .where('lot_id', '=', lot.id)
      .execute()
  }
  await procurement(db).deleteFrom('lot').where('partnership_id', '=', partnershipId).where('id', '=', lot.id).execute()
  return true
}
