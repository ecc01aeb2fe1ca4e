import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { importBudgets } from '../../budgets/index.ts'
import { type Partnership, partnershipBySlug, publicActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { fileInMemory, fileOnDisk, type ImportReport } from '../../core/import/index.ts'
import { importSources } from '../../evidence/index.ts'
import { importContracts, importMarketAreas, importNationalFrameworks } from '../../procurement/index.ts'
import { dataRoutes } from '../data-routes.tsx'
import { contractSummaryRoutes } from './routes.tsx'

const demo = (path: string) => fileOnDisk(new URL(`../../../demo/${path}`, import.meta.url).pathname)
const options = { at: testNow }

let database: Database
let app: Hono<MercatEnv>
let bare: Partnership

beforeAll(async () => {
  database = await openNew()
  taken(await importSources(database, await demo('sources.csv'), options))
  taken(await importNationalFrameworks(database, await demo('national-frameworks.csv'), options))
  for (const slug of ['west-lothian', 'inverclyde']) {
    const partnership = await madePartnership(slug)
    taken(await importBudgets(database, partnership, await demo(`${slug}/budgets.csv`), options))
    taken(await importMarketAreas(database, partnership, await demo(`${slug}/market-areas.csv`), options))
    taken(await importContracts(database, partnership, await demo(`${slug}/contracts.csv`), options))
  }
  bare = await madePartnership('bare')
  app = (await newTestApp([contractSummaryRoutes(), dataRoutes()], { database })).app
})
afterAll(() => database?.close())

function taken(report: ImportReport) {
  expect(report.rejected).toEqual([])
}

async function madePartnership(slug: string): Promise<Partnership> {
  const title = slug === 'west-lothian' ? 'West Lothian' : slug === 'inverclyde' ? 'Inverclyde' : 'Bare'
  await newPartnership(database, { slug, title })
  return asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
}

const page = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, html: await response.text() }
}

const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await app.request(path)).text(), { columns: true, record_delimiter: '\r\n' })

/** One part of a page in words. */
const part = (html: string, id: string) => words(html.split(`id="${id}"`)[1]?.split('</section>')[0] ?? '')

// Each with what facts.md has of it in every part: description, period, development, management, and money.
const westLothian = [
  ['care-at-home', 'Nine lots', 'September 2019', 'unmet need', 'Service Matching Unit', '8,940,000'],
  ['specialist-care-and-support', '27 providers', 'January 2016', 'Scotland Excel', 'yearly', '6,600,000'],
  ['supported-living-24-hour', 'Block and spot', 'Varies by contract', '16 people', 'Commissioning Team', '2,703,420'],
  ['care-home-older-people', 'National Care Home', 'nationally each year', 'COSLA', 'Scotland Excel', '15,870,000'],
  ['care-home-adults', 'Mainly spot', 'Varies by contract', 'out-of-area', 'yearly', '8,713,000'],
  ['day-support-older-people', 'day care', '31 March 2020', 'under review', 'Allocations Group', '770,000'],
  ['day-support-adults', 'council’s own', 'no end date', 'Three council', 'Commissioning Team', '512,000'],
] as const

const inverclyde = [
  ['care-home-adults', '42%', 'May 2019', 'Single places', 'Strategic Commissioning', '2,460,000'],
  ['supported-living', 'ten providers', 'December 2019', 'can be extended', 'Allocation Groups', '7,000,000'],
  ['day-support-older-people', 'two lots', 'June 2019', 'reviewed in 2016/17', 'The person chooses', '600,000'],
  ['housing-support', 'Five individual', 'notice period', '1 April 2019', 'Commissioning Team', '300,000'],
  ['care-at-home', 'ten providers', 'March 2018', 'Fewer lots', 'Home Support Officers', '3,200,000'],
  ['care-home-older-people', 'about 600', 'negotiated yearly', 'specifications', 'resource panel', '14,500,000'],
  ['fostering', 'Scotland Excel', '24 March 2021', 'External placements', 'Children and Families', '300,000'],
  ['childrens-residential', 'short breaks', '31 March 2022', '27 October 2017', 'Children and Families', '1,900,000'],
  ['secure-care', 'Scotland Excel', '31 March 2020', 'Nobody has written', 'Children and Families', '100,000'],
] as const

