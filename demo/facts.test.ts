import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

type Row = Readonly<Record<string, string>>

const folder = fileURLToPath(new URL('.', import.meta.url))
const slugs = ['west-lothian', 'inverclyde', 'east-lothian', 'lancashire'] as const
const rowsOf = (file: string): Row[] =>
  existsSync(folder + file) ? parse(readFileSync(folder + file, 'utf8'), { columns: true }) : []
const ofAll = (name: string): Row[] => slugs.flatMap((slug) => rowsOf(`${slug}/${name}`))
const pounds = { pounds: 1, thousands: 1000, millions: 1_000_000 }

const told = new Set(
  [
    ...[...ofAll('indicators.csv'), ...ofAll('volumes.csv')].map((row) => [row.source, Number(row.value), row.unit]),
    ...ofAll('budgets.csv').flatMap((row) =>
      [row.in_house, row.purchased, row.total]
        .filter((amount) => amount !== '')
        .map((amount) => [row.source, Math.round(Number(amount) * pounds[row.unit as keyof typeof pounds]), 'pounds']),
    ),
  ].map((parts) => parts.join(' ')),
)

/** Every number that the documents print about need, supply, money and people, and every sum made from them, by unit. */
const printed: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'wlm-2019': {
    areas: [2],
    lots: [9, 3],
    organisations: [2, 27],
    people: [16],
    'day-centres': [3],
    percent: [25],
    forums: [5],
    'meetings-a-year': [4, 2],
    'message-points': [5, 6, 4, 7],
    pounds: [8_940_000, 6_600_000, 2_703_420, 15_870_000, 8_713_000, 770_000, 512_000, 44_108_420],
  },
  'wls-2011': {
    people: [12_500, 451, 171_040, 196_000, 208_364, 169_540],
    percent: [...[22.9, 21.8, 22, 66, 12, 16.2, 15.9, 59.5, 80, 151, 11, 4, 0.45, 46, 50]],
    incidents: [2070],
    pounds: [
      ...[18_931_000, 18_178_000, 37_109_000, 2_087_000, 3_244_000, 5_331_000, 5_858_000, 9_470_000, 15_328_000],
      ...[1_661_000, 3_873_000, 5_534_000, 381_000, 922_000, 1_303_000, 2_640_000, 213_000, 2_853_000],
      ...[12_354_000, 8_698_000, 21_052_000, 88_510_000],
    ],
  },
  'inv-2018': {
    people: [78_299, 70_000, 16_492, 21_690, 8252, 2208, 2345, 2581, 2677, 5575, 137, 236, 96, 600],
    percent: [31.5, -10.6, 21.1, 31.0, 32.4, 42, 33, 25, 5],
    areas: [3, 4],
    themes: [5, 17],
    services: [7],
    organisations: [10, 5],
    lots: [2],
    months: [18],
    'meetings-a-year': [2, 4],
    pounds: [
      ...[2_460_000, 7_000_000, 600_000, 300_000, 3_200_000, 14_500_000, 1_900_000, 100_000, 326_140, 85_754],
      ...[35_000_000, 30_360_000, 4_640_000, 1_033_200, 811_800, 615_000],
    ],
  },
  'elc-2015': { frameworks: [2], months: [24, 19], years: [2] },
  'lan-2019': {
    people: [
      ...[1_200_000, 950_000, 30_000, 49_836, 10_641, 11_411, 14_000, 4878, 1300, 3300, 1500, 5700, 12_000, 8500],
    ],
    percent: [
      ...[3.2, -2.6, 2.8, 38.4, 25.0, 84, 88.1, 20, 22.7, 14.3, 76, 7, 5, 10],
      ...[13.2, 11.0, 15.7, 15.1, 11.1, 12.5, 10.4, 8.4, 9.6, 10.8, 9.7, 9.1],
    ],
    years: [64.5, 61.1, 82.2, 78.6, 10, 3],
    'per-100000': [17.0],
    times: [1.33],
    households: [22_000],
    referrals: [8000],
    'assessments-a-month': [400],
    'places-a-week': [1470, 1091, 1680, 2561],
    homes: [1000],
    schemes: [1],
    places: [717, 10_240],
    'care-homes': [17],
    partnerships: [5],
    organisations: [4, 1],
    themes: [20],
    pounds: [
      ...[63_900_000, 56_600_000, 120_500_000, 498_000_000, 60_000_000, 3_700_000, 4_500_000, 16_000_000],
      ...[4_200_000, 23_250],
    ],
  },
}

