import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { readConfig } from '../config/index.ts'
import type { Database } from '../db/index.ts'
import { declare, type MercatEnv, staticRoutes } from './index.ts'
import { clientAddress } from './rate-limit.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const routes = () =>
  new Hono<MercatEnv>()
    .get('/thing', declare('public.read', 'test.read'), (c) => c.html('<p>a thing</p>'))
    .post('/thing', declare('public.read', 'test.write'), (c) => c.text('changed'))
    .get('/address', declare('public.read', 'test.address'), (c) => c.text(clientAddress(c)))
    .get('/bug', declare('public.read', 'test.bug'), () => {
      throw new Error('a bug')
    })

const statics = () => staticRoutes(new URL('../ui/static/', import.meta.url))

const headers = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

test('every answer carries the same protection: pages, kept pages, 304s, files and every error', async () => {
  const { app } = await newTestApp([routes(), statics()], { database })
  const etag = (await app.request('/thing')).headers.get('etag') ?? ''
  const file = (await app.request('/static/mercat.css')).headers.get('etag') ?? ''
  const asked: [number, string, RequestInit][] = [
    [200, '/thing', {}],
    [304, '/thing', { headers: { 'If-None-Match': etag } }],
    [200, '/static/mercat.css', {}],
    [304, '/static/mercat.css', { headers: { 'If-None-Match': file } }],
    [404, '/static/nothing.css', {}],
    [404, '/nothing', {}],
    [404, '/api/nothing', {}],
    [405, '/thing', { method: 'DELETE' }],
    [401, '/thing', { headers: { Authorization: 'Bearer x' } }],
    [403, '/thing', { method: 'POST' }],
    [500, '/bug', {}],
  ]
  for (const [status, path, init] of asked) {
    const answer = await app.request(path, init)
    const found = Object.fromEntries(Object.keys(headers).map((name) => [name, answer.headers.get(name)]))
    expect({ path, status: answer.status, ...found }).toEqual({ path, status, ...headers })
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    expect(answer.headers.get('x-powered-by')).toBeNull()
  }
})

test('only a site that is served over HTTPS promises it', async () => {
  const { app } = await newTestApp([routes()], {
    database,
    config: readConfig({ MERCAT_PUBLIC_URL: 'https://x.example' }, '.'),
  })
  expect((await app.request('/thing')).headers.get('strict-transport-security')).toContain('max-age=31536000')
})

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

