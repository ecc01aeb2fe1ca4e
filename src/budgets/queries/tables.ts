import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import {
  type Citation,
  citation,
  type Figure,
  type RowsBehind,
  type Source,
  sourcesByKey,
} from '../../evidence/index.ts'
import { budgetFigureOf, budgetRowsOf } from '../budget-figure.ts'
import type { StoredBudgetLine } from '../budget-line.ts'
import { type BudgetTable, budgetTablesFrom, leadingTable } from '../budget-table.ts'
import { isYearAsked } from '../financial-year.ts'
import { budgetLines } from './lines.ts'

/** A table with the source that it stands in. */
export type SourcedBudgetTable = BudgetTable<StoredBudgetLine> & { readonly source: Citation }

type Who = Pick<Partnership, 'id' | 'areaCode' | 'title'>

/** Every table of money that a partnership's documents print, newest first, with totals and shares worked out; one query where the caller has the sources. */
export async function budgetTables(
  db: Db,
  partnershipId: Id,
  known?: ReadonlyMap<string, Source>,
): Promise<SourcedBudgetTable[]> {
  const tables = budgetTablesFrom(await budgetLines(db, partnershipId))
  const sources = known ?? (await sourcesByKey(db, [...new Set(tables.map((table) => table.sourceKey))]))
  return tables.flatMap((table) => {
    const source = sources.get(table.sourceKey)
    return source ? [{ ...table, source: citation(source, null) }] : []
  })
}

/** The budget of one year, or of the latest, as a published number; undefined when the documents print none. */
export async function budgetFigure(
  db: Db,
  partnership: Who,
  asked: { readonly year?: string } = {},
): Promise<Figure | undefined> {
  const table = tableAsked(await budgetTables(db, partnership.id), asked.year)
  return table && budgetFigureOf(partnership, table, table.source)
}

/** The budget of every year that tables tell, newest first. */
export function budgetFiguresFrom(partnership: Who, tables: readonly SourcedBudgetTable[]): Figure[] {
  const byYear = Map.groupBy(tables, (table) => table.year)
  return [...byYear.values()].flatMap((ofYear) => {
    const table = leadingTable(ofYear)
    return (table && budgetFigureOf(partnership, table, table.source)) ?? []
  })
}

/** The lines that `budgetFigure` adds up, with where each came from; undefined when there are none. */
export async function budgetRows(
  db: Db,
  partnership: Pick<Partnership, 'id'>,
  asked: { readonly year?: string } = {},
): Promise<RowsBehind | undefined> {
  const table = tableAsked(budgetTablesFrom(await budgetLines(db, partnership.id)), asked.year)
  return table && budgetRowsOf(table)
}

/** A year in full goes before the financial year that only starts in it. */
function tableAsked<Table extends BudgetTable>(tables: readonly Table[], year: string | undefined): Table | undefined {
  if (year === undefined) return leadingTable(tables)
  const exact = tables.filter((table) => table.year === year)
  return leadingTable(exact.length > 0 ? exact : tables.filter((table) => isYearAsked(table.year, year)))
}