test.each([
  ['west-lothian', westLothian],
  ['inverclyde', inverclyde],
] as const)('every summary of %s comes from the register, part by part', async (slug, summaries) => {
  const list = await page(`/${slug}/statement/contracts`)
  expect(list.status).toBe(200)
  const keys = [...list.html.matchAll(new RegExp(`href="/${slug}/statement/contracts/([a-z0-9-]+)"`, 'g'))].map(
    ([, key]) => key,
  )
  expect([...new Set(keys)]).toHaveLength(summaries.length)
  for (const [key, ...told] of summaries) {
    const { status, html } = await page(`/${slug}/statement/contracts/${key}`)
    expect(status, key).toBe(200)
    expect(words(html)).toContain('As at 22 November 2026')
    for (const [at, id] of ['description', 'period', 'development', 'management', 'money'].entries()) {
      expect.soft(part(html, id), `${key}: ${id}`).toContain(told[at])
    }
  }
})

test('a summary is read as at any day, with the dates as they were printed and the amount of the document', async () => {
  const then = words((await page('/west-lothian/statement/contracts/care-at-home?on=2019-03-01')).html)
  expect(then).toContain('As at 1 March 2019')
  expect(then).toContain('1 October 2015 to 30 September 2019')
  expect(then).not.toContain('1 October 2023 to')
  const now = words((await page('/west-lothian/statement/contracts/care-at-home')).html)
  expect(now).toContain('1 October 2023 to 30 September 2027')
  expect(now).toContain(
    'Moved on by 8 years for this demonstration; the source has 1 October 2015 to 30 September 2019.',
  )
  const before = words((await page('/west-lothian/statement/contracts/care-at-home?on=2011-01-01')).html)
  expect(before).toContain('Nobody has written about it for 1 January 2011.')
  expect(before).not.toContain('8,940,000')
  // What is no date is as if it were not asked.
  for (const on of ['', '2019-02-30', '0001-01-01', "'--"]) {
    const odd = await page(`/west-lothian/statement/contracts?on=${encodeURIComponent(on)}`)
    expect([odd.status, words(odd.html).includes('As at 22 November 2026')]).toEqual([200, true])
  }
})

test('a part of which nothing is known says so, and a partnership without summaries too', async () => {
  const area = [
    'key,name,description,published',
    'example,Example area,,yes',
    'told,Told area,Something is bought.,yes',
  ]
  taken(await importMarketAreas(database, bare, fileInMemory('areas.csv', area.join('\n')), options))
  const { html } = await page('/bare/statement/contracts/told')
  expect(part(html, 'description')).toContain('Something is bought.')
  for (const id of ['period', 'development', 'management']) {
    expect(part(html, id)).toContain('Nothing was written, and no contract on the register holds on 22 November 2026')
  }
  expect(part(html, 'money')).toContain('No document prints one by 22 November 2026')
  // Without words there was nothing to publish.
  expect((await page('/bare/statement/contracts/example')).status).toBe(404)
  expect((await page('/bare/statement/contracts/care-at-home')).status).toBe(404)
  const empty = await madePartnership('empty')
  expect(words((await page(`/${empty.slug}/statement/contracts`)).html)).toContain(
    'No summary of contracts of Bare is published',
  )
})

test('the open tables have what the pages have, as at the day that is asked', async () => {
  const summaries = await rowsOf('/west-lothian/data/contract-summaries.csv')
  expect(summaries).toHaveLength(7)
  expect(summaries.find((row) => row.market_area === 'care-at-home')).toMatchObject({
    as_at: '2026-11-22',
    amount: '8940000',
    basis: 'budget',
    year: '2019',
    source: 'wlm-2019',
    words_from: '2019-01-01',
  })
  const sum = summaries.reduce((total, { amount }) => total + Number(amount), 0)
  expect(sum).toBe(44_108_420)
  const contracts = await rowsOf('/west-lothian/data/contracts.csv?on=2019-03-01')
  const states = contracts.filter((row) => row.market_area === 'care-at-home').map(({ state, until }) => [state, until])
  expect(states.toSorted()).toEqual([
    ['in-force', '2019-09-30'],
    ['to-come', '2027-09-30'],
  ])
  expect((await app.request('/west-lothian/data/contracts.csv?on=2019-02-30')).status).toBe(422)
  const metadata = await (await app.request('/west-lothian/data/contract-summaries.csv-metadata.json')).json()
  expect(metadata['dc:source'].length).toBeGreaterThan(0)
})

test.each([
  '/west-lothian/statement/contracts',
  '/west-lothian/statement/contracts/care-at-home',
  '/inverclyde/statement/contracts/supported-living',
])('%s takes twelve queries at the most', async (path) => {
  const { queries } = await countingQueries(async () => (await app.request(`${path}?fresh=1`)).text())
  expect(queries).toBeLessThanOrEqual(12)
})
