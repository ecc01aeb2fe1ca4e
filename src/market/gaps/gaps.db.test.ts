import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { type Partnership, partnershipBySlug, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database, type Db } from '../../core/db/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { importSources } from '../../evidence/index.ts'
import { importAreas } from '../../places/index.ts'
import { importPopulation, importPrevalence } from '../index.ts'
import { cellOf } from './gap-grid.ts'
import { importOpportunities } from './import-opportunities.ts'
import { importVolumes } from './import-volumes.ts'
import { gapFigure, gapGrid } from './queries/gap-grid.ts'
import { opportunitiesOf } from './queries/opportunities.ts'
import { volumeById, volumesOf } from './queries/volumes.ts'

let database: Database
let partnership: Partnership
const at = new Date('2026-11-22T09:00:00Z')
const [whole, wyre, fylde, lancaster] = ['E10000017', 'E07000128', 'E07000119', 'E07000121']

const header =
  'key,service,area,care_group,role,label,finding,period,on,value,unit,basis,method,source,locus,status,note'
const row = (cells: Readonly<Record<string, string | number>>): string =>
  header
    .split(',')
    .map((key) => String(cells[key] ?? usual[key] ?? ''))
    .join(',')
const usual: Readonly<Record<string, string>> = {
  key: 'made-up',
  label: 'Something counted',
  finding: 'Something was counted',
  source: 'plan-2019',
  status: 'printed',
}
const volumes = (rows: readonly Readonly<Record<string, string | number>>[]) =>
  fileInMemory('volumes.csv', [header, ...rows.map(row)].join('\n'))
const take = (rows: readonly Readonly<Record<string, string | number>>[], of: Pick<Partnership, 'id'> = partnership) =>
  importVolumes(database, of, volumes(rows), { at })
const read = <T>(work: (db: Db) => Promise<T>): Promise<T> => asActor(database, publicActor, work)

const homes = { key: 'homes', service: 'Care homes for older people', role: 'need', unit: 'places', basis: 'estimate' }
const hours = { key: 'hours', service: 'Homecare', unit: 'hours-a-week', basis: 'estimate', period: '2025' }

beforeAll(async () => {
  database = await openNew()
  const made = await newPartnership(database, { title: 'Sampleshire', nation: 'england', areaCode: whole ?? '' })
  partnership = await read((db) => partnershipBySlug(db, made.slug))
  const sources =
    'key,title,publisher,published,licence\nplan-2019,A plan,A board,2019,As published\nrates-2020,Rates,A board,2020,As published\n'
  await importSources(database, fileInMemory('sources.csv', sources), { at })
  const areas = [
    'code,name,kind,nation,hierarchy,parent',
    'sample/north,North,zone,england,zone,E10000017',
    'sample/west,West,zone,england,zone,E10000017',
    'E07000121,Lancaster,district,england,zone,sample/north',
    'E07000128,Wyre,district,england,zone,sample/west',
    'E07000119,Fylde,district,england,zone,sample/west',
  ]
  await importAreas(database, partnership, fileInMemory('areas.csv', areas.join('\n')), { at })
  await pictureRegister(database, {
    asOf: '2025-06-30',
    regulator: 'cqc',
    councils: [whole ?? ''],
    services: [
      { number: '1', council: whole, place: wyre, places: 100 },
      { number: '2', council: whole, place: fylde, places: 60, in_house: true, sector: 'local-authority' },
      { number: '3', council: whole, place: lancaster, places: 40 },
    ],
  })
  await take([
    { ...homes, area: 'Wyre', value: 120, period: '2025' },
    { ...homes, area: 'Fylde', value: 50, period: '2025' },
    { ...homes, area: whole ?? '', value: 300, period: '2019' },
    { ...homes, area: whole ?? '', value: 330, period: '2030', basis: 'forecast' },
    { ...hours, area: 'Wyre', role: 'need', value: 900 },
    { ...hours, area: 'Wyre', role: 'supply', value: 700 },
    { ...hours, area: 'Fylde', role: 'need', value: 500 },
    { ...hours, area: 'Fylde', role: 'supply', value: 520 },
    {
      key: 'rural',
      service: 'care-at-home',
      area: 'Lancaster',
      role: 'shortage',
      finding: 'Hard to find in the country',
    },
    {
      key: 'new',
      service: 'Extra Care',
      area: whole ?? '',
      role: 'target',
      value: 1000,
      unit: 'homes',
      basis: 'target',
      period: '2025',
    },
    {
      key: 'tele',
      service: 'Telecare',
      area: whole ?? '',
      role: 'use',
      value: 11411,
      unit: 'people',
      basis: 'actual',
      period: '2019-07-01',
    },
    {
      key: 'tele',
      service: 'Telecare',
      area: whole ?? '',
      role: 'need',
      value: 14000,
      unit: 'people',
      basis: 'forecast',
      period: '2022-03-31',
    },
  ])
})
afterAll(() => database?.close())

