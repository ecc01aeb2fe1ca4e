import type { StoredBudgetLine } from '../../../budgets/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import { decimal, type OpenTable, sourceColumn, text } from './open-table.ts'

type Cell = readonly [PlainColumn, (line: StoredBudgetLine) => PlainCell]

const pounds = (pence: number | null) => (pence === null ? null : pence / 100)

const cells: readonly Cell[] = [
  [text('kind', 'Kind', 'care-group or service.'), ({ kind }) => kind],
  [text('subject', 'For', 'The care group or service, as the source names it.'), ({ subject }) => subject],
  [text('care_group', 'Care group', 'Its key in the list of care groups.'), ({ careGroupKey }) => careGroupKey],
  [text('service_type', 'Service', 'Its key in the list of services.'), ({ serviceTypeKey }) => serviceTypeKey],
  [text('year', 'Year', 'A year or financial year; empty when none is printed.'), ({ year }) => year],
  [text('basis', 'Basis', 'budget, spend, estimate or expected.'), ({ basis }) => basis],
  [
    decimal('in_house', 'In-house', 'What the partnership spends on its own services.', 'pounds'),
    ({ inHouse }) => pounds(inHouse),
  ],
  [decimal('purchased', 'Bought', 'What it spends with providers.', 'pounds'), ({ purchased }) => pounds(purchased)],
  [decimal('total', 'Total', 'Both together; empty when the amount is lost.', 'pounds'), ({ total }) => pounds(total)],
  [
    text('printed_unit', 'Printed in', 'pounds, thousands or millions: how exact the amounts are.'),
    ({ printedUnit }) => printedUnit,
  ],
  [sourceColumn, ({ sourceKey }) => sourceKey],
  [text('locus', 'Place in the source', 'Where in the source it stands.'), ({ locus }) => locus],
  [text('status', 'Status', 'printed, derived, caution (read with its note) or lost.'), ({ status }) => status],
  [text('note', 'Note', 'What to know before quoting it.'), ({ note }) => note],
]

/** Budget and spend by care group and service. */
export const budgetsTable: OpenTable = {
  name: 'budgets',
  title: 'Budgets and spend',
  description:
    'One row for each care group or service in a table of money, in pounds. Rows of different years, bases or sources are not to be added up.',
  columns: cells.map(([column]) => column),
  key: ['kind', 'subject', 'year', 'basis', 'source'],
  count: async (data) => (await data.budgets()).reduce((sum, { lines }) => sum + lines.length, 0),
  rows: async (data) =>
    (await data.budgets()).flatMap(({ lines }) => lines.map((line) => cells.map(([, of]) => of(line)))),
}
