import { forward, type Migrations } from '../../core/db/index.ts'
import { offerTables } from './offers.ts'
import { packageTables } from './packages.ts'
import { placementTables } from './placements.ts'
import { ruleTables } from './rules.ts'
import { unmetTables } from './unmet.ts'

/** People who need care and what they need, rules, offers, placements, and what could not be placed. */
export const brokerageMigrations: Migrations = {
  '2026-11-22T2030-brokerage': forward(async (db) => {
    await packageTables(db)
    await ruleTables(db)
    await offerTables(db)
    await placementTables(db)
    await unmetTables(db)
  }),
}
