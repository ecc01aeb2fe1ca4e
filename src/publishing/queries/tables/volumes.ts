import type { Volume } from '../../../market/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import { areaColumns, decimal, type OpenTable, sourceColumn, text, truth } from './open-table.ts'

type Cell = readonly [PlainColumn, (volume: Volume) => PlainCell]

const [areaCode = text('area_code', '', ''), areaName = text('area_name', '', '')] = areaColumns

const cells: readonly Cell[] = [
  [text('id', 'Identifier', 'The figure’s address is /{partnership}/figures/{id}.'), ({ id }) => id],
  [text('key', 'Key', 'Rows that share key, area, care group and unit are one series.'), ({ measure }) => measure],
  [text('service', 'Service', 'Its key in the list of services.'), ({ service }) => service.key],
  [areaCode, ({ area }) => area.code],
  [areaName, ({ area }) => area.name],
  [
    text('care_group', 'Care group', 'Its key in the list of care groups; empty: everyone.'),
    ({ careGroup }) => careGroup?.key ?? null,
  ],
  [text('role', 'Role', 'need, supply, use, target or shortage.'), ({ role }) => role],
  [text('label', 'What is counted', 'What the number counts, in words.'), ({ label }) => label],
  [text('finding', 'Finding', 'The sentence that it supports.'), ({ finding }) => finding],
  [text('period', 'Period', 'A year, financial year, month, date, or two of them.'), ({ period }) => period],
  [text('on', 'Day', 'The day that puts it in order with others.'), ({ on }) => on],
  [decimal('value', 'Value', 'The number; empty when it is hidden, lost or was never printed.'), ({ value }) => value],
  [truth('suppressed', 'Hidden', 'Whether the value is hidden to protect people.'), ({ suppressed }) => suppressed],
  [text('unit', 'Unit', 'What the number counts.'), ({ unit }) => unit],
  [text('basis', 'Basis', 'actual, estimate, forecast, target and the like.'), ({ basis }) => basis],
  [text('method', 'Method', 'How the value came about.'), ({ method }) => method],
  [sourceColumn, ({ sources }) => sources[0]?.key ?? null],
  [text('locus', 'Place in the source', 'Where in the source it stands.'), ({ sources }) => sources[0]?.locus ?? null],
  [text('status', 'Status', 'printed, derived, caution (read with its note) or lost.'), ({ status }) => status],
  [text('note', 'Note', 'What to know before quoting it.'), ({ note }) => note],
]

/** How much of each service is needed, there is, is used, wanted or short. */
export const volumesTable: OpenTable = {
  name: 'volumes',
  title: 'Need, supply, use, targets and shortages',
  description:
    'One row for each number that a document gives of a service, with the columns that an import of volumes takes. A shortage may have no number.',
  columns: cells.map(([column]) => column),
  key: ['id'],
  count: async (data) => (await data.gapCounts()).volumes,
  rows: async (data) => (await data.volumes()).map((volume) => cells.map(([, of]) => of(volume))),
}
