import { addDays, type IsoDate } from '../../../core/values/index.ts'
import { lifeOf, type MarketSummary, type SummaryContract } from '../../../procurement/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import { decimal, type OpenTable, sourceColumn, text, whole } from './open-table.ts'

type Cell<Row> = readonly [PlainColumn, (row: Row, on: IsoDate) => PlainCell]

const pounds = (pence: number | null | undefined) => (pence === null || pence === undefined ? null : pence / 100)

const lastOf = (until: IsoDate | null) => (until === null ? null : addDays(until, -1))

const day = 'The last day of all, itself included.'

const contractCells: readonly Cell<SummaryContract>[] = [
  [text('reference', 'Reference', 'By which the partnership quotes it.'), ({ reference }) => reference],
  [text('title', 'Title', 'What it is called.'), ({ detail }) => detail.title],
  [
    text('market_area', 'Market area', 'Key into the table of contract summaries; empty when it has none.'),
    ({ detail }) => detail.marketArea,
  ],
  [text('service', 'Service', 'Its key in the list of services.'), ({ detail }) => detail.serviceType],
  [
    text('care_groups', 'Care groups', 'Keys in the list of care groups, parted by |.'),
    ({ detail }) => detail.careGroups.join('|') || null,
  ],
  [
    text(
      'kind',
      'Kind',
      'framework, block, spot, mixed, call-off, national-contract, grant, shared-service or in-house.',
    ),
    ({ detail }) => detail.kind,
  ],
  [text('method', 'Method', 'How providers were found; empty when not recorded.'), ({ detail }) => detail.method],
  [
    text('state', 'State', 'to-come, in-force, suspended or ended, on the day asked for.'),
    (contract, on) => lifeOf(contract, on).state,
  ],
  [text('from', 'From', 'Its first day.'), (contract, on) => lifeOf(contract, on).begins ?? null],
  [
    text('until', 'Until', `Its last day as agreed; empty when no end is set.`),
    (contract, on) => lifeOf(contract, on).ends ?? null,
  ],
  [
    text('options', 'Options', 'The days that it can still be extended by, from/until, parted by |.'),
    ({ options }) =>
      options
        .filter(({ decision }) => decision === 'open')
        .map(({ from, until }) => `${from}/${lastOf(until) ?? ''}`)
        .join('|') || null,
  ],
  [
    text('latest_end', 'Latest end', `With every option taken. ${day}`),
    (contract, on) => lifeOf(contract, on).latestEnd ?? null,
  ],
  [
    text('successor_from', 'Successor from', 'When what follows is planned to begin.'),
    ({ detail }) => detail.successorFrom,
  ],
  [
    text('national_framework', 'National framework', 'Whose terms or fees it takes.'),
    ({ framework }) => framework && `${framework.owner}: ${framework.title}`,
  ],
  [whole('lots', 'Lots', 'How many lots it has.'), ({ lots }) => lots.length],
  [
    text('providers', 'Providers', 'Who is in it now, whatever the day asked for, parted by |.'),
    ({ providers }) => providers.join('|') || null,
  ],
  [
    decimal('yearly', 'A year', 'What it is worth a year; empty when not known.', 'pounds'),
    ({ detail }) => pounds(detail.yearlyPence),
  ],
  [text('basis', 'Basis', 'budget, spend or estimate.'), ({ detail }) => detail.yearlyBasis],
  [text('allocation', 'How people come to it', 'As the register has it.'), ({ detail }) => detail.allocation || null],
  [text('monitoring', 'Monitoring', 'Who watches over it.'), ({ detail }) => detail.monitoring || null],
  [whole('notice', 'Notice', 'How much notice either side gives.', 'months'), ({ detail }) => detail.noticeMonths],
  [sourceColumn, ({ source }) => source?.key ?? null],
  [text('locus', 'Place in the source', 'Where in the source it stands.'), ({ source }) => source?.locus || null],
  [
    whole('moved', 'Moved on', 'By how much its dates were moved on for a demonstration.', 'years'),
    ({ source }) => source?.movedYears ?? 0,
  ],
]

/** The contracts that a partnership publishes. */
export const contractsTable: OpenTable = {
  name: 'contracts',
  title: 'Contracts',
  description:
    'One row for each contract that is published, over or to come included. It tells of today; add ?on=2027-04-01 to its address for another day.',
  columns: contractCells.map(([column]) => column),
  key: ['reference'],
  count: async (data) => (await data.summaryCounts()).contracts,
  rows: async (data, on) =>
    (await data.contracts(on)).map((contract) => contractCells.map(([, of]) => of(contract, on))),
}

const summaryCells: readonly Cell<MarketSummary>[] = [
  [text('market_area', 'Market area', 'Its key; it stays as it is.'), ({ area }) => area.key],
  [text('name', 'Name', 'What it is called.'), ({ area }) => area.name],
  [text('as_at', 'As at', 'The day that the row tells of.'), (_, on) => on],
  [
    text('services', 'Services', 'Keys in the list of services, parted by |.'),
    ({ area }) => area.serviceTypeKeys.join('|') || null,
  ],
  [text('description', 'Description', 'What is bought.'), ({ words }) => words?.description || null],
  [text('period', 'Period', 'How long contracts run.'), ({ words }) => words?.period || null],
  [text('development', 'Development', 'What is planned.'), ({ words }) => words?.development || null],
  [text('management', 'Management', 'How it is managed.'), ({ words }) => words?.management || null],
  [text('words_from', 'Words from', 'The day from which the words hold.'), ({ words }) => words?.from ?? null],
  [
    whole('contracts', 'Contracts', 'How many contracts run on the day, or begin within two years of it.'),
    ({ contracts }) => contracts.length,
  ],
  [
    decimal('amount', 'Amount', 'The budget or spend that documents print; empty when none does.', 'pounds'),
    ({ money }) => pounds(money[0]?.total),
  ],
  [text('basis', 'Basis', 'budget, spend, estimate or expected.'), ({ money }) => money[0]?.basis ?? null],
  [text('year', 'Year', 'Of the amount; empty when none is printed.'), ({ money }) => money[0]?.year ?? null],
  [text('note', 'Note', 'What to know of the amount.'), ({ money }) => money[0]?.note ?? null],
  [
    text('source', 'Sources', 'Keys into the table of sources, of the words and of the amount, parted by |.'),
    ({ words, money }) =>
      [...new Set([words?.sourceKey, money[0]?.sourceKey].filter((key) => typeof key === 'string'))].join('|') || null,
  ],
  [text('locus', 'Place in the source', 'Where in the source the words stand.'), ({ words }) => words?.locus ?? null],
]

/** How each market area is bought, as published. */
export const contractSummariesTable: OpenTable = {
  name: 'contract-summaries',
  title: 'Contract summaries',
  description:
    'One row for each market area: what is bought, for how long, what is planned, how it is managed and what is spent. It tells of today; add ?on=2027-04-01 to its address for another day.',
  columns: summaryCells.map(([column]) => column),
  key: ['market_area'],
  count: async (data) => (await data.summaryCounts()).summaries,
  rows: async (data, on) => (await data.summaries(on)).map((summary) => summaryCells.map(([, of]) => of(summary, on))),
}
