import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf, paragraph } from '../../test/support/blocks.ts'
import { newTestApp, testNow } from '../../test/support/new-app.ts'
import { openDemonstration } from '../../test/support/new-demonstration.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { type Partnership, partnershipBySlug, publicActor, systemActor } from '../core/auth/index.ts'
import { ownerOf } from '../core/db/database.ts'
import { asActor, countingQueries, type Database } from '../core/db/index.ts'
import type { MercatEnv } from '../core/http/index.ts'
import { fileInMemory } from '../core/import/index.ts'
import { importIndicators, indicatorsOf } from '../evidence/index.ts'
import type { Block } from './block.ts'
import { publishEdition } from './commands/publish-edition.ts'
import { saveSection } from './commands/save-section.ts'
import { editionRoutes } from './editions-routes.tsx'
import { sectionDraft } from './queries/drafts.ts'
import { statementRoutes } from './routes.tsx'
import type { SectionSlug } from './section.ts'

let database: Database
let app: Hono<MercatEnv>
let partnership: Partnership

const placed = 'population.S12000040.2043.all'
const script = '<script>alert(1)</script>'

async function write(section: SectionSlug, change: (blocks: readonly Block[]) => Block[]) {
  const actor = systemActor(partnership.id)
  await asActor(database, actor, async (db) => {
    const { version: base, blocks } = await sectionDraft(db, partnership.id, section)
    await saveSection(db, actor, { partnershipId: partnership.id, section, base, blocks: change(blocks), at: testNow })
  })
}

const publish = (title: string, summary = '') =>
  asActor(database, systemActor(partnership.id), (db) =>
    publishEdition(db, systemActor(partnership.id), { partnership, title, summary, at: testNow }),
  )

beforeAll(async () => {
  database = await openDemonstration()
  app = (await newTestApp([editionRoutes(), statementRoutes()], { database })).app
  partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, 'west-lothian'))
  await write('demand', (blocks) => [...blocks, paragraph(1, script), { id: idOf(2), kind: 'figure', figure: placed }])
  await publish('Second <thoughts> & more', 'What is new.')
})
afterAll(() => database?.close())

const get = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, html: await response.text(), response }
}

test('the home names its edition, and shows what changed and where to print it', async () => {
  const { html } = await get('/west-lothian')
  expect(html).toContain('<strong>Edition 2</strong>, 22 November 2026')
  expect(html).toContain('<a href="/west-lothian/editions/1/compare/2">See what changed since edition 1</a>')
  expect(html).toContain('<a href="/west-lothian/editions/2/print">Print this edition</a>')
  expect(html).toContain('Changed since edition 1')
  expect(html).toContain('The words of Need changed.')
  expect(html).toContain('type="application/atom+xml"')
})

test('a first edition is compared with nothing', async () => {
  const { html } = await get('/inverclyde')
  expect(html).toContain('<strong>Edition 1</strong>')
  expect(html).not.toContain('Changed since')
})

test('a section shows a placed figure live, and a script as words', async () => {
  const { html } = await get('/west-lothian/statement/demand')
  expect(html).toContain(`href="/west-lothian/figures/${placed}"`)
  expect(html).toContain('&lt;script>alert(1)&lt;/script>')
  expect(html).not.toContain(script)
})

test('a draft is not shown until it is published', async () => {
  await write('workforce', (blocks) => [...blocks, paragraph(1, 'Only a draft.')])
  expect((await get('/west-lothian/statement/workforce')).html).not.toContain('Only a draft.')
})

test('a figure that no longer exists leaves a card that says so, and its edition keeps it', async () => {
  const { id, slug } = await newPartnership(database)
  const own = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
  const file =
    'key,label,finding,section,theme,area,period,value,unit,basis,source,locus,status\nbeds,Beds,Beds are few,supply,Beds,S12000040,2021,48,beds,actual,wlm-2019,§2,printed\n'
  await importIndicators(database, own, fileInMemory('indicators.csv', file), { at: testNow })
  const actor = systemActor(id)
  await asActor(database, actor, async (db) => {
    const [beds] = await indicatorsOf(db, id)
    const blocks: Block[] = [{ id: idOf(1), kind: 'figure', figure: beds?.id ?? '' }]
    await saveSection(db, actor, { partnershipId: id, section: 'gaps', base: 0, blocks, at: testNow })
    await publishEdition(db, actor, { partnership: own, title: 'First', summary: '', at: testNow })
  })
  expect((await get(`/${slug}/statement/gaps`)).html).toContain('Beds are few')
  await sql`delete from indicator where partnership_id = ${id}`.execute(ownerOf(database))
  // A write behind the ledger's back: asked for another way, the page is made anew.
  expect((await get(`/${slug}/statement/gaps?anew`)).html).toContain(
    'The figure that stood here is not published any more',
  )
  expect((await get(`/${slug}/editions/1/gaps`)).html).toContain('Beds are few')
  // Who follows the edition's link to the figure of today is told, and shown what there was.
  const today = /href="([^"]*)">The figure as it stands today/.exec((await get(`/${slug}/editions/1/gaps`)).html)?.[1]
  const gone = await get(today ?? '')
  expect(gone.status).toBe(404)
  expect(gone.html).toContain('The statement does not have this figure any more.')
  expect(gone.html).toContain(`href="/${slug}/editions/1/supply"`)
})