test('each trouble of a volume is reported by line, column and reason, and the good rows are taken', async () => {
  const other = await newPartnership(database, { areaCode: 'S12000018' })
  const good = { service: 'telecare', area: 'Inverclyde', role: 'use', value: 4, unit: 'people', basis: 'actual' }
  const report = await take(
    [
      { ...good },
      { ...good, key: 'A key', service: 'Teleport', area: 'Atlantis', care_group: 'Wizards', source: 'nobody' },
      { ...good, key: 'b', value: '−4' },
      { ...good, key: 'c', role: 'target', basis: 'forecast' },
      { ...good, key: 'd', basis: 'target' },
      { ...good, key: 'e', value: '', unit: '', basis: '' },
      { ...good, key: 'f', period: 'soon', on: '2019-02-30', unit: 'wishes', status: 'caution' },
      { ...good },
    ],
    other,
  )
  expect(report).toMatchObject({ read: 8, added: 1, rejectedRows: 7, applied: true })
  expect(report.rejected.map(({ line, column }) => [line, column])).toEqual([
    [3, 'key'],
    [3, 'source'],
    [3, 'service'],
    [3, 'area'],
    [3, 'care_group'],
    [4, 'value'],
    [5, 'basis'],
    [6, 'role'],
    [7, 'value'],
    [8, 'period'],
    [8, 'on'],
    [8, 'unit'],
    [8, 'note'],
    [9, null],
  ])
})

test('a volume that is imported again keeps its identifier, and anyone reads it', async () => {
  const before = await read((db) => volumesOf(db, partnership.id, { service: 'telecare' }))
  const again = {
    key: 'tele',
    service: 'telecare',
    area: whole ?? '',
    role: 'use',
    value: 11412,
    unit: 'people',
    basis: 'actual',
    period: '2019-07-01',
  }
  expect(await take([again])).toMatchObject({ added: 0, changed: 1 })
  expect(await take([{ ...again, value: 11411 }])).toMatchObject({ added: 0, changed: 1 })
  expect(await take([{ ...again, value: 11411 }])).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  const after = await read((db) => volumesOf(db, partnership.id, { service: 'telecare' }))
  expect(after.map(({ id, value }) => [id, value])).toEqual(before.map(({ id, value }) => [id, value]))
  expect(after[0]).toMatchObject({ measure: 'tele', on: '2019-07-01', service: { name: 'Telecare' }, careGroup: null })
  expect(await read((db) => volumeById(db, partnership.id, after[0]?.id ?? ''))).toEqual(after[0])
})

