import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../../evidence/index.ts'
import { gradeWords } from './grade-words.ts'
import { summaryOf } from './register-summary.ts'
import { providerSizes, sectors } from './regulator.ts'
import { supplyFigureOf, supplyFigures } from './supply-figure.ts'
import {
  isSupplyFigureId,
  parseSupplyFigureId,
  type SupplyKey,
  supplyFigureId,
  supplyMeasures,
} from './supply-figure-id.ts'
import { type AreaTally, sumOf, sumsBy, type TallyRow } from './tally.ts'

const row = (over: Partial<TallyRow> = {}): TallyRow => ({
  regulator: 'care-inspectorate',
  council: 'S12000040',
  place: '',
  careService: 'Care Home Service',
  serviceType: 'care-home-older-people',
  sectorWord: 'Private',
  sector: 'private',
  inHouse: false,
  providerSize: 'single',
  lowestGrade: 4,
  services: 1,
  places: 40,
  beds: 40,
  ...over,
})

const tally = (rows: readonly TallyRow[], over: Partial<AreaTally> = {}): AreaTally => ({
  area: { code: 'S12000040', name: 'West Lothian' },
  asOf: '2025-05-31',
  regulator: 'care-inspectorate',
  sourceKey: 'register',
  demonstration: false,
  days: [
    {
      regulator: 'care-inspectorate',
      council: 'S12000040',
      councilName: 'West Lothian',
      asOf: '2025-05-31',
      sourceKey: 'register',
      demonstration: false,
    },
  ],
  missing: [],
  rows,
  ...over,
})

const source: Source = {
  key: 'register',
  title: 'Datastore',
  publisher: 'Care Inspectorate',
  published: null,
  edition: null,
  licence: 'Open Government Licence v3.0',
  licenceUrl: null,
  url: null,
  note: null,
}

const words = {
  sources: new Map([['register', source]]),
  types: [
    { key: 'care-at-home', name: 'Care at home' },
    { key: 'care-home-older-people', name: 'Care homes for older people' },
    { key: 'shared-lives', name: 'Shared Lives' },
  ],
}

const rows = [
  row({ services: 3, places: 120 }),
  row({ services: 1, places: 30, inHouse: true, sector: 'local-authority', sectorWord: 'Local Authority' }),
  row({ serviceType: 'care-at-home', careService: 'Support Service', services: 4, places: 0, beds: 0 }),
]

test('figures of supply say their number, where it is from and as at when', () => {
  const figures = supplyFigures(tally(rows), words)
  expect(figures.map(({ id, value }) => [id, value])).toEqual([
    ['places.S12000040.all.2025-05-31', 150],
    ['services.S12000040.all.2025-05-31', 8],
    ['in-house.S12000040.all.2025-05-31', 12.5],
    ['services.S12000040.care-at-home.2025-05-31', 4],
    ['in-house.S12000040.care-at-home.2025-05-31', 0],
    ['places.S12000040.care-home-older-people.2025-05-31', 150],
    ['services.S12000040.care-home-older-people.2025-05-31', 4],
    ['in-house.S12000040.care-home-older-people.2025-05-31', 25],
  ])
  expect(figures[5]).toMatchObject({
    finding: '150 registered places in West Lothian on 31 May 2025: care homes for older people',
    unit: 'places',
    sources: [{ key: 'register', edition: 'as at 31 May 2025', locus: 'West Lothian' }],
    note: null,
  })
})

test('behind a figure stand in-house and other providers, by sector and size, and they add up to it', () => {
  const working = supplyFigureOf(tally(rows), { measure: 'services', serviceType: null }, words)
  if ('missing' in working) throw new Error(working.missing)
  expect(working.behind.rows).toEqual([
    ['Other providers', 'Private', 'One service', 7, 120, 40],
    ['In-house', 'Council', 'One service', 1, 30, 40],
  ])
})

