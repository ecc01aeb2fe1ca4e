import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, countingQueries, type Database, type Db } from '../core/db/index.ts'
import { fileInMemory, fileOnDisk } from '../core/import/index.ts'
import { areaByCode, areaResolver, areasOf, areasWithin, hierarchiesOf, importAreas, loadPlaces } from './index.ts'
import { places } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-22T09:00:00Z')
const header = 'code,name,kind,nation,hierarchy,parent,other_names,note'
const read = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)

/** Imports rows for a partnership that serves West Lothian unless told otherwise. */
async function load(partnership: { id: string }, rows: readonly string[], options = {}) {
  const file = fileInMemory('areas.csv', [header, ...rows].join('\n'))
  return importAreas(database, { id: partnership.id, areaCode: 'S12000040' }, file, { at, ...options })
}

test('four nations, 32 councils and Lancashire with its districts are there from the start', async () => {
  const codes = await read((db) => places(db).selectFrom('area').select('kind').where('reference', '=', true).execute())
  const count = (kind: string) => codes.filter((area) => area.kind === kind).length
  expect([count('country'), count('council'), count('county'), count('district')]).toEqual([4, 32, 1, 12])
})

test('loading the reference data again changes nothing and takes three queries', async () => {
  const everything = (db: Db) =>
    Promise.all(
      (['area', 'area_name', 'area_parent'] as const).map((t) => places(db).selectFrom(t).selectAll().execute()),
    )
  const before = await read(everything)
  const { queries } = await countingQueries(() => asActor(database, systemActor(), loadPlaces))
  expect(await read(everything)).toEqual(before)
  expect(queries - (await countingQueries(() => asActor(database, systemActor(), async () => {}))).queries).toBe(3)
})

test.each([
  ['S12000040', 'West Lothian'],
  [' s12000040 ', 'West Lothian'],
  ['S12000009', 'East Dunbartonshire'],
  ['edinburgh, CITY of', 'City of Edinburgh'],
  ['Argyll & Bute', 'Argyll and Bute'],
  ['Western Isles', 'Na h-Eileanan Siar'],
  ['30UK', 'Preston'],
  ['Lancashire-12', 'Lancashire'],
])('“%s” is %s', async (text, name) => {
  const resolve = await read((db) => areaResolver(db))
  expect(resolve(text)?.name).toBe(name)
})

test('a name that several areas bear is none of them, except to a partnership that works with only one', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  await load(mine, ['one/west,West locality,locality,scotland,locality,S12000040,Sunset,'])
  await load(theirs, ['two/west,West locality,locality,scotland,locality,S12000018,Sunset,'])
  expect((await read((db) => areaResolver(db)))('sunset')).toBeUndefined()
  expect((await read((db) => areaResolver(db, mine.id)))('sunset')?.code).toBe('one/west')
  expect((await read((db) => areaResolver(db)))('nowhere')).toBeUndefined()
})

const wards = [
  'S08000024,NHS Lothian,health-board,scotland,health-board,S92000003,,',
  'S12000040,West Lothian,council,scotland,health-board,S08000024,,',
  'S13002820,Linlithgow,ward,scotland,ward,S12000040,Lithgow;Lin,Code of 2013.',
  '"S13002821","Broxburn, Uphall and Winchburgh",ward,scotland,ward,S12000040,,',
]

test('areas of a file become the partnership’s, in several hierarchies, and a repeat leaves them as they are', async () => {
  const partnership = await newPartnership(database)
  expect(await load(partnership, wards)).toMatchObject({ added: 4, changed: 0, unchanged: 0, rejectedRows: 0 })
  expect(await load(partnership, wards)).toMatchObject({ added: 0, changed: 0, unchanged: 4, applied: true })
  const areas = await read((db) => areasOf(db, partnership.id, { kind: 'ward' }))
  expect(areas.map(({ code, parents }) => [code, parents])).toEqual([
    ['S13002821', [{ hierarchy: 'ward', code: 'S12000040', name: 'West Lothian' }]],
    ['S13002820', [{ hierarchy: 'ward', code: 'S12000040', name: 'West Lothian' }]],
  ])
  const trees = await read((db) => hierarchiesOf(db, partnership.id))
  expect(trees.map((tree) => [tree.hierarchy, tree.roots.map((root) => root.name)])).toEqual([
    ['administrative', ['Scotland']],
    ['health-board', ['Scotland']],
    ['ward', ['West Lothian']],
  ])
  expect(trees[2]?.roots[0]?.children.map(({ name, note }) => [name, note])).toEqual([
    ['Broxburn, Uphall and Winchburgh', null],
    ['Linlithgow', 'Code of 2013.'],
  ])
  const resolve = await read((db) => areaResolver(db))
  expect(resolve('LITHGOW')?.code).toBe('S13002820')
})

