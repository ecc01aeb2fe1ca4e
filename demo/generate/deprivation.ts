import { csvOf } from './csv.ts'
import { type History, lastDay } from './history.ts'

const columns = [
  ...[
    'key',
    'label',
    'finding',
    'section',
    'theme',
    'area',
    'period',
    'ages',
    'sex',
    'value',
    'lower',
    'upper',
    'unit',
  ],
  ...['basis', 'comparator_label', 'comparator_value', 'direction', 'source', 'locus', 'status', 'note'],
]

const fifths = ['most deprived', 'second', 'middle', 'fourth', 'least deprived'] as const
const theme = 'Care homes by deprivation'
const note =
  'Invented: counted in the made-up register of 30 June 2025, by the tenths of the Scottish Index of Multiple Deprivation 2020 that it gives.'

/** Places in older people's care homes by fifth of deprivation, counted in an invented register that gives tenths. */
export function placesByDeprivation({ council, pictures }: History): string {
  const homes = (pictures.find(({ day }) => day === lastDay)?.services ?? []).filter(
    ({ kind }) => kind.words[0] === 'Care Home Service' && kind.words[1] === 'Older People',
  )
  const placesIn = (fifth: number) =>
    homes
      .filter(({ decile }) => decile !== null && Math.ceil(decile / 2) === fifth)
      .reduce((total, { places }) => total + (places ?? 0), 0)
  const counts = fifths.map((_, at) => placesIn(at + 1))
  const all = counts.reduce((total, count) => total + count, 0)
  const share = Math.round(((counts[0] ?? 0) / all) * 1000) / 10
  const row = (
    key: string,
    label: string,
    finding: string,
    value: number,
    unit: string,
    comparator: string[],
    why: string,
  ) => [
    ...[key, label, finding, 'supply', theme, council.code, lastDay, '65+', 'all', value, '', '', unit, 'actual'],
    ...[...comparator, 'invented-register', 'Older people’s care homes by tenth of deprivation', 'caution', why],
  ]
  return csvOf(columns, [
    ...fifths.map((name, at) =>
      row(
        `care-home-places-fifth-${at + 1}`,
        `Places in care homes for older people, ${name} fifth`,
        `The ${name} fifth of areas has ${counts[at]} of ${all} places`,
        counts[at] ?? 0,
        'places',
        ['', '', ''],
        note,
      ),
    ),
    row(
      'care-home-places-most-deprived-share',
      'Share of places that stand in the most deprived fifth',
      `${share} percent of places stand in the most deprived fifth of areas`,
      share,
      'percent',
      ['If places were spread evenly', '20', share > 21 ? 'higher' : share < 19 ? 'lower' : 'similar'],
      `${note} ${counts[0]} ÷ ${all}.`,
    ),
  ])
}
