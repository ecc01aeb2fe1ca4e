import { tables } from '../core/db/index.ts'
import type { Id, MoneyUnit } from '../core/values/index.ts'
import type { FigureStatus } from '../evidence/index.ts'
import type { BudgetBasis, BudgetKind } from './budget-line.ts'

/** The table of `budgets`; amounts are in pence. */
export interface BudgetsTables {
  budget_line: {
    partnership_id: Id
    id: Id
    kind: BudgetKind
    subject: string
    care_group_key: string | null
    service_type_key: string | null
    year: string | null
    basis: BudgetBasis
    in_house: number | null
    purchased: number | null
    total: number | null
    printed_unit: MoneyUnit
    source_key: string
    locus: string | null
    status: FigureStatus
    note: string | null
    /** The import that last wrote the line, and where in its file the line stands. */
    import_id: Id
    file: string
    line: number
  }
}

/** The view of the database for `budgets`. */
export const budgets = tables<BudgetsTables>()