test('an edition names its sources as they were called when it was published', async () => {
  const owner = ownerOf(database)
  const before = (await get('/west-lothian/editions/1/supply')).html
  const [, key = '', title = ''] =
    /In our words, from <a href="\/west-lothian\/sources\/([^"]+)">([^<]+)</.exec(before) ?? []
  await sql`update source set title = 'Renamed since' where key = ${key}`.execute(owner)
  expect((await get('/west-lothian/statement/supply?anew')).html).toContain('Renamed since</a>')
  for (const path of ['supply', 'print']) {
    const { html } = await get(`/west-lothian/editions/1/${path}?anew`)
    expect(html).toContain(`In our words, from <a href="/west-lothian/sources/${key}">${title}<`)
  }
  await sql`update source set title = ${title} where key = ${key}`.execute(owner)
})

test('the list has every edition, newest first, with what changed', async () => {
  const { html } = await get('/west-lothian/editions')
  expect(html).toContain('Two editions have been published')
  expect(html.indexOf('Edition 2: Second')).toBeLessThan(html.indexOf('Edition 1: First'))
  expect(html).toContain('The words of Need changed. One figure was added.')
})

test('before the first edition the list says so, and the feed is empty', async () => {
  const { slug } = await newPartnership(database)
  expect((await get(`/${slug}/editions`)).html).toContain('No edition has been published yet')
  const { html, status } = await get(`/${slug}/editions/feed.atom`)
  expect(status).toBe(200)
  expect(html).not.toContain('<entry>')
})

test('an older edition says first that there is a newer one, and keeps its words and figures', async () => {
  const { html } = await get('/west-lothian/editions/1')
  expect(html).toContain('There is a newer edition.')
  expect(html.indexOf('There is a newer edition.')).toBeLessThan(html.indexOf('<h1'))
  expect((await get('/west-lothian/editions/1/demand')).html).not.toContain('alert(1)')
  const { html: second } = await get('/west-lothian/editions/2/demand')
  expect(second).toContain('alert(1)')
  expect(second).toContain('The figure as it stands today')
  expect((await get('/west-lothian/editions/2')).html).not.toContain('There is a newer edition.')
})

test('a whole edition stands on one page with every table open', async () => {
  const { html } = await get('/west-lothian/editions/2/print')
  expect(html.match(/<h2/g)?.length).toBeGreaterThanOrEqual(9)
  expect(html).not.toMatch(/<details(?![^>]* open)/)
})

test('two editions stand side by side: words and figures', async () => {
  const { html } = await get('/west-lothian/editions/1/compare/2')
  expect(html).toContain('What changed from edition 1 to edition 2')
  expect(html).toContain('New in edition 2')
  expect(html).toMatch(/<ins>.*alert\(1\)/s)
})

test('the choice of two editions leads to their comparison, the earlier first', async () => {
  const { response } = await get('/west-lothian/editions/compare?from=2&to=1')
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/west-lothian/editions/1/compare/2')
  expect((await get('/west-lothian/editions/2/compare/1')).status).toBe(301)
})

test.each([
  ['the same edition twice', 'from=2&to=2', 'An edition can’t be compared with itself.'],
  ['none at all', '', 'Choose two editions to compare.'],
  ['something that is no edition', 'from=one&to=2', 'Choose two editions to compare.'],
])('%s comes back with a sentence that leads to the choice', async (_, query, sentence) => {
  const { status, html } = await get(`/west-lothian/editions/compare?${query}`)
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: Editions of the statement')
  expect(html).toContain(`<a href="#to">${sentence}`)
})

test.each([
  '/west-lothian/editions/99',
  '/west-lothian/editions/0',
  '/west-lothian/editions/one',
  '/west-lothian/editions/99999999999999999999',
  '/west-lothian/editions/99/demand',
  '/west-lothian/editions/99/print',
  '/west-lothian/editions/99/figures.csv',
  '/west-lothian/editions/1/compare/99',
  '/west-lothian/editions/1/nothing',
  '/nowhere/editions',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('an edition compared with itself by its address is refused in a sentence', async () => {
  const { status, html } = await get('/west-lothian/editions/1/compare/1')
  expect(status).toBe(422)
  expect(html).toContain('An edition can’t be compared with itself.')
})

test('the figures of an edition are a file, the same as CSV and as JSON', async () => {
  const { html: csv, response } = await get('/west-lothian/editions/1/figures.csv')
  expect(response.headers.get('content-disposition')).toContain('west-lothian-edition-1-figures.csv')
  const rows = parse(csv, { columns: true, record_delimiter: '\r\n' })
  const json = JSON.parse((await get('/west-lothian/editions/1/figures.json')).html)
  expect(json.edition).toMatchObject({ number: 1 })
  expect(json.rows.length).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(50)
})

test('the feed is Atom with lasting identifiers, whole addresses and escaped words', async () => {
  const { html, response } = await get('/west-lothian/editions/feed.atom')
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(html).toContain(`<id>urn:uuid:${partnership.id}</id>`)
  expect(html.match(/<entry>/g)).toHaveLength(2)
  expect(html.match(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/g)).toHaveLength(3)
  expect(html).toMatch(/<link href="http:\/\/[^"]+\/west-lothian\/editions\/2"/)
  expect(html).toContain('Edition 2: Second &lt;thoughts&gt; &amp; more')
  expect(html).toContain('The words of Need changed.')
  expect(html).toContain('<updated>2026-11-22T18:00:00.000Z</updated>')
})

test('no page of editions takes more than twelve queries', async () => {
  const paths = [
    '',
    '/editions',
    '/editions/1',
    '/editions/2/demand',
    '/editions/2/print',
    '/editions/1/compare/2',
    '/statement/demand',
    '/editions/feed.atom',
  ]
  for (const path of paths) {
    const { queries } = await countingQueries(async () => app.request(`/west-lothian${path}?fresh=${path.length}`))
    expect(queries, path).toBeLessThanOrEqual(12)
    expect(queries, path).toBeGreaterThan(0)
  }
})