test('areas within a health board are its councils and their wards', async () => {
  await load(await newPartnership(database), wards)
  const within = await read((db) => areasWithin(db, 'S08000024'))
  // Other tests of this file put localities of their own under West Lothian.
  const codes = within.filter((area) => area.kind !== 'locality').map((area) => area.code)
  expect(codes).toEqual(['S12000040', 'S13002821', 'S13002820'])
  expect(await read((db) => areasWithin(db, 'S13002820'))).toEqual([])
})

test('the partnership’s own area is among its areas although no row names it', async () => {
  const partnership = await newPartnership(database)
  await load(partnership, ['own/north,North quarter,locality,scotland,locality,S12000040,,'])
  const areas = await read((db) => areasOf(db, partnership.id))
  expect(areas.map((area) => area.code)).toEqual(['S12000040', 'own/north'])
})

test('a partnership may change its own made-up areas, and not what others rely on', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  const row = (name: string, parent: string) => [`shift/a,${name},locality,scotland,locality,${parent},,`]
  await load(mine, row('Upper', 'S12000040'))
  expect(await load(mine, row('Uppermost', 'S12000018'))).toMatchObject({ changed: 1, rejectedRows: 0 })
  expect(await read((db) => areaByCode(db, 'shift/a'))).toMatchObject({ name: 'Uppermost' })
  await load(theirs, row('Uppermost', 'S12000018'))
  const report = await load(mine, row('Lower', 'S12000040'))
  expect(report.rejected).toEqual([
    { line: 2, column: 'name', reason: 'shift/a is Uppermost, not Lower.' },
    { line: 2, column: 'parent', reason: 'Uppermost stands under Inverclyde in the hierarchy locality already.' },
  ])
})

test.each([
  [',Nowhere,ward,scotland,ward,S12000040,,', 'code', 'The code is missing.'],
  [
    'S12000009,East Dunbartonshire,council,scotland,x,S92000003,,',
    'code',
    /earlier code of East Dunbartonshire: use S12000045/,
  ],
  ['S12000040,Fife,council,scotland,x,S92000003,,', 'name', 'S12000040 is West Lothian, not Fife.'],
  ['S12000040,West Lothian,ward,scotland,x,S92000003,,', 'kind', 'West Lothian has the kind council, not ward.'],
  ['n/1,New,ward,Scotia,x,S12000040,,', 'nation', /must be one of scotland, england/],
  ['n/1,New,ward,scotland,x,n/9,,', 'parent', /No area has the code n\/9/],
  [
    'S92000003,Scotland,country,scotland,administrative,S12000040,,',
    'parent',
    /West Lothian stands below S92000003 itself/,
  ],
])('the row %s is rejected at its column', async (row, column, reason) => {
  const report = await load(await newPartnership(database), [row])
  expect(report.rejected).toEqual([{ line: 2, column, reason: expect.stringMatching(reason) }])
  expect(report.applied).toBe(false)
})

test('a circle within one file is refused at the row that closes it', async () => {
  const report = await load(await newPartnership(database), [
    'c/1,First,zone,scotland,zone,S12000040,,',
    'c/2,Second,zone,scotland,zone,c/1,,',
    'c/3,Third,zone,scotland,ring,c/2,,',
    'c/2,Second,zone,scotland,ring,c/3,,',
  ])
  expect(report.rejected).toEqual([
    { line: 5, column: 'parent', reason: 'Third stands below c/2 itself in the hierarchy ring.' },
  ])
})

test.each([
  ['west-lothian', 'S12000040', ['administrative', 'health-board', 'integration-authority', 'locality', 'ward'], 14],
  ['inverclyde', 'S12000018', ['administrative', 'health-board', 'integration-authority'], 3],
  ['east-lothian', 'S12000010', ['administrative', 'health-board', 'integration-authority'], 3],
  ['lancashire', 'E10000017', ['administrative', 'system', 'zone'], 19],
])('the demonstration’s areas of %s are taken whole, twice', async (slug, areaCode, hierarchies, areas) => {
  const { id } = await newPartnership(database)
  const file = await fileOnDisk(new URL(`../../demo/${slug}/areas.csv`, import.meta.url).pathname)
  const first = await importAreas(database, { id, areaCode }, file, { at })
  expect(first).toMatchObject({ applied: true, rejected: [], rejectedRows: 0, added: first.read })
  expect(await importAreas(database, { id, areaCode }, file, { at })).toMatchObject({ unchanged: first.read })
  expect((await read((db) => hierarchiesOf(db, id))).map((tree) => tree.hierarchy)).toEqual(hierarchies)
  expect(await read((db) => areasOf(db, id))).toHaveLength(areas)
})
