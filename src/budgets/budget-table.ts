import type { Pence } from '../core/values/index.ts'
import { type BudgetBasis, type BudgetKind, type BudgetLine, budgetBases } from './budget-line.ts'
import { shareOf, type Totals, totalsOf } from './totals.ts'

/** A line beside what share of it is bought, and what share of the table it is; both in per cent. */
export type TableLine<Line extends BudgetLine> = Line & {
  readonly purchasedShare: number | null
  readonly shareOfTotal: number | null
}

/** Lines of one source, year, basis and kind, which may be added up. */
export interface BudgetTable<Line extends BudgetLine = BudgetLine> {
  readonly kind: BudgetKind
  readonly year: string | null
  readonly basis: BudgetBasis
  readonly sourceKey: string
  /** The unit that the source prints: for saying how exact the amounts are. */
  readonly printedUnit: BudgetLine['printedUnit']
  readonly lines: readonly TableLine<Line>[]
  /** Derived here; the source may print none. */
  readonly totals: Totals & { readonly purchasedShare: number | null }
}

/** Groups lines into tables, newest first; undated tables stand last. Lines keep their order. */
export function budgetTablesFrom<Line extends BudgetLine>(lines: readonly Line[]): BudgetTable<Line>[] {
  const groups = Map.groupBy(lines, ({ kind, year, basis, sourceKey }) =>
    JSON.stringify([year, kind, basis, sourceKey]),
  )
  return [...groups.values()].flatMap(tableOf).sort(newestFirst)
}

function tableOf<Line extends BudgetLine>(lines: readonly Line[]): BudgetTable<Line>[] {
  const [first] = lines
  if (!first) return []
  const { kind, year, basis, sourceKey, printedUnit } = first
  const totals = totalsOf(lines)
  return [
    {
      kind,
      year,
      basis,
      sourceKey,
      printedUnit,
      lines: lines.map((line) => ({ ...line, ...sharesIn(line, totals.total) })),
      totals: { ...totals, purchasedShare: shareOf(totals.purchased, totals.total) },
    },
  ]
}

const sharesIn = (line: BudgetLine, whole: Pence) => ({
  purchasedShare: shareOf(line.purchased, line.total),
  shareOfTotal: shareOf(line.total, whole),
})

const newestFirst = (a: BudgetTable, b: BudgetTable): number =>
  (b.year ?? '').localeCompare(a.year ?? '') || firmestFirst(a, b)

const firmestFirst = (a: BudgetTable, b: BudgetTable): number =>
  budgetBases.indexOf(a.basis) - budgetBases.indexOf(b.basis) ||
  Number(a.kind === 'service') - Number(b.kind === 'service') ||
  b.lines.length - a.lines.length

/**
 * The table that stands for the budget: of one year when it is given, otherwise of the latest.
 * A budget goes before spend and spend before what is only expected; care groups, which make a whole, before services.
 */
export function leadingTable<Table extends BudgetTable>(tables: readonly Table[]): Table | undefined {
  const firmest = Math.min(...tables.map((table) => budgetBases.indexOf(table.basis)))
  return tables.filter((table) => budgetBases.indexOf(table.basis) === firmest).sort(newestFirst)[0]
}
