import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import { fileInMemory } from '../core/import/index.ts'
import { verifyLedger } from '../core/ledger/index.ts'
import type { Id } from '../core/values/index.ts'
import {
  citedFigure,
  type IndicatorFilter,
  importIndicators,
  importSources,
  indicatorsOf,
  sourceByKey,
  sourceNamed,
} from './index.ts'

let database: Database
const at = new Date('2026-11-24T09:00:00Z')
const sources = `key,title,publisher,published,edition,licence,licence_url,url,note
plan-2019,A plan,A board,2019-03,Draft,As published,,https://example.org/plan,
rates-2013,Some rates,A journal,2013,,Open Government Licence v3.0,https://example.org/ogl,,Read with care.
`
beforeAll(async () => {
  database = await openNew()
  await importSources(database, fileInMemory('sources.csv', sources), { at })
})
afterAll(() => database.close())

const header =
  'key,label,finding,section,theme,area,period,ages,sex,value,lower,upper,unit,basis,comparator_label,comparator_value,direction,source,locus,status,note'
const good = [
  'growth,Growth,Older people grow fastest,population,Growth,S12000040,2008 to 2033,75+,,151.2,,,percent,projection,Scotland,80,higher,plan-2019,§3,printed,',
  'fall,Change,Fewer people of working age,population,Growth,West Lothian,2016 to 2026,18-64,,-2.6,,,percent,projection,,,,plan-2019,§3,printed,',
  'rate,Rate,One in five,demand,Health,S12000040,,,female,20,18,22.5,percent,estimate,England,,similar,rates-2013,,derived,2 ÷ 10.',
  'map,A map,The map is lost,about,Places,S12000040,,,,,,,,,,,,plan-2019,§1,lost,It was a picture.',
  'smoking,Smoking,More smoke than in Scotland,demand,Health,S12000040,,,,,,,,,Scotland,,higher,plan-2019,,caution,Only the direction is printed.',
]
const csv = (rows: readonly string[]) => fileInMemory('indicators.csv', [header, ...rows].join('\n'))
const importRows = (partnership: { id: Id }, rows: readonly string[], options: { dryRun?: boolean } = {}) =>
  importIndicators(database, partnership, csv(rows), { at, ...options })
const read = (id: Id, filter?: IndicatorFilter) => asActor(database, publicActor, (db) => indicatorsOf(db, id, filter))

test('a source is found by its key or its title, and importing it again changes nothing', async () => {
  const again = await importSources(database, fileInMemory('sources.csv', sources), { at })
  expect(again).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2, applied: true })
  const [byKey, byTitle] = await asActor(database, publicActor, async (db) => [
    await sourceByKey(db, 'plan-2019'),
    await sourceNamed(db, 'a PLAN'),
  ])
  expect(byKey).toMatchObject({ publisher: 'A board', published: '2019-03', edition: 'Draft', licenceUrl: null })
  expect(byTitle).toEqual(byKey)
})

test('each trouble of a source is reported by line, column and reason', async () => {
  const bad = fileInMemory('sources.csv', 'key,title,publisher,published,licence,url\nA b,T,,March,L,ftp://x\n')
  const { rejected, applied } = await importSources(database, bad, { at })
  expect(applied).toBe(false)
  expect(rejected.map(({ line, column }) => [line, column])).toEqual([
    [2, 'publisher'],
    [2, 'key'],
    [2, 'published'],
    [2, 'url'],
  ])
})

test('cited figures come back whole, in the order of the file, with their source and area', async () => {
  const partnership = await newPartnership(database)
  expect(await importRows(partnership, good)).toMatchObject({ read: 5, added: 5, rejectedRows: 0 })
  const figures = await read(partnership.id)
  expect(figures.map(({ measure }) => measure)).toEqual(['growth', 'fall', 'rate', 'map', 'smoking'])
  expect(figures[0]).toMatchObject({
    finding: 'Older people grow fastest',
    value: 151.2,
    unit: 'percent',
    period: '2008 to 2033',
    ages: '75+',
    sex: 'all',
    area: { code: 'S12000040', name: 'West Lothian' },
    comparator: { label: 'Scotland', value: 80, direction: 'higher' },
    sources: [{ key: 'plan-2019', title: 'A plan', locus: '§3', edition: 'Draft' }],
  })
  expect(figures[2]).toMatchObject({ interval: { lower: 18, upper: 22.5, kind: 'published' }, sex: 'female' })
  expect(figures[3]).toMatchObject({ value: null, unit: null, status: 'lost' })
  expect(figures[4]).toMatchObject({ value: null, comparator: { label: 'Scotland', value: null, direction: 'higher' } })
  expect(await read(partnership.id, { section: 'demand' })).toHaveLength(2)
  expect(await read(partnership.id, { theme: 'Growth', key: 'fall' })).toHaveLength(1)
})

