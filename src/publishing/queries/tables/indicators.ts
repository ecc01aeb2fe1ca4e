import type { CitedFigure } from '../../../evidence/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import { decimal, type OpenTable, sourceColumn, text, truth } from './open-table.ts'

type Cited = readonly [PlainColumn, (figure: CitedFigure) => PlainCell]

const cells: readonly Cited[] = [
  [text('id', 'Identifier', 'The figure’s address is /{partnership}/figures/{id}.'), ({ id }) => id],
  [text('key', 'Key', 'Rows that share a key are one series.'), ({ measure }) => measure],
  [text('label', 'What is counted', 'What the figure counts, in words.'), ({ label }) => label],
  [text('finding', 'Finding', 'The sentence that the figure supports.'), ({ finding }) => finding],
  [text('section', 'Section', 'The section of the statement it belongs to.'), ({ section }) => section],
  [text('theme', 'Theme', 'Its theme within the section.'), ({ theme }) => theme],
  [text('area', 'Area code', 'The code of the area.'), ({ area }) => area.code],
  [text('period', 'Period', 'A year, financial year, month, date, or two of them.'), ({ period }) => period],
  [text('ages', 'Ages', 'Such as 75+, 18-64 or all; empty when ages do not come into it.'), ({ ages }) => ages],
  [text('sex', 'Sex', 'all, female or male.'), ({ sex }) => sex],
  [decimal('value', 'Value', 'The number; empty when it is lost, hidden or was never printed.'), ({ value }) => value],
  [
    decimal('lower', 'Lower limit', 'The lower limit that the source gives.'),
    ({ interval }) => interval?.lower ?? null,
  ],
  [
    decimal('upper', 'Upper limit', 'The upper limit that the source gives.'),
    ({ interval }) => interval?.upper ?? null,
  ],
  [text('unit', 'Unit', 'What the number counts.'), ({ unit }) => unit],
  [text('basis', 'Basis', 'What kind of number it is: an estimate, a projection, a budget.'), ({ basis }) => basis],
  [
    text('comparator_label', 'Compared with', 'What the value is set against.'),
    ({ comparator }) => comparator?.label ?? null,
  ],
  [
    decimal('comparator_value', 'Comparator', 'The value it is set against.'),
    ({ comparator }) => comparator?.value ?? null,
  ],
  [
    text('direction', 'Direction', 'How it stands to the comparator: higher, similar or lower.'),
    ({ comparator }) => comparator?.direction ?? null,
  ],
  [sourceColumn, ({ sources }) => sources[0]?.key ?? null],
  [text('locus', 'Place in the source', 'Where in the source it stands.'), ({ sources }) => sources[0]?.locus ?? null],
  [text('status', 'Status', 'printed, derived, caution (read with its note) or lost.'), ({ status }) => status],
  [text('note', 'Note', 'What to know before quoting it.'), ({ note }) => note],
  [truth('suppressed', 'Hidden', 'Whether the value is hidden to protect people.'), ({ suppressed }) => suppressed],
]

/** The figures cited from documents, in the layout of their import. */
export const indicatorsTable: OpenTable = {
  name: 'indicators',
  title: 'Figures cited from documents',
  description: 'One row for each cited figure, with the columns that an import of indicators takes.',
  columns: cells.map(([column]) => column),
  key: ['id'],
  count: async (data) => (await data.citedCount()).figures,
  rows: async (data) => (await data.cited()).map((figure) => cells.map(([, of]) => of(figure))),
}
