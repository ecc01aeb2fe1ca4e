import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister, type ServiceSaid } from '../../../test/support/register.ts'
import { publicActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { importAreas } from '../../places/index.ts'
import { compareRegister, latestChange } from '../../providers/index.ts'
import { dataRoutes, figureFileRoutes } from '../data-routes.tsx'
import { statementRoutes } from '../routes.tsx'
import { supplyRoutes } from './routes.tsx'

const [west, east, west1, west2] = ['S12000040', 'S12000010', 'S13002820', 'S13002827'] as const
const at = new Date('2026-11-22T09:00:00Z')
const own = { sector_word: 'Local Authority', sector: 'local-authority', in_house: true } as const
const atHome = {
  care_service: 'Support Service',
  subtype: 'Care at Home',
  service_type: 'care-at-home',
  places: null,
  beds: null,
} as const

/** 58 homes and two services of care at home, one of them the council's; a fifth of the homes stand in the second ward. */
const services: ServiceSaid[] = [
  ...Array.from({ length: 58 }, (_, n) => ({
    number: `CS${100 + n}`,
    name: `Example House ${100 + n}`,
    place: n % 5 === 0 ? west2 : west1,
    places: 20 + n,
    lowest_grade: n % 4 === 0 ? 3 : 5,
    postcode: 'EX1 1AA',
    inspected_on: '2025-01-15',
  })),
  { ...atHome, ...own, number: 'CS1', name: '=Example & Care', place: west, provider_name: 'Invented Council' },
  { ...atHome, number: 'CS2', name: 'Sample Support', place: null, lowest_grade: null, town: 'Pretendhill' },
]

let database: Database
let app: Hono<MercatEnv>

beforeAll(async () => {
  database = await openNew()
  for (const slug of ['west', 'east']) {
    const areaCode = slug === 'west' ? west : east
    const { id } = await newPartnership(database, { slug, title: slug === 'west' ? 'West Lothian' : 'East', areaCode })
    const areas = [
      'code,name,kind,nation,hierarchy,parent,other_names,note',
      ...(slug === 'west'
        ? [`${west1},Linlithgow,ward,scotland,ward,${west},,`, `${west2},Bathgate,ward,scotland,ward,${west},,`]
        : [`${east},East Lothian,council,scotland,health-board,S92000003,,`]),
    ]
    const { rejected } = await importAreas(database, { id, areaCode }, fileInMemory('areas.csv', areas.join('\n')), {
      at,
    })
    expect(rejected).toEqual([])
  }
  await pictureRegister(database, {
    asOf: '2025-03-31',
    services: [...services.slice(2), { number: 'CS7', name: 'Gone House', place: west1, places: 5 }].map((one) =>
      one.number === 'CS110' ? { ...one, places: 10, lowest_grade: 1 } : one,
    ),
  })
  await pictureRegister(database, { asOf: '2025-05-31', services })
  app = (await newTestApp([dataRoutes(), figureFileRoutes(), supplyRoutes(), statementRoutes()], { database })).app
})
afterAll(() => database?.close())

const page = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, html: await response.text() }
}

const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the section tells how many services there are, of what kind, where, whose, how good, and what changed', async () => {
  const { status, html } = await page('/west/statement/supply')
  expect(status).toBe(200)
  const said = words(html)
  for (const finding of [
    '60 services are registered in West Lothian, with 2,813 places',
    'as at 31 May 2025',
    'Since the register of 31 March 2025 two services are new, one has gone, one has a better lowest grade and 20 places were added.',
    'The most common kind is care homes for older people: 58 of 60 services',
    '2% of the services are run in-house',
    'Linlithgow has the most services: 46 of 58',
    'The register does not tell in which ward of West Lothian two of the services stand.',
    '98% of the services are privately run',
    'About three graded services in four have no grade below “Good”',
    'One more service and 56 more places than on 31 March 2025',
  ]) {
    expect(said).toContain(finding)
  }
})

