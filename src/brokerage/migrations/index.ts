import { forward, type Migrations } from '../../core/db/index.ts'
import { deskMigrations } from '../desk/migrations.ts'
import { drillMigrations } from '../drills/migrations.ts'
import { keyMigrations } from '../keys/migrations.ts'
import { placementMigrations } from '../placements/migrations.ts'
import { providerMigrations } from '../provider/migrations.ts'
import { recordMigrations } from '../record/migrations.ts'
import { requestMigrations } from '../requests/migrations.ts'
import { solvingMigrations } from '../solving/migrations.ts'
import { unmetMigrations } from '../unmet/migrations.ts'
import { weekMigrations } from '../week/migrations.ts'
import { dealings } from './dealings.ts'
import { offerClocks } from './offer-clocks.ts'
import { offerTables } from './offers.ts'
import { packageTables } from './packages.ts'
import { placementTables } from './placements.ts'
import { ruleReading } from './rule-reading.ts'
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
  '2026-11-22T2122-offer-clocks': forward(offerClocks),
  '2026-11-22T2140-rule-reading': forward(ruleReading),
  ...deskMigrations,
  ...keyMigrations,
  ...providerMigrations,
  ...placementMigrations,
  ...recordMigrations,
  ...requestMigrations,
  ...solvingMigrations,
  ...drillMigrations,
  ...unmetMigrations,
  ...weekMigrations,
  '2026-11-23T0810-dealings': forward(dealings),
}
