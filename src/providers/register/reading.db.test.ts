import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister, type ServiceSaid } from '../../../test/support/register.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database, type Db } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { entriesOf, sharedChain, verifyLedger } from '../../core/ledger/index.ts'
import { sourceMap } from '../../evidence/index.ts'
import { importAreas } from '../../places/index.ts'
import { serviceTypes } from '../queries/taxonomies.ts'
import { takeBackSuccession, tellSuccession } from './commands/tell-succession.ts'
import { compareRegister } from './queries/compare.ts'
import { filesOf } from './queries/files.ts'
import { serviceHistory } from './queries/history.ts'
import { servicesOf, servicesPerPage } from './queries/services.ts'
import { successionsOf } from './queries/succession.ts'
import { supplyFigureById } from './queries/supply.ts'
import { registerSummary, tallyOf } from './queries/tally.ts'
import { trendOf } from './queries/trend.ts'
import { supplyFigures } from './supply-figure.ts'
import { sumOf } from './tally.ts'

const [west, east, lothian, linlithgow, bathgate] = ['S12000040', 'S12000010', 'S08000024', 'S13002820', 'S13002827']
const at = new Date('2026-11-22T09:00:00Z')
const home = { care_service: 'Care Home Service', subtype: 'Older People', service_type: 'care-home-older-people' }
const atHome = {
  care_service: 'Support Service',
  subtype: 'Care at Home',
  service_type: 'care-at-home',
  places: null,
  beds: null,
}
const council = { sector_word: 'Local Authority', sector: 'local-authority', in_house: true } as const

const inMarch: ServiceSaid[] = [
  {
    ...home,
    number: 'CS1',
    name: 'Example House',
    place: linlithgow,
    places: 40,
    lowest_grade: 4,
    registered_on: '2011-04-01',
  },
  { ...home, number: 'CS2', name: 'Sample Lodge', place: bathgate, places: 30, lowest_grade: 3, ...council },
  { ...atHome, number: 'CS3', name: 'Any Care', place: west, lowest_grade: 5, provider_name: 'Any Provider Ltd' },
  { ...home, number: 'CS4', name: 'Closed House', place: linlithgow, status: 'inactive' },
  {
    number: 'CS5',
    name: 'Small Steps',
    care_service: 'Day Care of Children',
    service_type: null,
    client_group: 'children',
  },
]

const inMay: ServiceSaid[] = [
  { ...home, number: 'CS2', name: 'Sample Lodge', place: bathgate, places: 36, lowest_grade: 4, ...council },
  { ...atHome, number: 'CS3', name: 'Any Care', place: west, lowest_grade: 2, provider_name: 'Any Provider Ltd' },
  {
    ...home,
    number: 'CS9',
    name: 'Example House',
    place: linlithgow,
    places: 40,
    lowest_grade: null,
    registered_on: '2025-04-14',
  },
  { ...home, number: 'CS4', name: 'Closed House', place: linlithgow, status: 'inactive' },
]

let database: Database
beforeAll(async () => {
  database = await openNew()
  const { id } = await newPartnership(database)
  const areas = [
    'code,name,kind,nation,hierarchy,parent,other_names,note',
    `${lothian},NHS Lothian,health-board,scotland,health-board,S92000003,,`,
    `${west},West Lothian,council,scotland,health-board,${lothian},,`,
    `${east},East Lothian,council,scotland,health-board,${lothian},,`,
    `S12000019,Midlothian,council,scotland,health-board,${lothian},,`,
    `${linlithgow},Linlithgow,ward,scotland,ward,${west},,`,
    `${bathgate},Bathgate,ward,scotland,ward,${west},,`,
  ]
  const file = fileInMemory('areas.csv', areas.join('\n'))
  const { rejected } = await importAreas(database, { id, areaCode: west ?? '' }, file, { at })
  expect(rejected).toEqual([])
  await pictureRegister(database, { asOf: '2025-03-31', services: inMarch })
  await pictureRegister(database, { asOf: '2025-05-31', services: inMay })
  await pictureRegister(database, {
    asOf: '2025-04-30',
    services: [{ ...home, number: 'CS7', name: 'Coast House', council: east, place: east, places: 25 }],
    demonstration: true,
  })
  // A day on which the council had nothing at all is a day too.
  await pictureRegister(database, { asOf: '2025-06-30', councils: [east ?? ''], services: [] })
})
afterAll(() => database?.close())

const read = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)
const write = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor(), work)

