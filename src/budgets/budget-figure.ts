import type { Partnership } from '../core/auth/index.ts'
import type { Citation, Figure, RowsBehind } from '../evidence/index.ts'
import type { BudgetLine, StoredBudgetLine } from './budget-line.ts'
import type { BudgetTable } from './budget-table.ts'
import { yearInAddress } from './financial-year.ts'

/** The sum of a table as a published number, in pounds; undefined when every amount in it is lost. */
export function budgetFigureOf(
  partnership: Pick<Partnership, 'areaCode' | 'title'>,
  table: BudgetTable,
  source: Citation,
): Figure | undefined {
  const known = table.lines.filter((line) => line.total !== null)
  const [first] = known
  if (!first) return undefined
  const locus = commonLocus(known)
  return {
    id: `budget.${partnership.areaCode}.${yearInAddress(table.year)}`,
    measure: 'budget',
    label: labelOf(table, known.length),
    value: table.totals.total / 100,
    unit: 'pounds',
    period: table.year,
    area: { code: partnership.areaCode, name: partnership.title },
    ages: null,
    sex: 'all',
    basis: table.basis,
    interval: null,
    comparator: null,
    method: methodOf(table, known.length, locus),
    sources: [{ ...source, locus }],
    status: known.length === 1 ? first.status : 'derived',
    note: noteOf(table) || null,
    suppressed: false,
  }
}

const bases = { budget: 'Budget', spend: 'Spend', estimate: 'Estimated spend', expected: 'Expected spend' } as const

function labelOf(table: BudgetTable, count: number): string {
  const what = table.kind === 'service' ? ['service', 'services'] : ['care group', 'care groups']
  return `${bases[table.basis]} for ${inWords(count)} ${what[count === 1 ? 0 : 1]}`
}

function methodOf(table: BudgetTable, count: number, locus: string | null): string {
  const unit = table.printedUnit === 'pounds' ? 'pounds' : `${table.printedUnit} of pounds`
  const where = locus ? `in ${locus} of the source` : 'in the source'
  return count === 1
    ? `The one line ${where}, printed in ${unit}.`
    : `The sum of ${inWords(count)} lines ${where}, each printed in ${unit}.`
}

function noteOf(table: BudgetTable): string {
  const cautions = table.lines.flatMap((line) =>
    line.status === 'caution' && line.note ? [`${line.subject}: ${line.note}`] : [],
  )
  const lost = table.lines.filter((line) => line.total === null).map((line) => line.subject)
  return [
    ...(table.kind === 'service' ? ['Only the services listed with it; other spending is not in it.'] : []),
    ...(lost.length > 0 ? [`The source has lost the amount for ${lost.join(', ')}.`] : []),
    ...cautions,
  ].join(' ')
}

/** Where in the source the lines stand, as far as they agree: "Table 3", or "§8" of "§8, Care at home". */
function commonLocus(lines: readonly BudgetLine[]): Citation['locus'] {
  for (const part of [(locus: string) => locus, (locus: string) => locus.split(',')[0] ?? '']) {
    const [first, ...others] = new Set(lines.map((line) => part(line.locus ?? '')))
    if (first && others.length === 0) return first
  }
  return null
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const inWords = (count: number): string => words[count] ?? count.toLocaleString('en-GB')

const columns: RowsBehind['columns'] = [
  { key: 'subject', label: 'For', numeric: false },
  { key: 'in_house', label: 'In-house (£)', numeric: true },
  { key: 'purchased', label: 'Bought (£)', numeric: true },
  { key: 'total', label: 'Total (£)', numeric: true },
  { key: 'purchased_share', label: 'Bought (%)', numeric: true },
  { key: 'locus', label: 'Where in the source', numeric: false },
  { key: 'status', label: 'Status', numeric: false },
  { key: 'note', label: 'Note', numeric: false },
  { key: 'file', label: 'Imported from', numeric: false },
  { key: 'line', label: 'Line', numeric: true },
]

const inPounds = (pence: number | null) => (pence === null ? null : pence / 100)

/** The lines behind the figure of a table, in pounds, with the file and line that each came from. */
export const budgetRowsOf = (table: BudgetTable<StoredBudgetLine>): RowsBehind => ({
  columns,
  rows: table.lines.map((line) => [
    line.subject,
    inPounds(line.inHouse),
    inPounds(line.purchased),
    inPounds(line.total),
    line.purchasedShare,
    line.locus,
    line.status,
    line.note,
    line.file,
    line.line,
  ]),
})
