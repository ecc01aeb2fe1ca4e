import { forward, type Migrations } from '../../core/db/index.ts'
import { approverRole } from './approver-role.ts'
import { capOfLot } from './cap-of-lot.ts'
import { contractDraftTable } from './contract-draft.ts'
import { contractPartIndexes } from './contract-parts.ts'
import { contractTables } from './contracts.ts'
import { erasedPersonDigest } from './erased-person.ts'
import { onlyTheProductImports } from './imports.ts'
import { lookupIndexes } from './lookup.ts'
import { lotTables } from './lots.ts'
import { planningTables } from './planning.ts'
import { nationalTables, rateTables } from './rates.ts'
import { shareWithdrawn } from './share-withdrawn.ts'
import { lotAreaRights, partnersThatGo } from './sharing-rights.ts'
import { upliftDocument } from './uplift-document.ts'

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
  '2026-11-22T1801-partners-that-go': forward(partnersThatGo),
  '2026-11-22T1805-approver-role': forward(approverRole),
  '2026-11-22T1805-cap-of-lot': forward(capOfLot),
  '2026-11-22T1810-contract-parts': forward(contractPartIndexes),
  '2026-11-22T2010-share-withdrawn': forward(shareWithdrawn),
  '2026-11-22T2020-uplift-document': forward(upliftDocument),
  '2026-11-23T1010-erased-person': forward(erasedPersonDigest),
}
