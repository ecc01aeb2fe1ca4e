import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { record } from '../ledger/index.ts'
import type { Id } from '../values/index.ts'
import { declare, type MercatEnv, staticRoutes } from './index.ts'

/** Pages that say how often they were made. */
function counting() {
  const made = new Map<string, number>()
  const page = (path: string) => {
    made.set(path, (made.get(path) ?? 0) + 1)
    return `<p>${path} ${made.get(path)}</p>`
  }
  const routes = new Hono<MercatEnv>()
    .get('/', declare('public.read', 'test.front'), (c) => c.html(page('/')))
    .get('/health', declare('public.health', 'test.health'), (c) => c.html(page('/health')))
    .get('/api/v1/things', declare('public.read', 'test.api'), (c) =>
      c.json(page(`/api ${c.req.query('partnership')}`)),
    )
    .get('/:partnership/once', declare('public.read', 'test.once'), (c) => c.text('gone', made.has('once') ? 200 : 410))
    .get('/:partnership', declare('public.read', 'test.home'), (c) => c.html(page(c.req.path)))
  return { routes, made }
}

const write = (database: Database, partnershipId: Id | null) =>
  asActor(database, systemActor(partnershipId), (db) =>
    record(db, systemActor(partnershipId), new Date(), { event: 'test.changed', subject: { kind: 'test', id: '1' } }),
  )

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

async function twoPartnerships() {
  const { routes, made } = counting()
  const { app } = await newTestApp([routes], { database })
  const [one, two] = [await newPartnership(database), await newPartnership(database)]
  const text = async (path: string) => (await app.request(path)).text()
  return { app, database, made, one, two, text }
}

test('a page is made once and served again until its data changes', async () => {
  const { database, one, text } = await twoPartnerships()
  const path = `/${one.slug}`
  expect([await text(path), await text(path)]).toEqual([`<p>${path} 1</p>`, `<p>${path} 1</p>`])
  await write(database, one.id)
  expect([await text(path), await text(path)]).toEqual([`<p>${path} 2</p>`, `<p>${path} 2</p>`])
})

test('another partnership’s change leaves a page kept, a change of what all share does not', async () => {
  const { database, one, two, text } = await twoPartnerships()
  const path = `/${one.slug}`
  await text(path)
  await write(database, two.id)
  expect(await text(path)).toBe(`<p>${path} 1</p>`)
  await write(database, null)
  expect(await text(path)).toBe(`<p>${path} 2</p>`)
})

test('what shows every partnership changes with each of them, and what asks for one only with that one', async () => {
  const { database, one, two, text } = await twoPartnerships()
  const of = `/api/v1/things?partnership=${one.slug}`
  await Promise.all([text('/'), text('/api/v1/things'), text(of)])
  await write(database, two.id)
  expect(await text('/')).toContain('/ 2')
  expect(await text('/api/v1/things')).toContain('undefined 2')
  expect(await text(of)).toContain(`${one.slug} 1`)
})

test('addresses that differ in their query are different pages', async () => {
  const { one, text, made } = await twoPartnerships()
  await text(`/${one.slug}?year=2018`)
  await text(`/${one.slug}?year=2028`)
  expect(made.get(`/${one.slug}`)).toBe(2)
})

test('health is never kept, and neither is a trouble', async () => {
  const { app, one, made, text } = await twoPartnerships()
  await text('/health')
  await text('/health')
  expect(made.get('/health')).toBe(2)
  expect((await app.request(`/${one.slug}/once`)).status).toBe(410)
  made.set('once', 1)
  expect((await app.request(`/${one.slug}/once`)).status).toBe(200)
})

test('a browser that holds the page is told so, for each form of it by a tag of its own', async () => {
  const { app, one, database } = await twoPartnerships()
  const path = `/${one.slug}`
  const get = (headers: Record<string, string> = {}) => app.request(path, { headers })
  const plain = await get()
  const packed = await get({ 'Accept-Encoding': 'br, gzip' })
  const [tag, packedTag] = [plain.headers.get('etag') ?? '', packed.headers.get('etag') ?? '']
  expect(tag).toMatch(/^"[0-9a-f]{24}"$/)
  expect(packedTag).not.toBe(tag)
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await plain.text())
  for (const answer of [plain, packed]) {
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  }
  for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const answer = await get({ 'If-None-Match': held })
    expect([held, answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([held, 304, tag, ''])
  }
  expect((await get({ 'If-None-Match': packedTag, 'Accept-Encoding': 'gzip' })).status).toBe(304)
  expect((await get({ 'If-None-Match': '"other"' })).status).toBe(200)
  await write(database, one.id)
  expect((await get({ 'If-None-Match': tag })).status).toBe(200)
})

test('a client that does not take gzip gets the page unpacked', async () => {
  const { app, one } = await twoPartnerships()
  for (const coding of ['gzip;q=0', 'identity', '', 'br', 'gzip; q=0.0']) {
    const answer = await app.request(`/${one.slug}`, { headers: { 'Accept-Encoding': coding } })
    expect([coding, answer.headers.get('content-encoding')]).toEqual([coding, null])
    expect(await answer.text()).toContain('<p>')
  }
})

test('HEAD has the headers of GET and no body, whichever was asked first', async () => {
  const { app, one } = await twoPartnerships()
  const head = await app.request(`/${one.slug}`, { method: 'HEAD' })
  const get = await app.request(`/${one.slug}`)
  const again = await app.request(`/${one.slug}`, { method: 'HEAD' })
  for (const one of [head, again]) {
    expect([one.status, await one.text()]).toEqual([200, ''])
    for (const name of ['etag', 'content-type', 'cache-control'])
      expect(one.headers.get(name)).toBe(get.headers.get(name))
  }
  expect(await get.text()).toContain(' 1</p>')
})

test('a file has a tag, is packed when asked, and is kept for a year at the address that names its content', async () => {
  const { app } = await newTestApp([staticRoutes(new URL('../ui/static/', import.meta.url))], { database })
  const get = (path: string, headers: Record<string, string> = {}) => app.request(`/static/${path}`, { headers })
  const [plain, packed] = [await get('mercat.css'), await get('mercat.css', { 'Accept-Encoding': 'gzip' })]
  expect([plain.status, plain.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await plain.text())
  const tags = [plain.headers.get('etag') ?? '', packed.headers.get('etag') ?? '']
  expect(new Set(tags).size).toBe(2)
  expect((await get('mercat.css', { 'If-None-Match': `W/${tags[0]}` })).status).toBe(304)
  expect((await get('mercat.css', { 'If-None-Match': tags[1] ?? '', 'Accept-Encoding': 'gzip' })).status).toBe(304)
  expect(plain.headers.get('cache-control')).toBe('public, max-age=3600')
  expect((await get('mercat.css?v=abc')).headers.get('cache-control')).toContain('immutable')
  const head = await app.request('/static/mercat.css', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('a file that is not there, or not one to give, is not found, and nothing breaks', async () => {
  const { app } = await newTestApp([staticRoutes(new URL('../ui/static/', import.meta.url))], { database })
  const odd = ['%', '%E0%A4%A', '..%2f..%2fpackage.json', '../server.ts', '%00', 'mercat.css/', 'brand/none.css', '']
  for (const path of odd) expect([path, (await app.request(`/static/${path}`)).status]).toEqual([path, 404])
})
