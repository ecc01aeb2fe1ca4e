import { forward, type Migrations } from '../../core/db/index.ts'
import { contractDraftTable } from './contract-draft.ts'
import { contractTables } from './contracts.ts'
import { onlyTheProductImports } from './imports.ts'
import { lookupIndexes } from './lookup.ts'
import { lotAreaRights } from './lot-area-rights.ts'
import { lotTables } from './lots.ts'
import { planningTables } from './planning.ts'
import { nationalTables, rateTables } from './rates.ts'

/** Contracts, lots, standings, rates, and what dates are worked back by. */
export const procurementMigrations: Migrations = {
  '2026-11-22T1640-contract': forward(async (db) => {
    await nationalTables(db)
    await contractTables(db)
    await lotTables(db)
    await rateTables(db)
    await planningTables(db)
  }),
  '2026-11-22T1710-contract-draft': forward((db) => contractDraftTable(db)),
  '2026-11-22T1720-only-the-product-imports': forward(onlyTheProductImports),
  '2026-11-22T1720-lookup': forward(lookupIndexes),
  '2026-11-22T1800-lot-area-rights': forward(lotAreaRights),
}