test('importing again keeps every identifier, and a changed figure keeps its address', async () => {
  const partnership = await newPartnership(database)
  await importRows(partnership, good)
  const before = await read(partnership.id)
  expect(await importRows(partnership, good)).toMatchObject({ added: 0, changed: 0, unchanged: 5 })
  const mended = good.map((row) => row.replace('151.2', '151.3'))
  expect(await importRows(partnership, mended)).toMatchObject({ added: 0, changed: 1, unchanged: 4 })
  const after = await read(partnership.id)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after[0]?.value).toBe(151.3)
  const ledger = await asActor(database, systemActor(partnership.id), (db) => verifyLedger(db, partnership.id))
  expect(ledger).toMatchObject({ ok: true, entries: 2 })
})

test('a dry run counts what it would do and leaves nothing behind', async () => {
  const partnership = await newPartnership(database)
  expect(await importRows(partnership, good, { dryRun: true })).toMatchObject({ added: 5, dryRun: true })
  expect(await read(partnership.id)).toEqual([])
})

test.each([
  ['source', good[0]?.replace('plan-2019', 'plan-2020'), 'There is no source “plan-2020”.'],
  ['area', good[0]?.replace('S12000040', 'Atlantis'), 'No area has the code or name “Atlantis”.'],
  ['unit', good[0]?.replace(',percent', ',furlongs'), '“furlongs” is not a unit'],
  ['status', good[0]?.replace(',printed', ',sure'), '“sure” is not a status'],
  ['section', good[0]?.replace(',population,', ',weather,'), '“weather” is not a section'],
  ['basis', good[0]?.replace(',projection', ',hope'), '“hope” is not a basis'],
  ['value', good[0]?.replace(',151.2,', ',,'), 'The value is missing.'],
  ['value', good[0]?.replace('151.2', 'lots'), '“lots” is not a number.'],
  ['value', good[0]?.replace('151.2', '-3').replace('percent', 'people'), '-3 people is below zero.'],
  ['value', good[3]?.replace(',,,,,,,,,,,,', ',,,,7,,,people,actual,,,,'), 'A figure that is lost has no value.'],
  ['lower', good[2]?.replace('20,18', '20,21'), 'The lower limit 21 is above 20.'],
  ['upper', good[2]?.replace('22.5', '19'), 'The upper limit 19 is below 20.'],
  ['upper', good[2]?.replace('22.5', ''), 'Give both limits or neither.'],
  ['period', good[0]?.replace('2008 to 2033', 'soon'), '“soon” is not a period'],
  ['ages', good[0]?.replace('75+', 'old'), '“old” is not ages'],
  ['comparator_label', good[0]?.replace('Scotland', ''), 'Say what the figure is compared with.'],
  ['note', good[2]?.replace('2 ÷ 10.', ''), 'needs a note'],
])('trouble in %s is reported with its reason, and the good rows are taken', async (column, row, reason) => {
  const partnership = await newPartnership(database)
  const report = await importRows(partnership, [good[1] ?? '', row ?? ''])
  expect(report).toMatchObject({ read: 2, added: 1, rejectedRows: 1, applied: true })
  expect(report.rejected).toHaveLength(1)
  expect(report.rejected[0]).toMatchObject({ line: 3, column })
  expect(report.rejected[0]?.reason).toContain(reason)
})

test('a figure is found under its own partnership only', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  await importRows(mine, good)
  const id = (await read(mine.id))[0]?.id ?? ''
  const open = (partnershipId: Id, of: string) =>
    asActor(database, publicActor, (db) => citedFigure(db, partnershipId, of))
  expect((await open(mine.id, id)).finding).toBe('Older people grow fastest')
  await expect(open(theirs.id, id)).rejects.toThrow('not found')
  await expect(open(mine.id, 'nonsense')).rejects.toThrow('not found')
})
