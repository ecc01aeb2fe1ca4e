import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { geoJson, square } from '../../../test/support/example-map.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openDemonstration } from '../../../test/support/new-demonstration.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { importSources } from '../../evidence/index.ts'
import { importAreas } from '../../places/index.ts'
import { statementRoutes } from '../routes.tsx'
import { placePath, placesPath } from './paths.ts'
import { placeContent } from './queries/place-content.ts'
import { placesContent } from './queries/places-content.ts'
import { placeRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>

beforeAll(async () => {
  database = await openDemonstration()
  app = (await newTestApp([placeRoutes(), statementRoutes()], { database })).app
})
afterAll(() => database?.close())

async function get(path: string) {
  const response = await app.request(path)
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

/** The districts as an invented map of squares. */
const districtMap = () =>
  geoJson(
    Array.from({ length: 12 }, (_, i) => ({
      code: `E07000${117 + i}`,
      name: '',
      rings: [square(-3 + (i % 4) * 0.1, 53.6 + Math.floor(i / 4) * 0.1)],
    })),
  )

test('the places of a partnership are told as a finding, on a map, in a list and in each hierarchy', async () => {
  const { status, html } = await get(placesPath('lancashire'))
  expect(status).toBe(200)
  expect(html).toContain('Lancashire has 12 districts and 3 zones')
  expect(html).toContain('m-tiles')
  expect(html).toContain(`href="${placePath('lancashire', 'E07000117')}"`)
  expect(html).toContain('href="/lancashire/places/lancashire/zone/east"')
  expect(html).not.toMatch(/\sstyle=/)
  const zones = await get(placesPath('lancashire', 'zone'))
  expect(zones.html).toContain('The zones of Lancashire')
})

test('where there are no smaller areas, the page says what would fill it', async () => {
  const { status, html } = await get(placesPath('east-lothian'))
  expect(status).toBe(200)
  expect(html).toContain('No smaller areas have been imported')
})

test('a partnership without any area has a page too', async () => {
  const { slug } = await newPartnership(database)
  const { status, html } = await get(placesPath(slug))
  expect(status).toBe(200)
  expect(html).toContain('No smaller areas have been imported')
})

test.each([
  ['lancashire', 'E07000117', 'Burnley'],
  ['lancashire', 'lancashire/zone/east', 'East Lancashire'],
  ['lancashire', 'E10000017', 'Lancashire'],
  ['lancashire', 'E06000008', 'Blackburn with Darwen'],
  ['west-lothian', 'S13002827', 'Bathgate'],
  ['west-lothian', 'west-lothian/locality/east', 'East locality'],
  ['west-lothian', 'S12000040', 'West Lothian'],
  ['west-lothian', 'S08000024', 'NHS Lothian'],
  ['inverclyde', 'S12000018', 'Inverclyde'],
])('in %s the area %s is told as %s, with no part of its page left empty', async (slug, code, name) => {
  const { status, html } = await get(placePath(slug, code))
  expect(status).toBe(200)
  expect(html).toMatch(new RegExp(`<h1[^>]*>${name}</h1>`))
  for (const part of ['where', 'people', 'services', 'gaps', 'figures', 'files']) expect(html).toContain(`id="${part}"`)
  expect(html).toContain(`/data/figures.csv?area=${encodeURIComponent(code)}`)
})

test('an area’s page leads up, down and to its people', async () => {
  const zone = await get('/lancashire/places/lancashire/zone/east')
  expect(zone.html).toContain('5 districts lie in East Lancashire')
  expect(zone.html).toContain('href="/lancashire/places/E07000117"')
  const district = await get('/lancashire/places/E07000117')
  expect(district.html).toContain('href="/lancashire/places/lancashire/zone/east"')
  const council = await get('/west-lothian/places/S12000040')
  expect(council.html).toMatch(/The number of people aged 85 and over is projected to grow by \d+% from 2023 to 2043/)
  expect(council.html).toContain('href="/west-lothian/figures/population.S12000040.2043.65-')
})

test('where a register places its services by other areas, an area of none is not said to have nought', async () => {
  const { html } = await get('/west-lothian/places/west-lothian/locality/east')
  expect(html).toContain('Need against supply is not known here yet')
  expect(html).toContain('No registered service is known to stand here')
})

test('an earlier code leads to the present one', async () => {
  expect(await get('/lancashire/places/30UD')).toMatchObject({ status: 301, location: '/lancashire/places/E07000117' })
})

test.each([
  '/lancashire/places/S13002827',
  '/west-lothian/places/E07000117',
  '/west-lothian/places/30UD',
  '/west-lothian/places/S92000003',
  '/west-lothian/places/nowhere/at/all',
  '/nobody/places',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('pages are made of at most twelve queries', async () => {
  const counted = (slug: string, read: (typeof reads)[number]) =>
    asActor(database, publicActor, async (db) => {
      const partnership = await partnershipBySlug(db, slug)
      return (await countingQueries(async () => read(db, partnership))).queries
    })
  type Reader = (
    db: Parameters<typeof placeContent>[0],
    partnership: Parameters<typeof placeContent>[1],
  ) => Promise<unknown>
  const place =
    (code: string): Reader =>
    (db, partnership) =>
      placeContent(db, partnership, code, '2026-11-22')
  const reads: readonly Reader[] = [
    (db, partnership) => placesContent(db, partnership, undefined),
    place('E07000117'),
    place('E10000017'),
    place('lancashire/zone/east'),
    place('E06000008'),
  ]
  // The partnership itself is one more.
  for (const read of reads) expect(await counted('lancashire', read)).toBeLessThan(12)
})

test('once the boundaries of all areas are imported, maps draw them', async () => {
  const before = await get('/lancashire/statement/about')
  expect(before.html).toContain('12 districts, each about where it lies')
  const { id, areaCode } = await asActor(database, publicActor, (db) => partnershipBySlug(db, 'lancashire'))
  const file = fileInMemory('districts.geojson', districtMap())
  const words = 'Contains Example Survey data © Example copyright and database right 2014.'
  const source = `key,title,publisher,licence,note\nexample-map,An example map,Nobody,Open Government Licence v3.0,${words}`
  await importSources(database, fileInMemory('sources.csv', source), { at: testNow })
  await importAreas(database, { id, areaCode }, file, { at: testNow, source: 'example-map' })
  const maps = ['statement/about', 'places', 'places/E07000117']
  for (const path of maps.map((one) => `/lancashire/${one}`)) {
    const { status, html } = await get(path)
    expect(status).toBe(200)
    expect(html).toMatch(/<svg class="m-map" viewBox="0 0 800 \d+"/)
    expect(html).toContain('Boundaries of 2013, simplified.')
    expect(html).toContain('href="/lancashire/sources/example-map"')
    expect(html).toContain(words)
  }
  expect((await get('/lancashire/statement/about')).html).toContain('12 districts, each where it lies')
  expect((await get('/west-lothian/places')).html).toContain('m-tiles')
})