test.each(Object.keys(printed))('every figure of %s stands in a file of the demonstration', (source) => {
  const missing = Object.entries(printed[source] ?? {}).flatMap(([unit, values]) =>
    values.map((value) => `${source} ${value} ${unit}`).filter((figure) => !told.has(figure)),
  )
  expect(missing).toEqual([])
})

test('shares bought from providers, which pages work out, are those known from the budget by care group', () => {
  const lines = rowsOf('west-lothian/budgets.csv').filter((row) => row.kind === 'care-group')
  const shareOf = (rows: readonly Row[]) => {
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
    return Math.round((sum('purchased') / sum('total')) * 1000) / 10
  }
  expect(lines.map((line) => shareOf([line]))).toEqual([49.0, 60.9, 61.8, 70.0, 70.8, 7.5, 41.3])
  expect(shareOf(lines)).toBe(50.4)
})

test('comparators are kept beside their figures', () => {
  const beside = (key: string) =>
    ofAll('indicators.csv')
      .filter((row) => row.key === key)
      .map((row) => Number(row.comparator_value))
  expect(beside('population-growth-cited')).toEqual([7.3])
  expect(beside('growth-65-74')).toEqual([48])
  expect(beside('growth-75-plus')).toEqual([84])
  expect(beside('age-share-under-16')).toEqual([16])
  expect(beside('homeless-applicants-under-25')).toEqual([39])
  expect(beside('admissions-younger-adults')).toEqual([12.8])
})

/** What a document says in words, and the words of ours that must still hold it. */
const inWords: readonly (readonly [(typeof slugs)[number], string, RegExp])[] = [
  ['west-lothian', 'wlm-2019', /Seven principles and eight plans/],
  ['west-lothian', 'wlm-2019', /Six programmes of change/],
  ['west-lothian', 'wlm-2019', /Nine things drive change/],
  ['west-lothian', 'wlm-2019', /twelve ways/],
  ['west-lothian', 'wlm-2019', /Option 3/],
  ['west-lothian', 'wls-2011', /5 strategic objectives, 15 outcomes and 45 indicators/],
  ['west-lothian', 'wls-2011', /6 commitments, 7 principles and 7 purposes/],
  ['inverclyde', 'inv-2018', /no zero hours/],
  ['inverclyde', 'inv-2018', /Entry to the market is too hard/],
  ['inverclyde', 'inv-2018', /Health is not shared equally/],
  ['inverclyde', 'inv-2018', /Eight of nine national outcomes/],
  ['inverclyde', 'inv-2018', /two kinds|Two are named|Two of the five/i],
  ['east-lothian', 'elc-2015', /direction to the council and the health board/],
  ['lancashire', 'lan-2019', /Fylde and Wyre/],
  ['lancashire', 'lan-2019', /minimum standard/],
  ['lancashire', 'lan-2019', /midnight/],
  ['lancashire', 'lan-2019', /£23,350/],
  ['lancashire', 'lan-2019', /September 2019.*May 2020/],
  ['lancashire', 'lan-2019', /twenty ambitions/],
]

test.each(inWords)('the words of %s from %s still say %s', (slug, source, words) => {
  const texts = [...rowsOf(`${slug}/texts.csv`), ...rowsOf(`${slug}/opportunities.csv`)]
  expect(texts.some((row) => row.source === source && words.test(`${row.heading ?? ''} ${row.text}`))).toBe(true)
})