test('every linked number has its page, with the rows behind it', async () => {
  const { html } = await page('/west/statement/supply')
  const links = [...new Set([...html.matchAll(/href="(\/west\/figures\/[^"]+)"/g)].map((match) => match[1] ?? ''))]
  expect(links.length).toBeGreaterThan(12)
  for (const link of links) expect((await page(link)).status, link).toBe(200)
  const { html: figure } = await page(`/west/figures/places.${west}.care-home-older-people.2025-05-31`)
  expect(words(figure)).toContain('2,813 registered places')
  expect((await page(`/west/figures/places.${west}.care-home-older-people.2025-05-30`)).status).toBe(404)
  // Another partnership has no figures of this area.
  expect((await page(`/east/figures/services.${west}.all.2025-05-31`)).status).toBe(404)
})

test('a kind cuts every number, and one that is not there cuts nothing', async () => {
  const said = words((await page('/west/statement/supply?kind=care-at-home')).html)
  expect(said).toContain('Two services are registered in West Lothian')
  expect(said).toContain('One of the two services is privately run')
  expect(said).not.toContain('Since the register')
  const other = words((await page('/west/statement/supply?kind=%27--&by=nowhere')).html)
  expect(other).toContain('60 services are registered')
})

test('a place without a register has the section without it', async () => {
  const { status, html } = await page('/east/statement/supply')
  expect(status).toBe(200)
  expect(html).not.toContain('Cut the figures')
  expect(words((await page('/east/statement/supply/services')).html)).toContain('No register of services')
})

test('the list names services page by page, narrowed and sorted, and no postcode', async () => {
  const first = await page('/west/statement/supply/services')
  expect(first.html).not.toContain('EX1 1AA')
  expect(words(first.html)).toContain('Services 1 to 50 of 60')
  expect(words((await page('/west/statement/supply/services?page=9')).html)).toContain('Services 51 to 60 of 60')
  const rows = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map((match) => match[1])
  const largest = await page('/west/statement/supply/services?sort=-places&kind=care-home-older-people')
  expect(rows(largest.html)[0]).toBe('Example House 157')
  expect(rows((await page('/west/statement/supply/services?sort=-grade&grade=0')).html)).toEqual(['Sample Support'])
  expect(words((await page(`/west/statement/supply/services?area=${west2}`)).html)).toContain('12 services')
  expect(words((await page('/west/statement/supply/services?name=zzz')).html)).toContain('No service matches')
  const odd = await page('/west/statement/supply/services?sort=drop&page=-1&grade=x&sector=y&area=z&kind=%27%3B--')
  expect(odd.status).toBe(200)
})

test('what the latest register changed is counted as a comparison of the two days counts it', async () => {
  const { change, compared } = await asActor(database, publicActor, async (db) => ({
    change: await latestChange(db, west),
    compared: await compareRegister(db, { area: west, from: '2025-03-31', to: '2025-05-31' }),
  }))
  expect(compared).toMatchObject({ ...change })
})

test('the files of services and supply add up to the figure, and nothing in them runs', async () => {
  const rowsOf = async (table: string): Promise<Record<string, string>[]> =>
    parse(await (await app.request(`/west/data/${table}.csv`)).text(), { columns: true, record_delimiter: '\r\n' })
  const all = await rowsOf('services')
  expect(all).toHaveLength(60)
  expect(all.find(({ number }) => number === 'CS1')?.name).toBe(`'=Example & Care`)
  expect(Object.keys(all[0] ?? {})).not.toContain('postcode')
  const sum = (rows: Record<string, string>[], key: string) => rows.reduce((total, row) => total + Number(row[key]), 0)
  expect([sum(await rowsOf('supply'), 'services'), sum(await rowsOf('supply'), 'places')]).toEqual([60, 2813])
  const trend = await rowsOf('register-trend')
  expect(
    sum(
      trend.filter(({ as_of }) => as_of === '2025-03-31'),
      'services',
    ),
  ).toBe(59)
  const metadata = await (await app.request('/west/data/services.csv-metadata.json')).json()
  expect(metadata['dc:source']).toEqual(['Test register, Test regulator'])
})

test.each(['/west/statement/supply', '/west/statement/supply/services', '/west/data'])(
  '%s takes twelve queries at the most',
  async (path) => {
    const { queries } = await countingQueries(async () => (await app.request(`${path}?fresh=${path.length}`)).text())
    expect(queries).toBeLessThanOrEqual(12)
  },
)
