import { tables } from '../../core/db/index.ts'
import type { ContractTables } from './contracts.ts'
import type { DraftTables } from './drafts.ts'
import type { LotTables } from './lots.ts'
import type { PlanningTables } from './planning.ts'
import type { RateTables } from './rates.ts'

/** The tables of `procurement`. */
export interface ProcurementTables extends ContractTables, DraftTables, LotTables, RateTables, PlanningTables {}

/** The view of the database for `procurement`. */
export const procurement = tables<ProcurementTables>()
