import type { Opportunity } from '../../../market/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import { type OpenTable, sourceColumn, text, whole } from './open-table.ts'

type Cell = readonly [PlainColumn, (opportunity: Opportunity) => PlainCell]

const cells: readonly Cell[] = [
  [text('service', 'Service', 'Its key in the list of services.'), ({ service }) => service.key],
  [text('part', 'Part', 'now, wanted, bought, ask or rule.'), ({ part }) => part],
  [whole('position', 'Position', 'Its place among the sentences of its part.'), ({ position }) => position],
  [text('text', 'Text', 'What is told, in one sentence.'), ({ text: words }) => words],
  [text('period', 'Period', 'When; empty when no time is given.'), ({ period }) => period],
  [sourceColumn, ({ source }) => source.key],
  [text('locus', 'Place in the source', 'Where in the source it stands.'), ({ source }) => source.locus],
  [text('note', 'Note', 'What to know about it.'), ({ note }) => note],
]

/** What the market is told about each service. */
export const opportunitiesTable: OpenTable = {
  name: 'opportunities',
  title: 'What the market is told, service by service',
  description:
    'One row for each sentence: what there is now, what is wanted, when it is bought, whom to ask, what rule holds.',
  columns: cells.map(([column]) => column),
  key: ['service', 'part', 'position'],
  count: async (data) => (await data.gapCounts()).opportunities,
  rows: async (data) => (await data.opportunities()).map((opportunity) => cells.map(([, of]) => of(opportunity))),
}
