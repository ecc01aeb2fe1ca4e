export {
  type BudgetBasis,
  type BudgetKind,
  type BudgetLine,
  budgetBases,
  type StoredBudgetLine,
} from './budget-line.ts'
export type { BudgetTable, TableLine } from './budget-table.ts'
export { yearInAddress } from './financial-year.ts'
export { importBudgets } from './import-budgets.ts'
export { budgetsMigrations } from './migrations/index.ts'
export { budgetFigure, budgetFiguresFrom, budgetRows, budgetTables, type SourcedBudgetTable } from './queries/tables.ts'
export { budgetColumns } from './read-budget-line.ts'
export type { Totals } from './totals.ts'
