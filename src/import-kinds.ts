import { brokerageImportKinds } from './brokerage-import-kinds.ts'
import { budgetColumns, importBudgets } from './budgets/index.ts'
import { contractImportKinds } from './contract-import-kinds.ts'
import type { ImportKind } from './core/importing/index.ts'
import { importIndicators, importSources, indicatorColumns, sourceColumns } from './evidence/index.ts'
import { ofPartnership, source } from './import-parts.ts'
import {
  importOpportunities,
  importPopulation,
  importPrevalence,
  importVolumes,
  opportunityColumns,
  populationColumns,
  rateColumns,
  volumeColumns,
} from './market/index.ts'
import { nationalImportKinds } from './national-import-kinds.ts'
import { placeImportKinds } from './place-import-kinds.ts'
import { importRegister, type Regulator, registerColumns } from './providers/index.ts'
import { importTexts, textColumns } from './publishing/index.ts'

const statement = (slug: string, section: string, text: string) => ({ href: `/${slug}/statement/${section}`, text })

function register(regulator: Regulator, of: Pick<ImportKind, 'title' | 'origin' | 'nation'>): ImportKind {
  return {
    ...of,
    key: `register-${regulator}`,
    what: 'Which services there are, their places and their grades: what is new, gone, regraded and resized since the last file.',
    shared: true,
    format: 'csv',
    titlesAbove: true,
    choices: [
      {
        name: 'as-of',
        kind: 'date',
        label: 'Day that the file pictures',
        hint: 'Not the day on which you fetched it. For example, 31 10 2026',
      },
    ],
    columns: () => registerColumns(regulator),
    run: (database, { file, chosen, options }) =>
      importRegister(database, file, { ...options, regulator, asOf: chosen['as-of'] ?? '' }),
    shownOn: (slug) => ({ href: `/${slug}/register`, text: 'See what changed in the register' }),
  }
}

const volumes: ImportKind = {
  key: 'volumes',
  title: 'Volumes and forecasts',
  what: 'How much of each service is needed, there and used, now and to come: the gap grid and the pages of services.',
  shared: false,
  format: 'csv',
  choices: [],
  columns: () => volumeColumns,
  example: {
    key: 'example-day-places',
    service: 'Day support',
    area: 'S12000040',
    care_group: '',
    role: 'need',
    label: 'Day places needed',
    finding: 'Example: 120 day places are needed in 2028',
    period: '2028',
    on: '',
    value: '120',
    unit: 'places',
    basis: 'forecast',
    method: '',
    source: 'example-2026',
    locus: 'Made up',
    status: 'printed',
    note: '',
  },
  run: ofPartnership(importVolumes),
  shownOn: (slug) => statement(slug, 'gaps', 'See the gaps'),
}

const opportunities: ImportKind = {
  key: 'opportunities',
  title: 'Opportunities',
  what: 'What the market is told about each service: now, what is wanted, when it is bought, whom to ask.',
  shared: false,
  format: 'csv',
  choices: [],
  columns: () => opportunityColumns,
  example: {
    service: 'Day support',
    part: 'wanted',
    position: '1',
    text: 'Example: support in small groups near home.',
    period: '2028',
    source: 'example-2026',
    locus: 'Made up',
    note: '',
  },
  run: ofPartnership(importOpportunities),
  shownOn: (slug) => ({ href: `/${slug}/services`, text: 'See the pages of services' }),
}

const indicators: ImportKind = {
  key: 'indicators',
  title: 'Indicators',
  what: 'Figures as documents print them, each with its source: the tables of every section.',
  shared: false,
  format: 'csv',
  choices: [],
  columns: () => indicatorColumns,
  example: {
    key: 'example-carers',
    label: 'Carers known',
    finding: 'Example: 320 carers are known',
    section: 'demand',
    theme: 'Carers',
    area: 'S12000040',
    period: '2026',
    ages: '18+',
    sex: 'all',
    value: '320',
    lower: '',
    upper: '',
    unit: 'people',
    basis: 'actual',
    comparator_label: '',
    comparator_value: '',
    direction: '',
    source: 'example-2026',
    locus: 'Made up',
    status: 'printed',
    note: '',
  },
  run: ofPartnership(importIndicators),
  shownOn: (slug) => statement(slug, 'demand', 'See the statement'),
}

const budgets: ImportKind = {
  key: 'budgets',
  title: 'Budgets and spend',
  what: 'Money by care group and by service, in-house beside purchased.',
  shared: false,
  format: 'csv',
  choices: [],
  columns: () => budgetColumns,
  example: {
    kind: 'service',
    subject: 'Care at home',
    year: '2026/27',
    basis: 'budget',
    in_house: '1.2',
    purchased: '2.3',
    total: '3.5',
    unit: 'millions',
    source: 'example-2026',
    locus: 'Made up',
    status: 'printed',
    note: '',
  },
  run: ofPartnership(importBudgets),
  shownOn: (slug) => statement(slug, 'finance', 'See the money'),
}

