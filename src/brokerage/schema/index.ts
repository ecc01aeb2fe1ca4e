import { tables } from '../../core/db/index.ts'
import type { RecordTables } from '../record/schema.ts'
import type { OfferTables } from './offers.ts'
import type { PackageTables } from './packages.ts'
import type { PlacementTables } from './placements.ts'
import type { RuleTables } from './rules.ts'
import type { UnmetTables } from './unmet.ts'

/** The tables of `brokerage`. */
export interface BrokerageTables
  extends PackageTables,
    RuleTables,
    OfferTables,
    PlacementTables,
    UnmetTables,
    RecordTables {}

/** The view of the database for `brokerage`. */
export const brokerage = tables<BrokerageTables>()
