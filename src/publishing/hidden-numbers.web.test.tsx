import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../../test/support/new-app.ts'
import { openNew } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { type Partnership, partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../core/db/index.ts'
import { dataVersion } from '../core/http/data-version.ts'
import type { MercatEnv } from '../core/http/index.ts'
import { fileInMemory } from '../core/import/index.ts'
import { saveSection, settingsOf } from '../core/settings/index.ts'
import { importIndicators, importSources, indicatorsOf } from '../evidence/index.ts'
import { importAreas } from '../places/index.ts'
import { apiRoutes } from './api.ts'
import { publishEdition } from './commands/publish-edition.ts'
import { dataRoutes, figureFileRoutes } from './data-routes.tsx'
import { editionRoutes } from './editions-routes.tsx'
import { statementRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let partnership: Partnership

const county = 'E10000017'
/** Districts with their zone, and how many people of each use an invented service. */
const districts = [
  ['E07000121', 'north', 40, 'Lancaster'],
  ['E07000128', 'north', 3, 'Wyre'],
  ['E07000119', 'north', 12, 'Fylde'],
  ['E07000123', 'east', 31, 'Preston'],
  ['E07000126', 'east', 27, 'South Ribble'],
] as const
const people = new Map<string, number>([
  ...districts.map(([code, , count]): [string, number] => [code, count]),
  ['sample/zone/north', 55],
  ['sample/zone/east', 58],
  [county, 113],
])

const areas = [
  'code,name,kind,nation,hierarchy,parent,other_names,note',
  `sample/zone/north,Sample North,zone,england,zone,${county},,`,
  `sample/zone/east,Sample East,zone,england,zone,${county},,`,
  ...districts.map(([code, zone, , name]) => `${code},${name},district,england,zone,sample/zone/${zone},,`),
]
const header =
  'key,label,finding,section,theme,area,period,ages,sex,value,unit,basis,comparator_label,comparator_value,direction,source,locus,status,note'
const rows = [...people].map(
  ([area, count]) =>
    `users,People who use an example service,"${count} people use it",supply,Examples,${area},2026,,all,${count},people,actual,,,,sample,,printed,`,
)

beforeAll(async () => {
  database = await openNew()
  const { slug } = await newPartnership(database, { areaCode: county, nation: 'england' })
  partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
  const source = 'key,title,publisher,licence\nsample,A sample,Nobody,Open Government Licence v3.0\n'
  await importSources(database, fileInMemory('sources.csv', source), { at: testNow })
  const placed = await importAreas(database, partnership, fileInMemory('areas.csv', areas.join('\n')), { at: testNow })
  expect(placed).toMatchObject({ applied: true, rejectedRows: 0 })
  const taken = await importIndicators(database, partnership, fileInMemory('i.csv', [header, ...rows].join('\n')), {
    at: testNow,
  })
  expect(taken).toMatchObject({ applied: true, added: rows.length, rejectedRows: 0 })
  const routes = [apiRoutes(), dataRoutes(), figureFileRoutes(), editionRoutes(), statementRoutes()]
  app = (await newTestApp(routes, { database })).app
})
afterAll(() => database?.close())

const figures = () => asActor(database, publicActor, (db) => indicatorsOf(db, partnership.id))
const hiddenAreas = async () => (await figures()).filter(({ suppressed }) => suppressed).map(({ area }) => area.code)
const get = async (path: string) => {
  const response = await app.request(path)
  expect(response.status, path).toBe(200)
  return response.text()
}
const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  parse(await get(path), { columns: true, record_delimiter: '\r\n' })

test('the small number is hidden, and the smallest beside it, so that no zone and no county gives it away', async () => {
  expect(await hiddenAreas()).toEqual(['E07000128', 'E07000119'])
  const [hidden] = (await figures()).filter(({ suppressed }) => suppressed)
  expect(hidden).toMatchObject({
    value: null,
    unit: 'people',
    note: '[c] hidden: fewer than 5 people, or could be worked out from the rest.',
    finding: 'People who use an example service, Wyre: the number is hidden',
  })
})

test('a filter, or the address of one figure, shows no more than the whole table does', async () => {
  const [hidden] = (await figures()).filter(({ suppressed }) => suppressed)
  const id = hidden?.id ?? ''
  const some = await asActor(database, publicActor, (db) =>
    Promise.all([
      indicatorsOf(db, partnership.id, { section: 'supply' }),
      indicatorsOf(db, partnership.id, { key: 'users' }),
    ]),
  )
  for (const list of some) expect(list).toEqual(await figures())
  const alone = await get(`/${partnership.slug}/figures/${id}`)
  expect(alone).toContain('[c] hidden: fewer than 5 people')
  expect(alone).not.toMatch(/\b(3|12) people/)
})

test('the page, the tables and the interface say [c] or nothing, and never the number', async () => {
  const page = await get(`/${partnership.slug}/statement/supply`)
  expect(page.match(/<strong>\[c\]<\/strong>/g)).toHaveLength(2)
  expect(page).not.toContain('3 people use it')
  for (const table of ['figures', 'indicators']) {
    const hidden = (await rowsOf(`/${partnership.slug}/data/${table}.csv`)).filter(
      (row) => row.value === '' && row.suppressed === 'true' && row.note?.startsWith('[c] hidden'),
    )
    expect(hidden, table).toHaveLength(2)
    expect(hidden.map((row) => row.finding).join(' ')).not.toMatch(/\d/)
  }
  const { items } = JSON.parse(await get(`/api/v1/figures?partnership=${partnership.slug}&measure=users`))
  expect(items.filter((item: { suppressed: boolean }) => item.suppressed)).toHaveLength(2)
  expect(items.map((item: { value: number | null }) => item.value)).not.toContain(3)
})

test('an edition freezes what is hidden, and with another limit its table and that of today still tell nothing', async () => {
  const { slug } = partnership
  await asActor(database, systemActor(partnership.id), (db) =>
    publishEdition(db, systemActor(partnership.id), { partnership, title: 'First', summary: '', at: testNow }),
  )
  const frozen = await rowsOf(`/${slug}/editions/1/figures.csv`)
  expect(frozen.filter((row) => row.suppressed === 'true').map((row) => row.area_code)).toEqual([
    'E07000128',
    'E07000119',
  ])
  const before = await asActor(database, publicActor, (db) => dataVersion(db, slug))
  await setLimit(3)
  expect(await asActor(database, publicActor, (db) => dataVersion(db, slug))).not.toBe(before)
  // What an edition hid stays hidden, though nothing is below the new limit.
  expect(await hiddenAreas()).toEqual(['E07000128', 'E07000119'])
  await setLimit(30)
  expect(await hiddenAreas()).toEqual(['E07000128', 'E07000119', 'E07000123', 'E07000126'])
  expect(await get(`/${slug}/statement/supply`)).toContain('[c] hidden: fewer than 30 people')
})

test('where nothing is small, one query reads the figures', async () => {
  const other = await newPartnership(database)
  const one = `${header}\nusers,Label,Finding,supply,Examples,S12000040,2026,,all,50,people,actual,,,,sample,,printed,`
  await importIndicators(database, other, fileInMemory('i.csv', one), { at: testNow })
  const { queries } = await asActor(database, publicActor, (db) =>
    countingQueries(() => indicatorsOf(db, other.id, {}, new Map())),
  )
  expect(queries).toBe(1)
})

async function setLimit(limit: number): Promise<void> {
  const actor = systemActor(partnership.id)
  await asActor(database, actor, async (db) => {
    const { versions } = await settingsOf(db, partnership)
    const change = { section: 'publication', onVersion: versions.publication, content: { hideBelow: limit } } as const
    await saveSection(db, actor, partnership, change, testNow)
  })
}