test('registered places stand against need in each area and in the whole, and years that differ are said', async () => {
  const grid = await read((db) => gapGrid(db, partnership, { by: 'zone.district' }))
  expect(grid.levels.map(({ key }) => key)).toContain('zone')
  expect(grid.areas.map(({ name, group }) => [name, group])).toEqual([
    ['Fylde', 'West'],
    ['Lancaster', 'North'],
    ['Wyre', 'West'],
  ])
  const at = (area: string | undefined) => cellOf(grid, area ?? '', 'care-home-older-people')
  expect(at(wyre)).toMatchObject({ status: 'measured', gap: { value: 20, unit: 'places' }, because: null })
  expect(at(wyre)?.share?.toFixed(1)).toBe('16.7')
  expect(at(fylde)?.gap?.value).toBe(-10)
  expect(at(lancaster)).toMatchObject({ status: 'not-known', need: null, supply: { value: 40 } })
  expect(at(whole)).toMatchObject({
    gap: { id: `gap.${whole}.care-home-older-people`, value: 100, suppressed: false },
    because: 'Need is of 2019 and supply of 30 June 2025.',
    forecast: { gap: { value: 130, id: `gap.${whole}.care-home-older-people.forecast` } },
  })
})

test('a larger area is the sum of its parts only when every part is known, and says so when not', async () => {
  const zones = await read((db) => gapGrid(db, partnership, { by: 'zone' }))
  const west = cellOf(zones, 'sample/west', 'care-at-home')
  expect(west).toMatchObject({ need: { value: 1400 }, supply: { value: 1220 }, gap: { value: 180 } })
  expect(west?.need?.method).toBe('The sum of 2 areas: Fylde, Wyre.')
  const all = cellOf(zones, whole ?? '', 'care-at-home')
  expect(all?.gap ?? null).toBeNull()
})

test('what a document names as short without a number is named, a target is kept apart, growth is worked out', async () => {
  const grid = await read((db) => gapGrid(db, partnership, { by: 'zone.district' }))
  expect(cellOf(grid, lancaster ?? '', 'care-at-home')).toMatchObject({ status: 'named', gap: null })
  const extra = cellOf(grid, whole ?? '', 'extra-care')
  expect(extra).toMatchObject({ need: null, forecast: null, targets: [{ value: 1000 }] })
  const tele = cellOf(grid, whole ?? '', 'telecare')
  expect(tele?.series[0]?.forecasts[0]?.growthPercent?.toFixed(1)).toBe('22.7')
  expect(tele?.forecast?.gap?.value).toBe(2589)
})

test('a figure is found by its identifier with the rows behind it', async () => {
  const found = await read((db) => gapFigure(db, partnership, `gap.${wyre}.care-home-older-people`))
  expect(found?.figure).toMatchObject({
    value: 20,
    status: 'derived',
    sources: [{ key: 'plan-2019' }, { key: 'test-register' }],
  })
  expect(found?.behind.rows.map(([part, , , value, unit]) => [part, value, unit])).toEqual([
    ['Need', 120, 'places'],
    ['Supply', 100, 'places'],
  ])
  const missing = [
    `gap.${lancaster}.care-home-older-people`,
    'gap.E09000001.telecare',
    'gap.x',
    `need.${whole}.nothing`,
  ]
  for (const id of missing) expect(await read((db) => gapFigure(db, partnership, id)), id).toBeUndefined()
})

test('need by rates of places comes where no volume of need is, with a forecast from the projection', async () => {
  const population = (kind: 'estimate' | 'projection', vintage: number, rows: readonly string[]) =>
    importPopulation(database, fileInMemory(`${kind}.csv`, ['year,area,sex,all,0-64,65+', ...rows].join('\n')), {
      layout: 'bands',
      kind,
      vintage,
      source: 'rates-2020',
      at,
    })
  await population('estimate', 2023, [`2023,${whole},all,1200,1000,200`])
  await population('projection', 2018, [
    `2023,${whole},all,1210,1000,210`,
    `2033,${whole},all,1300,1000,300`,
    `2043,${whole},all,1400,1000,400`,
  ])
  const rates = fileInMemory('rates.csv', 'ages,sex,rate\n65+,all,0.1\n')
  await importPrevalence(database, rates, { measure: 'need-places-short-breaks', source: 'rates-2020', at })
  const cell = await read(async (db) =>
    cellOf(await gapGrid(db, partnership, { service: 'short-breaks' }), whole ?? '', 'short-breaks'),
  )
  expect(cell?.need).toMatchObject({ value: 20, unit: 'places', period: '2023', basis: 'estimate' })
  expect(cell?.forecast?.need).toMatchObject({ value: 30, period: '2033' })
  expect(cell?.behind('need', false).rows[0]?.[1]).toBe('All, 65 and over: 200 people × 0.1')
})