test('what the copies have lost is marked as lost, and nothing stands in its place', () => {
  const lost = (source: string) =>
    ofAll('indicators.csv')
      .filter((row) => row.source === source && row.status === 'lost')
      .map((row) => row.key)
  expect(lost('wlm-2019')).toEqual(['diagram-of-market-facilitation'])
  expect(lost('wls-2011').toSorted()).toEqual(['commissioning-cycle', 'growth-charts'])
  expect(lost('inv-2018').toSorted()).toEqual([
    ...['approaches-diagram', 'carers-by-age-and-sex', 'children-priorities', 'commissioning-activities'],
    ...['commissioning-theme-names', 'community-assets', 'governance-diagram', 'health-contract-spend'],
    ...['internal-spend', 'locality-names', 'population-by-age-chart', 'values'],
  ])
  expect(lost('lan-2019').toSorted()).toEqual([
    ...['after-first-contact', 'budget-breakdown', 'how-people-are-supported', 'maps-of-the-system'],
    'unlabelled-key-facts',
  ])
  const everyNumber = [...told].map((figure) => figure.split(' ')[1])
  expect(['244904', '22511', '12278', '23350'].filter((slip) => everyNumber.includes(slip))).toEqual([])
})

test('what documents call short is named by district, and pressures by service', () => {
  const short = (slug: string) =>
    rowsOf(`${slug}/volumes.csv`)
      .filter((row) => row.role === 'shortage')
      .map((row) => `${row.service} ${row.area}`)
  expect(short('lancashire')).toEqual(
    expect.arrayContaining([
      ...['E07000119', 'E07000128', 'E07000117', 'E07000118', 'E07000126'].map((code) => `care-at-home ${code}`),
      ...['central', 'north'].flatMap((zone) =>
        ['nursing', 'residential'].map((kind) => `care-home-dementia-${kind} lancashire/zone/${zone}`),
      ),
      ...['personal-assistants', 'extra-care', 'day-support', 'care-home-adults'].map((key) => `${key} E10000017`),
    ]),
  )
  expect(short('west-lothian')).toHaveLength(7)
  expect(short('inverclyde')).toEqual(['care-home-adults S12000018'])
  expect(short('east-lothian')).toHaveLength(2)
})

test('volumes and opportunities name a source of the list and a place in it', () => {
  const sources = new Set(rowsOf('sources.csv').map((row) => row.key))
  for (const row of [...ofAll('volumes.csv'), ...ofAll('opportunities.csv')]) {
    expect(sources.has(row.source ?? ''), JSON.stringify(row)).toBe(true)
    expect(row.locus, JSON.stringify(row)).not.toBe('')
  }
})

const sections = ['about', 'messages', 'population', 'demand', 'supply', 'gaps', 'finance', 'workforce', 'pressures']

/** Sections that no document can fill, each with its reason. */
const emptyOnPurpose: Readonly<Record<string, string>> = {
  'east-lothian population':
    'The report prints no number of people, and no population file of East Lothian is at hand.',
}

test('no section of a statement is empty that a document could fill', () => {
  const filled = (slug: string) =>
    new Set([...rowsOf(`${slug}/texts.csv`), ...rowsOf(`${slug}/indicators.csv`)].map((row) => row.section))
  const empty = slugs.flatMap((slug) =>
    sections.filter((section) => !filled(slug).has(section)).map((section) => `${slug} ${section}`),
  )
  expect(empty).toEqual(Object.keys(emptyOnPurpose))
})

test('every section that has words begins with a finding', () => {
  for (const slug of slugs) {
    for (const [section, rows] of Map.groupBy(rowsOf(`${slug}/texts.csv`), (row) => row.section)) {
      expect(rows.filter((row) => row.kind === 'lead').length, `${slug} ${section}`).toBe(1)
      expect(rows[0]?.kind, `${slug} ${section}`).toBe('lead')
    }
  }
})