test('the latest register up to a day answers, for adults’ active services alone, in two queries', async () => {
  const { result: tally, queries } = await countingQueries(() => read((db) => tallyOf(db, west ?? '', '2025-05-30')))
  expect(tally).toMatchObject({
    area: { code: west, name: 'West Lothian' },
    asOf: '2025-03-31',
    regulator: 'care-inspectorate',
    sourceKey: 'test-register',
    demonstration: false,
    missing: [],
  })
  expect(sumOf(tally?.rows ?? [])).toEqual({ services: 3, places: 70, beds: 80 })
  expect(queries).toBe(2)
  expect(await read((db) => tallyOf(db, west ?? '', '2025-03-30'))).toBeUndefined()
  expect((await read((db) => tallyOf(db, west ?? '')))?.asOf).toBe('2025-05-31')
})

test('a ward counts the services that stand in it, a health board adds up its councils and names those not known', async () => {
  const ward = await read((db) => tallyOf(db, linlithgow ?? '', '2025-03-31'))
  expect(ward?.rows.map(({ place, places }) => [place, places])).toEqual([[linlithgow, 40]])
  const board = await read((db) => tallyOf(db, lothian ?? '', '2025-05-31'))
  expect(board?.days.map(({ councilName, asOf }) => [councilName, asOf])).toEqual([
    ['East Lothian', '2025-04-30'],
    ['West Lothian', '2025-05-31'],
  ])
  expect(board).toMatchObject({ asOf: '2025-05-31', demonstration: true, missing: ['Midlothian'] })
  expect(sumOf(board?.rows ?? []).places).toBe(101)
})

test('the summary of a register is in the regulator’s words', async () => {
  expect(await read((db) => registerSummary(db, { area: west ?? '', asOf: '2025-05-31' }))).toEqual({
    asOf: '2025-05-31',
    area: west,
    adultActive: 3,
    byType: { 'Care Home Service': 2, 'Support Service': 1 },
    bySector: { 'Local Authority': 1, Private: 2 },
    careHomesOlder: 2,
    careHomesOlderPlaces: 76,
  })
  await expect(read((db) => registerSummary(db, { area: west ?? '', asOf: '2016-01-31' }))).rejects.toThrow(
    'A register of S12000040 on or before 31 January 2016 was not found.',
  )
})

test('a trend has every day of a council, in one query on the tally, and a nought where nothing was left', async () => {
  const { result: trend, queries } = await countingQueries(() => read((db) => trendOf(db, west ?? '', 'service-type')))
  expect(queries).toBe(2)
  expect(trend.days).toEqual(['2025-03-31', '2025-05-31'])
  expect(trend.lines.map(({ key, points }) => [key, points.map((point) => [point.services, point.places])])).toEqual([
    [
      '',
      [
        [3, 70],
        [3, 76],
      ],
    ],
    [
      'care-at-home',
      [
        [1, 0],
        [1, 0],
      ],
    ],
    [
      'care-home-older-people',
      [
        [2, 70],
        [2, 76],
      ],
    ],
  ])
  expect((await read((db) => trendOf(db, east ?? ''))).lines).toMatchObject([
    {
      key: '',
      points: [
        { services: 1, places: 25, inHouse: 0 },
        { services: 0, places: 0, inHouse: 0 },
      ],
    },
  ])
  expect((await read((db) => trendOf(db, linlithgow ?? ''))).lines[0]?.points.map(({ places }) => places)).toEqual([
    40, 40,
  ])
  expect((await read((db) => trendOf(db, 'S12000005'))).days).toEqual([])
})

test('two days are compared service by service, with names', async () => {
  const { services, ...counts } = await read((db) =>
    compareRegister(db, { area: west ?? '', from: '2025-03-31', to: '2025-11-30' }),
  )
  expect(counts).toEqual({
    area: west,
    from: '2025-03-31',
    to: '2025-05-31',
    matched: 2,
    new: 1,
    gone: 1,
    lowestGradeUp: 1,
    lowestGradeDown: 1,
    resized: 1,
    placesGained: 6,
    placesLost: 0,
    placesNew: 40,
    placesGone: 40,
    leftOut: [],
  })
  expect(services.new).toMatchObject([{ number: 'CS9', name: 'Example House', wentBefore: null }])
  expect(services.gone).toMatchObject([{ number: 'CS1', goesOnAs: null }])
  expect(services.regraded.map(({ before, after }) => [before.lowestGrade, after.lowestGrade, after.name])).toEqual([
    [5, 2, 'Any Care'],
    [3, 4, 'Sample Lodge'],
  ])
  expect(services.resized).toMatchObject([{ before: { places: 30 }, after: { places: 36 } }])
  const ward = await read((db) =>
    compareRegister(db, { area: bathgate ?? '', from: '2025-03-31', to: '2025-05-31', most: 0 }),
  )
  expect([ward.matched, ward.new, ward.placesGained, ward.services.resized.length]).toEqual([1, 0, 6, 0])
  const early = { area: west ?? '', from: '2024-01-31', to: '2025-05-31' }
  await expect(read((db) => compareRegister(db, early))).rejects.toThrow('on or before 31 January 2024')
})