test('fewer than five people are hidden, and so is the gap that they are part of', async () => {
  const few = { key: 'few', service: 'Shared Lives', unit: 'people', basis: 'actual', period: '2025' }
  await take([
    { ...few, area: 'Wyre', role: 'need', value: 3, finding: 'Three people' },
    { ...few, area: 'Wyre', role: 'supply', value: 9 },
    { ...few, area: 'Fylde', role: 'need', value: 30 },
    { ...few, area: 'Fylde', role: 'supply', value: 20 },
  ])
  const grid = await read((db) => gapGrid(db, partnership, { by: 'zone.district', service: 'shared-lives' }))
  expect(cellOf(grid, wyre ?? '', 'shared-lives')).toMatchObject({
    status: 'hidden',
    need: { value: null, suppressed: true },
    gap: { value: null, suppressed: true },
    share: null,
  })
  const zones = await read((db) => gapGrid(db, partnership, { by: 'zone', service: 'shared-lives' }))
  expect(cellOf(zones, 'sample/west', 'shared-lives')?.gap).toMatchObject({ value: null, suppressed: true })
  expect(JSON.stringify(zones)).not.toContain('Three people')
})

test('a grid takes as many queries with many areas and services as with few', async () => {
  const count = (asked: Parameters<typeof gapGrid>[2]) =>
    read(async (db) => (await countingQueries(() => gapGrid(db, partnership, asked))).queries)
  const [all, one] = [await count({ by: 'zone.district' }), await count({ area: wyre, service: 'care-at-home' })]
  expect(all).toBeLessThanOrEqual(13)
  expect(one).toBeLessThanOrEqual(all)
})

test('what the market is told is kept by service, part and position, in their order', async () => {
  const columns = 'service,part,position,text,period,source,locus,note'
  const file = (rows: readonly string[]) => fileInMemory('o.csv', [columns, ...rows].join('\n'))
  const rows = [
    'Technology enabled care,bought,1,A tender begins,2021/22,plan-2019,§2,',
    'telecare,wanted,2,Calls before they are needed,,plan-2019,,',
    'telecare,wanted,1,A shop for those who pay,,plan-2019,,',
  ]
  const bad = ['telecare,wished,0,,soon,nobody,,', 'telecare,wanted,1,Again,,plan-2019,,']
  const report = await importOpportunities(database, partnership, file([...rows, ...bad]), { at })
  expect(report).toMatchObject({ added: 3, rejectedRows: 2 })
  expect(report.rejected.map(({ column }) => column)).toEqual(['text', 'part', 'position', 'period', 'source', null])
  expect(await importOpportunities(database, partnership, file(rows), { at })).toMatchObject({ unchanged: 3 })
  const told = await read((db) => opportunitiesOf(db, partnership.id, { service: 'telecare' }))
  expect(told.map(({ part, text }) => [part, text])).toEqual([
    ['wanted', 'A shop for those who pay'],
    ['wanted', 'Calls before they are needed'],
    ['bought', 'A tender begins'],
  ])
  const ledger = await asActor(database, systemActor(partnership.id), (db) => verifyLedger(db, partnership.id))
  expect(ledger).toMatchObject({ ok: true })
})
