import type { ImportKind } from './core/importing/index.ts'
import {
  importNationalFrameworks,
  importNationalRates,
  nationalFrameworkColumns,
  nationalRateColumns,
} from './procurement/index.ts'

const national = (slug: string) => ({ href: `/${slug}/contracts/national`, text: 'See the national tables' })

/** What is imported of frameworks that others made, for every partnership; frameworks first. */
export const nationalImportKinds: readonly ImportKind[] = [
  {
    key: 'national-frameworks',
    title: 'National frameworks',
    what: 'Frameworks that others made, from which contracts are called off or whose fees they pay.',
    shared: true,
    format: 'csv',
    choices: [],
    columns: () => nationalFrameworkColumns,
    example: {
      key: 'example-framework',
      owner: 'Example owner',
      title: 'Example national framework',
      nation: 'scotland',
      start: '2025-04-01',
      end: '2029-03-31',
      latest_end: '2031-03-31',
      source: '',
      note: '',
    },
    run: (database, { file, options }) => importNationalFrameworks(database, file, options),
    shownOn: national,
  },
  {
    key: 'national-rates',
    title: 'Tables of national prices',
    what: 'Prices of a national framework, such as weekly fees of care homes: each holds until the next of its kind.',
    shared: true,
    format: 'csv',
    choices: [],
    columns: () => nationalRateColumns,
    example: {
      framework: 'example-framework',
      unit: 'week',
      level: 'nursing',
      rate: '900.00',
      from: '2026-04-06',
      until: '',
      source: '',
      note: '',
    },
    run: (database, { file, options }) => importNationalRates(database, file, options),
    shownOn: national,
  },
]