test('a council that only one of two days knows is left out of a comparison by name', async () => {
  const board = await read((db) => compareRegister(db, { area: lothian ?? '', from: '2025-03-31', to: '2025-05-31' }))
  expect(board).toMatchObject({ leftOut: ['East Lothian'], matched: 2, new: 1, gone: 1 })
})

test('services are listed a page at a time, narrowed by any filter', async () => {
  const names = async (filter: Parameters<typeof servicesOf>[2], area = west ?? '') =>
    (await read((db) => servicesOf(db, area, filter))).services.map(({ number }) => number)
  expect(await names({})).toEqual(['CS3', 'CS9', 'CS2'])
  expect(await names({ on: '2025-03-31' })).toEqual(['CS3', 'CS1', 'CS2'])
  expect(await names({ place: linlithgow })).toEqual(['CS9'])
  expect(await names({}, linlithgow)).toEqual(['CS9'])
  expect(await names({ place: east })).toEqual([])
  expect(await names({ serviceType: 'care-at-home' })).toEqual(['CS3'])
  expect(await names({ sector: 'local-authority' })).toEqual(['CS2'])
  expect(await names({ inHouse: false })).toEqual(['CS3', 'CS9'])
  expect(await names({ grade: 0 })).toEqual(['CS9'])
  expect(await names({ grade: 2 })).toEqual(['CS3'])
  expect(await names({ name: 'ANY prov' })).toEqual(['CS3'])
  expect(await names({ name: '100%_' })).toEqual([])
  expect(await names({ size: 'single' })).toEqual(['CS3'])
  expect(await names({ size: 'small' })).toEqual(['CS9', 'CS2'])
  expect(await names({ size: 'large' })).toEqual([])
  expect(await read((db) => servicesOf(db, 'S12000005'))).toEqual({
    asOf: undefined,
    total: 0,
    page: 1,
    pages: 1,
    services: [],
  })
  expect(await read((db) => servicesOf(db, west ?? '', { page: 9 }))).toMatchObject({
    asOf: '2025-05-31',
    total: 3,
    page: 1,
    services: [{ number: 'CS3' }, { number: 'CS9', placeName: 'Linlithgow', lowestGrade: null }, { number: 'CS2' }],
  })
})

test('a long list goes on over pages, and providers are told by how many services they run', async () => {
  const many = Array.from({ length: servicesPerPage + 5 }, (_, at): ServiceSaid => {
    const [number, run] = [String(100 + at), at < 3 ? 'SP1' : at < 12 ? 'SP2' : 'SP3']
    return { ...home, number: `CS${number}`, name: `Home ${number}`, council: 'S12000018', provider_number: run }
  })
  await pictureRegister(database, { asOf: '2025-05-30', services: many })
  const page = (over: Parameters<typeof servicesOf>[2]) => read((db) => servicesOf(db, 'S12000018', over))
  const [first, last] = [await page({}), await page({ page: 2 })]
  expect([first.total, first.pages, first.services.length, last.services.length]).toEqual([55, 2, 50, 5])
  expect(new Set([...first.services, ...last.services].map(({ number }) => number)).size).toBe(55)
  expect([(await page({ size: 'small' })).total, (await page({ size: 'medium' })).total]).toEqual([3, 9])
  expect((await page({ size: 'large', page: 3 })).total).toBe(43)
})