test.each<[string, Record<string, string>, number]>([
  ['a form of this site', { Origin: 'http://localhost', 'Content-Type': form }, 200],
  ['a script of this site', { Origin: 'http://localhost', 'Content-Type': json, 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['a browser that leaves the Origin out but says same-origin', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['a form of another site', { Origin: 'https://evil.example', 'Content-Type': form }, 403],
  [
    'a script of another site, which JSON does not excuse',
    { Origin: 'https://evil.example', 'Content-Type': json },
    403,
  ],
  ['the same host on another port', { Origin: 'http://localhost:8080', 'Content-Type': form }, 403],
  ['the same host over another scheme', { Origin: 'https://localhost', 'Content-Type': form }, 403],
  ['an Origin of null', { Origin: 'null', 'Content-Type': form }, 403],
  ['no Origin at all', { 'Content-Type': form }, 403],
  [
    'an Origin that fits and a browser that says cross-site',
    { Origin: 'http://localhost', 'Sec-Fetch-Site': 'cross-site' },
    403,
  ],
  ['a sibling under the same domain', { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-site' }, 403],
])('a change asked for by %s is answered', async (_, sent, status) => {
  const { app } = await newTestApp([routes()], { database })
  expect((await app.request('/thing', { method: 'POST', headers: sent, body: 'a=1' })).status).toBe(status)
})

test('behind a proxy the address that people type is the one that counts', async () => {
  const { app } = await newTestApp([routes()], {
    database,
    config: readConfig({ MERCAT_PUBLIC_URL: 'https://care.example/' }, '.'),
  })
  const post = async (origin: string) =>
    (await app.request('/thing', { method: 'POST', headers: { Origin: origin } })).status
  expect([await post('https://care.example'), await post('http://localhost')]).toEqual([200, 403])
})

test('a body is bounded, whether it says its length or not', async () => {
  const { app } = await newTestApp([routes()], { database })
  const post = async (body: BodyInit) => {
    const init = { method: 'POST', headers: { Origin: 'http://localhost' }, body, duplex: 'half' }
    return (await app.request('/thing', init)).status
  }
  const endless = () =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)) })
  expect(await post('x'.repeat(256 * 1024))).toBe(200)
  expect(await post('x'.repeat(256 * 1024 + 1))).toBe(413)
  expect(await post(endless())).toBe(413)
})

test('an address that asks for too many changes is told to wait, and another is not', async () => {
  const { app } = await newTestApp([routes()], { database, config: readConfig({ MERCAT_TRUSTED_PROXIES: '1' }, '.') })
  const post = (address: string) =>
    app.request('/thing', { method: 'POST', headers: { Origin: 'http://localhost', 'X-Forwarded-For': address } })
  for (let n = 0; n < 120; n += 1) expect((await post('203.0.113.1')).status).toBe(200)
  const refused = await post('203.0.113.1')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(await refused.text()).toContain('Wait a minute')
  expect((await post('203.0.113.2')).status).toBe(200)
})

test('reading is bounded too, far higher, and this machine’s own checks are not', async () => {
  const { app } = await newTestApp([routes()], { database, config: readConfig({ MERCAT_TRUSTED_PROXIES: '1' }, '.') })
  const read = async (address: string) =>
    (await app.request('/static/none', { headers: { 'X-Forwarded-For': address } })).status
  for (let n = 0; n < 3000; n += 1) if ((await read('203.0.113.3')) !== 404) throw new Error(`Refused at ${n}.`)
  expect(await read('203.0.113.3')).toBe(429)
  expect(await read('127.0.0.1')).toBe(404)
})

test('the client’s address is the one that the trusted proxies saw, and nothing that a client can write itself', async () => {
  const seen = async (proxies: string, chain: string | undefined) => {
    const { app } = await newTestApp([routes()], {
      database,
      config: readConfig({ MERCAT_TRUSTED_PROXIES: proxies }, '.'),
    })
    const init = chain === undefined ? {} : { headers: { 'X-Forwarded-For': chain } }
    return (await app.request('/address', init)).text()
  }
  expect(await seen('0', '203.0.113.9')).toBe('127.0.0.1')
  expect(await seen('1', 'forged, 203.0.113.9')).toBe('203.0.113.9')
  expect(await seen('2', 'forged, 203.0.113.9, 10.0.0.1')).toBe('203.0.113.9')
  expect(await seen('2', '203.0.113.9')).toBe('127.0.0.1')
  expect(await seen('1', undefined)).toBe('127.0.0.1')
})

test('a port that a proxy adds makes no other address', async () => {
  const config = readConfig({ MERCAT_TRUSTED_PROXIES: '1' }, '.')
  const { app } = await newTestApp([routes()], { database, config })
  const seen = async (address: string) =>
    (await app.request(`/address?of=${address}`, { headers: { 'X-Forwarded-For': address } })).text()
  expect(await seen('192.0.2.7:51234')).toBe('192.0.2.7')
  expect(await seen('[2001:db8::1]:51234')).toBe('2001:db8::1')
  expect(await seen('[2001:db8::1]')).toBe('2001:db8::1')
  expect(await seen('2001:db8::1')).toBe('2001:db8::1')
})

test('who changes half of an IPv6 address for every request is still one caller', async () => {
  const config = readConfig({ MERCAT_TRUSTED_PROXIES: '1' }, '.')
  const { app } = await newTestApp([routes()], { database, config })
  const change = (host: number) =>
    app.request('/nothing', {
      method: 'POST',
      headers: { Origin: 'http://localhost', 'X-Forwarded-For': `2001:db8:1:2::${host.toString(16)}` },
    })
  for (let host = 1; host <= 120; host += 1) expect((await change(host)).status).not.toBe(429)
  expect((await change(121)).status).toBe(429)
})