test('what can’t be said is a sentence, not a number', () => {
  const ask = (measure: SupplyKey['measure'], serviceType: string | null) => {
    const working = supplyFigureOf(tally(rows), { measure, serviceType }, words)
    return 'missing' in working ? working.missing : working.figure.value
  }
  expect(ask('places', 'care-at-home')).toContain('none of them registers places')
  expect(ask('in-house', 'shared-lives')).toContain('there are none')
  expect(ask('services', 'shared-lives')).toBe(0)
  expect(ask('services', 'nonsense')).toContain('not a service type')
})

test('a figure says which councils it adds up, which are missing, and that services are invented', () => {
  const two = tally(rows, {
    area: { code: 'S08000024', name: 'NHS Lothian' },
    days: [
      ...tally([]).days,
      {
        regulator: 'care-inspectorate',
        council: 'S12000010',
        councilName: 'East Lothian',
        asOf: '2025-04-30',
        sourceKey: 'register',
        demonstration: true,
      },
    ],
    missing: ['Midlothian'],
    demonstration: true,
  })
  const [figure] = supplyFigures(two, words)
  expect(figure?.method).toContain('the sum of West Lothian, East Lothian. East Lothian is as at 30 April 2025.')
  expect(figure?.note).toContain('invented')
  expect(figure?.note).toContain('Midlothian')
  expect(figure?.sources).toMatchObject([{ locus: 'West Lothian, East Lothian' }])
})

test('the summary counts in the regulator’s own words', () => {
  expect(summaryOf(tally(rows))).toEqual({
    asOf: '2025-05-31',
    area: 'S12000040',
    adultActive: 8,
    byType: { 'Care Home Service': 4, 'Support Service': 4 },
    bySector: { 'Local Authority': 1, Private: 7 },
    careHomesOlder: 4,
    careHomesOlderPlaces: 150,
  })
})

test('the sums by any dimension add up to the whole', () => {
  const any = fc.array(
    fc
      .record({
        sector: fc.constantFrom(...sectors),
        providerSize: fc.constantFrom(...providerSizes),
        inHouse: fc.boolean(),
        services: fc.integer({ min: 1, max: 50 }),
        places: fc.nat(500),
      })
      .map(row),
  )
  const key = fc.constantFrom<keyof TallyRow>('sector', 'providerSize', 'inHouse', 'place', 'lowestGrade')
  fc.assert(
    fc.property(any, key, (some, by) => {
      expect(sumOf([...sumsBy(some, (one) => one[by]).values()])).toEqual(sumOf(some))
    }),
  )
})

test('every identifier of a figure of supply reads back as what it was made of', () => {
  fc.assert(
    fc.property(
      fc.record<SupplyKey>({
        measure: fc.constantFrom(...supplyMeasures),
        area: fc.constantFrom('S12000040', 'west-lothian/locality/east', 'odd.code'),
        serviceType: fc.constantFrom(null, 'care-at-home', 'care-home-older-people'),
        asOf: fc.constantFrom('2016-01-31', '2025-05-31'),
      }),
      (any) => {
        expect(parseSupplyFigureId(supplyFigureId(any))).toEqual(any)
      },
    ),
  )
})

test.each([
  '',
  'places',
  'places.S12000040.all',
  'places.S12000040.all.2025-02-30',
  'population.S12000040.2028.75-plus',
])('“%s” is not the identifier of a figure of supply', (id) => expect(isSupplyFigureId(id)).toBe(false))

test('grades are said in the words of their regulator', () => {
  const scales = [
    { regulator: 'Care Inspectorate', grades: [{ rank: 4, word: 'Good' }] },
    { regulator: 'Care Quality Commission', grades: [{ rank: 4, word: 'Outstanding' }] },
  ]
  expect(gradeWords(scales, 'care-inspectorate')(4)).toBe('Good')
  expect(gradeWords(scales, 'cqc')(4)).toBe('Outstanding')
  expect([0, null, 9].map(gradeWords(scales, 'cqc'))).toEqual(['Not graded', 'Not graded', 'Grade 9'])
})