test('the figures of supply have addresses that lead back to them', async () => {
  const words = await read(async (db) => ({ sources: await sourceMap(db), types: await serviceTypes(db) }))
  for (const area of [west ?? '', lothian ?? '']) {
    const tally = await read((db) => tallyOf(db, area))
    for (const figure of tally ? supplyFigures(tally, words) : []) {
      expect(await read((db) => supplyFigureById(db, figure.id))).toMatchObject({ figure })
    }
  }
  for (const id of ['places.S12000040.all.2025-05-30', 'places.S12000005.all.2025-05-31', 'places.x', 'gap.a.b']) {
    expect(await read((db) => supplyFigureById(db, id))).toHaveProperty('missing')
  }
})

test('files are listed with the latest day first', async () => {
  expect((await read((db) => filesOf(db, west))).map(({ asOf, rows }) => [asOf, rows])).toEqual([
    ['2025-05-31', 4],
    ['2025-03-31', 5],
  ])
})

const told = { regulator: 'care-inspectorate', number: 'CS9', earlierNumber: 'CS1', toldBy: null, at } as const

test('a succession is told, shown on both sides, refused when it can’t be, and taken back', async () => {
  const tell = (over = {}) =>
    write((db) => tellSuccession(db, systemActor(), { ...told, on: '2025-04-14', note: 'Sold.', ...over }))
  expect(await tell({ number: 'CS404' })).toMatchObject({ field: 'number' })
  expect(await tell({ number: 'CS1', earlierNumber: 'CS9' })).toMatchObject({ field: 'number' })
  expect(await tell({ on: '2011-03-31' })).toMatchObject({ field: 'on' })
  expect(await read((db) => successionsOf(db, 'care-inspectorate'))).toEqual([])
  expect(await tell()).toBeUndefined()
  expect((await read((db) => successionsOf(db, 'care-inspectorate', west))).length).toBe(1)
  expect(await read((db) => successionsOf(db, 'care-inspectorate', east))).toEqual([])
  expect(await tell()).toMatchObject({ sentence: 'That CS9 goes on from CS1 is told already.' })

  const { services, ...counts } = await read((db) =>
    compareRegister(db, { area: west ?? '', from: '2025-03-31', to: '2025-05-31' }),
  )
  expect([counts.new, counts.gone]).toEqual([1, 1])
  expect([services.new[0]?.wentBefore, services.gone[0]?.goesOnAs]).toEqual(['CS1', 'CS9'])
  const line = [
    { number: 'CS9', earlierNumber: 'CS1', name: 'Example House', earlierName: 'Example House', note: 'Sold.' },
  ]
  expect((await read((db) => serviceHistory(db, 'care-inspectorate', 'CS1'))).line).toMatchObject(line)
  expect((await read((db) => serviceHistory(db, 'care-inspectorate', 'CS9'))).line).toMatchObject(line)
  expect((await read((db) => serviceHistory(db, 'care-inspectorate', 'CS2'))).line).toEqual([])

  await write((db) => takeBackSuccession(db, systemActor(), told))
  expect(await read((db) => successionsOf(db, 'care-inspectorate'))).toEqual([])
  await expect(write((db) => takeBackSuccession(db, systemActor(), told))).rejects.toThrow('was not found.')
  const entries = await write((db) =>
    entriesOf(db, sharedChain, { kind: 'registered-service', id: 'care-inspectorate CS9' }),
  )
  expect(entries.map(({ event }) => event)).toEqual(['providers.succession-told', 'providers.succession-taken-back'])
  expect(await write((db) => verifyLedger(db, sharedChain))).toMatchObject({ ok: true })
})

test('the public cannot write a succession', async () => {
  const sold = { ...told, on: '2025-04-14', note: null }
  await expect(read((db) => tellSuccession(db, publicActor, sold))).rejects.toThrow()
})

test('a service keeps its history over all registers', async () => {
  const history = await read((db) => serviceHistory(db, 'care-inspectorate', 'CS2'))
  expect(history).toMatchObject({ present: true, latestOn: '2025-05-31', latest: { places: 36 }, demonstration: false })
  expect(history.areaNames.get(bathgate ?? '')).toBe('Bathgate')
  expect(history.events.map(({ on, kind, differences }) => [on, kind, differences.map(({ field }) => field)])).toEqual([
    ['2025-03-31', 'first', []],
    ['2025-05-31', 'changed', ['lowest_grade', 'places']],
  ])
  const gone = await read((db) => serviceHistory(db, 'care-inspectorate', 'CS1'))
  expect([gone.present, gone.events.map(({ kind }) => kind)]).toEqual([false, ['first', 'gone']])
  await expect(read((db) => serviceHistory(db, 'cqc', 'CS1'))).rejects.toThrow('This service was not found.')
})
