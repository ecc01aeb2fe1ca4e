import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openDemonstration } from '../../../test/support/new-demonstration.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { dataRoutes, figureFileRoutes } from '../data-routes.tsx'
import { statementRoutes } from '../routes.tsx'
import { gapRoutes, serviceRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>

beforeAll(async () => {
  database = await openDemonstration()
  const routes = [figureFileRoutes(), dataRoutes(), gapRoutes(), serviceRoutes(), statementRoutes()]
  app = (await newTestApp(routes, { database })).app
})
afterAll(() => database?.close())

const get = async (path: string, status = 200): Promise<string> => {
  const response = await app.request(path)
  expect(response.status, path).toBe(status)
  return response.text()
}
const linksIn = (html: string, wanted: RegExp): string[] => [
  ...new Set(
    [...html.matchAll(/href="([^"#]+)"/g)].flatMap(([, href = '']) =>
      wanted.test(href) ? [href.replaceAll('&amp;', '&')] : [],
    ),
  ),
]
const wordsOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('from the grid a reader comes to a cell, to its source and to the file of its parts', async () => {
  const grid = await get('/lancashire/statement/gaps')
  expect(wordsOf(grid)).toContain('Every district, every service')
  const cells = linksIn(grid, /statement\/gaps\/E07\d+\/[a-z-]+$/)
  expect(cells.length).toBeGreaterThan(30)
  for (const path of cells.slice(0, 8)) {
    const cell = await get(path)
    for (const source of linksIn(cell, /\/sources\//).slice(0, 2)) await get(source)
    const rows: Record<string, string>[] = parse(await get(`${path}.csv`), { columns: true, record_delimiter: '\r\n' })
    const { need, supply, gap, rows: records } = JSON.parse(await get(`${path}.json`))
    expect(records).toHaveLength(rows.length)
    const sum = (part: string) =>
      rows.filter((row) => row.when === 'now' && row.part === part).reduce((all, row) => all + Number(row.value), 0)
    if (need) expect(sum('Need')).toBeCloseTo(need.value)
    if (supply) expect(sum('Supply')).toBeCloseTo(supply.value)
    if (gap) expect(gap.value).toBeCloseTo(sum('Need') - sum('Supply'))
  }
})

test.each(['west-lothian', 'inverclyde', 'east-lothian', 'lancashire'])(
  'the gaps of %s have a page however they are cut, and every service that they link has one',
  async (slug) => {
    const html = await get(`/${slug}/statement/gaps`)
    const levels = [...html.matchAll(/<option[^>]* value="([^"]+)"/g)].map(([, value = '']) => value)
    for (const by of [...levels, 'no-such-cut'])
      await get(`/${slug}/statement/gaps?by=${by}&when=forecast&service=${by}`)
    const services = linksIn(await get(`/${slug}/services`), /\/services\/[a-z-]+$/)
    expect(services.length).toBeGreaterThan(3)
    for (const path of services) await get(path)
  },
)

test('a cut by which nothing is known says so, with the way to another', async () => {
  const html = wordsOf(await get('/west-lothian/statement/gaps?by=locality'))
  expect(html).toContain('What is short in each locality is not known')
  expect(html).toContain('By other areas')
})

test('a service is told in the order now, forecast, wanted, bought, asked, with growth worked out', async () => {
  const html = await get('/lancashire/services/telecare')
  const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, words = '']) => words)
  const order = ['Now', 'What is forecast', 'What we want', 'When we buy', 'Whom to ask']
  expect(headings.filter((heading) => order.includes(heading))).toEqual(order)
  expect(wordsOf(html)).toContain('from 11,411 on 1 July 2019: 22.7% more')
  expect(wordsOf(await get('/lancashire/services'))).toContain('14,000 people, forecast, 31 March 2022')
  expect(wordsOf(await get('/lancashire/statement/gaps/E10000017/telecare'))).toContain('By 31 March 2022, Lancashire')
  expect(wordsOf(await get('/lancashire/services/day-support-older-people'))).toContain('from 1,470: 14.3% more')
})

test('a shortage that is named without a number is told where it is, and a target is called one', async () => {
  const html = wordsOf(await get('/lancashire/statement/gaps'))
  expect(html).toContain('Home care is hard to find in rural parts of Wyre')
  expect(html).toContain('Extra Care, a target')
  // Named in a zone, which is no row of a grid by districts.
  const zone = '/lancashire/statement/gaps/lancashire/zone/north/care-home-dementia-nursing'
  const named = html.slice(html.indexOf('What the documents name as short'))
  for (const where of ['Central Lancashire', 'North Lancashire']) expect(named.split(where)).toHaveLength(3)
  expect(wordsOf(await get(zone))).toContain('Nursing homes with dementia care are short in north Lancashire')
  // What is made up is said to be so where it is added up, on the page and in its files.
  expect(wordsOf(await get(zone))).toContain('in North Lancashire. Invented for the demonstration.')
  expect(await get(`${zone}.csv`)).toMatch(/^now,Need,.*,Invented for the demonstration\.\r$/m)
  expect(wordsOf(await get('/lancashire/figures/gap.lancashire%2Fzone%2Fnorth.care-home-dementia-nursing'))).toContain(
    'Invented for the demonstration.',
  )
  expect(await get('/lancashire/data/gaps.csv')).toMatch(/^E07000119,.*,Invented for the demonstration\.\r$/m)
  const homes = wordsOf(await get('/lancashire/services/care-home-dementia-nursing'))
  expect(homes.slice(homes.indexOf('What we want'))).toContain('North Lancashire')
  const fylde = wordsOf(await get('/lancashire/statement/gaps/E07000119/care-home-dementia-nursing'))
  expect(fylde.slice(fylde.indexOf('What the documents name'))).toContain('North Lancashire')
})

test('need, gap and volumes are figures with a page and a file', async () => {
  const cell = await get('/lancashire/statement/gaps/E10000017/care-at-home')
  const figures = linksIn(cell, /\/figures\//)
  expect(figures.map((path) => path.split('/').at(-1))).toContain('gap.E10000017.care-at-home.forecast')
  for (const path of figures) {
    expect(wordsOf(await get(path))).toContain('Where this figure comes from')
    expect((await get(`${path}.csv`)).split('\r\n').length).toBeGreaterThan(1)
  }
})

test('what is not there is not found, and a partnership without anything says so', async () => {
  await get('/lancashire/statement/gaps/E07000128/no-such-service', 404)
  await get('/lancashire/statement/gaps/S12000040/care-at-home', 404)
  await get('/lancashire/statement/gaps/nowhere', 404)
  await get('/lancashire/services/no-such-service', 404)
  const { slug } = await newPartnership(database, { areaCode: 'S12000005', title: 'Emptyshire' })
  expect(wordsOf(await get(`/${slug}/statement/gaps`))).toContain('Emptyshire')
  expect(wordsOf(await get(`/${slug}/services`))).toContain('Nothing is known yet')
  expect(wordsOf(await get(`/${slug}/services/telecare`))).toContain('No document names anybody')
})

test('each of these pages takes at most twelve queries', async () => {
  const paths = [
    '/lancashire/statement/gaps?when=now',
    '/lancashire/statement/gaps/E07000128/extra-care',
    '/lancashire/services?fresh',
    '/lancashire/services/extra-care?fresh',
    '/west-lothian/statement/gaps?when=now',
  ]
  for (const path of paths) {
    const { queries } = await countingQueries(() => get(path))
    expect(queries, path).toBeLessThanOrEqual(12)
  }
})

test('the tables of gaps, volumes and opportunities are files with as many rows as the data page says', async () => {
  const page = (await get('/lancashire/data')).replaceAll(/<[^>]+>/g, '|')
  for (const [name, title] of [
    ['gaps', 'Need, supply and gap by area and service'],
    ['volumes', 'Need, supply, use, targets and shortages'],
    ['opportunities', 'What the market is told, service by service'],
  ]) {
    const rows = parse(await get(`/lancashire/data/${name}.csv`), { columns: true, record_delimiter: '\r\n' })
    expect(rows.length, name).toBeGreaterThan(10)
    expect(page).toMatch(new RegExp(`\\|${title}\\|[^]*?\\|${rows.length.toLocaleString('en-GB')}\\|`))
  }
  // Of a health board only the part that is the partnership's would be known.
  const west = await get('/west-lothian/data/gaps.csv')
  const areas = west.split('\r\n').map((row) => row.split(',')[0])
  expect(areas).toContain('S12000040')
  expect(areas).not.toContain('S08000024')
})