const texts: ImportKind = {
  key: 'texts',
  title: 'Words of the statement',
  what: 'Paragraphs, key messages and planned additions, as drafts until an edition is published.',
  shared: false,
  format: 'csv',
  choices: [],
  columns: () => textColumns,
  example: {
    section: 'about',
    position: '1',
    kind: 'paragraph',
    heading: 'Example heading',
    text: 'An example of a paragraph.',
    source: '',
    locus: '',
  },
  run: ofPartnership(importTexts),
  shownOn: (slug) => ({ href: `/${slug}/write`, text: 'See the drafts' }),
}

const sourcesKind: ImportKind = {
  key: 'sources',
  title: 'Sources',
  what: 'Documents and publications that figures cite, with publisher and licence.',
  shared: true,
  format: 'csv',
  choices: [],
  columns: () => sourceColumns,
  example: {
    key: 'example-2026',
    title: 'Example report',
    publisher: 'Example Council',
    published: '2026-10',
    edition: '',
    licence: 'Open Government Licence v3.0',
    licence_url: '',
    url: 'https://www.example.org/report',
    note: '',
  },
  run: (database, { file, options }) => importSources(database, file, options),
  shownOn: (slug) => ({ href: `/${slug}/data`, text: 'See the data and its sources' }),
}

const population: ImportKind = {
  key: 'population',
  title: 'Population',
  what: 'People by age and sex, as estimates or projections: every figure of people, now and to come.',
  shared: true,
  format: 'csv',
  choices: [
    {
      name: 'layout',
      kind: 'one-of',
      label: 'Layout',
      options: [
        { value: 'nrs', text: 'Single years of age, as National Records of Scotland publish them' },
        { value: 'bands', text: 'Age bands, in a file of one’s own' },
      ],
    },
    {
      name: 'kind',
      kind: 'one-of',
      label: 'Kind',
      options: [
        { value: 'estimate', text: 'Estimates of years that have been' },
        { value: 'projection', text: 'Projections' },
      ],
    },
    {
      name: 'vintage',
      kind: 'year',
      label: 'Year of the edition',
      hint: 'The base year of a projection, or the last year of estimates',
    },
    { ...source, optional: true, hint: 'Files of National Records of Scotland have theirs by themselves.' },
  ],
  columns: (header, { layout }) => populationColumns(layout === 'nrs' ? 'nrs' : 'bands', header).columns,
  family: /^age-\d+$/,
  example: { year: '2026', area: 'S12000040', sex: 'all', all: '60', '0-15': '10', '16-64': '30', '65+': '20' },
  run: (database, { file, chosen, options }) =>
    importPopulation(database, file, {
      ...options,
      layout: chosen.layout === 'nrs' ? 'nrs' : 'bands',
      kind: chosen.kind === 'estimate' ? 'estimate' : 'projection',
      vintage: Number(chosen.vintage),
      ...(chosen.source ? { source: chosen.source } : {}),
    }),
  shownOn: (slug) => statement(slug, 'population', 'See the population'),
}

const prevalence: ImportKind = {
  key: 'prevalence',
  title: 'Rates of a condition',
  what: 'Shares of people with a condition by age and sex, from which expected numbers are worked out.',
  shared: true,
  format: 'csv',
  choices: [{ name: 'measure', kind: 'word', label: 'Condition', hint: 'One word, such as dementia' }, source],
  columns: () => rateColumns,
  example: { ages: '65-69', sex: 'female', rate: '0.02', lower: '0.01', upper: '0.03' },
  run: (database, { file, chosen, options }) =>
    importPrevalence(database, file, { ...options, measure: chosen.measure ?? '', source: chosen.source ?? '' }),
  shownOn: (slug) => statement(slug, 'demand', 'See the expected demand'),
}

/** Everything that can be imported on pages, in the order in which they list it. */
export const importKinds: readonly ImportKind[] = [
  indicators,
  volumes,
  opportunities,
  ...placeImportKinds,
  budgets,
  ...contractImportKinds,
  ...brokerageImportKinds,
  ...nationalImportKinds,
  texts,
  register('care-inspectorate', {
    title: 'Register of the Care Inspectorate',
    origin: 'The datastore, CSV, as the Care Inspectorate publishes it each month',
    nation: 'scotland',
  }),
  register('cqc', {
    title: 'Register of the Care Quality Commission',
    origin: 'The sheet HSCA_Active_Locations of the directory, saved as CSV',
    nation: 'england',
  }),
  population,
  prevalence,
  sourcesKind,
]
