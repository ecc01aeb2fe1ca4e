import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { publicActor } from '../auth/index.ts'
import { readConfig } from '../config/index.ts'
import { asActor, type Database, type Db, tables } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import { newLog } from '../log/index.ts'
import { declare, type MercatEnv } from './index.ts'

const secret = 'Key (name)=(Jean Smith) already exists'

const textIn = async (db: Db, text: string): Promise<string> =>
  (await sql<{ text: string }>`select ${text}::text as text`.execute(tables<object>()(db))).rows[0]?.text ?? ''

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const routes = () =>
  new Hono<MercatEnv>()
    .get('/thing', declare('public.read', 'test.read'), (c) => c.text('a thing'))
    .post('/thing', declare('public.read', 'test.write'), async (c) => c.text(`${(await c.req.text()).length} taken`))
    .post('/api/thing', declare('public.read', 'test.api'), (c) => c.json({ done: true }))
    .post('/settings', declare('settings.manage', 'test.settings'), (c) => c.text('settings'))
    .get('/invalid', declare('public.read', 'test.invalid'), () => {
      throw new MercatError('invalid', 'The year is missing.', 'Write one such as 2028.')
    })
    .get('/bug', declare('public.read', 'test.bug'), () => {
      throw Object.assign(new Error(secret), { code: '23505', detail: secret })
    })
    .get('/text', declare('public.read', 'test.text'), async (c) =>
      c.text(await asActor(c.var.database, publicActor, (db) => textIn(db, c.req.query('text') ?? ''))),
    )
    .get('/busy', declare('public.read', 'test.busy'), () => {
      throw Object.assign(new MercatError('unavailable', 'Nothing is free.'), { cause: new Error(secret) })
    })
    .get('/api/bug', declare('public.read', 'test.api-bug'), () => {
      throw new Error(secret)
    })

const here = { Origin: 'http://localhost', 'Content-Type': 'application/x-www-form-urlencoded' }

const table: [string, string, RequestInit, number][] = [
  ['an address where nothing is', '/nothing/here', {}, 404],
  ['a method that an address does not take', '/thing', { method: 'DELETE' }, 405],
  ['a form for which one must sign in', '/settings', { method: 'POST', headers: here, body: 'name=x' }, 401],
  ['a token that nobody issued', '/thing', { headers: { Authorization: 'Bearer made-up' } }, 401],
  ['a change from another site', '/thing', { method: 'POST', headers: { Origin: 'https://evil.example' } }, 403],
  ['a body that is too large', '/thing', { method: 'POST', headers: here, body: 'x'.repeat(256 * 1024 + 1) }, 413],
  ['input that can’t be used', '/invalid', {}, 422],
  ['a text with a NUL byte', '/text?text=a%00b', {}, 422],
  ['a slug with a NUL byte', '/%00/thing', {}, 422],
  ['a bug', '/bug', {}, 500],
  ['more than can be answered', '/busy', {}, 503],
]

test.each(table)('%s is a page for people and a problem for programs', async (_, path, init, status) => {
  const { app } = await newTestApp([routes()], { database })
  const page = await app.request(path, init)
  expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=UTF-8'])
  expect(page.headers.get('cache-control')).toBe('no-store')
  const html = await page.text()
  expect(html).toMatch(/<h1[ >]/)
  expect(html).toContain(page.headers.get('x-request-id'))

  for (const accept of ['application/json', 'application/problem+json', 'application/json, text/plain, */*']) {
    const problem = await app.request(path, { ...init, headers: { ...init.headers, Accept: accept } })
    expect([problem.status, problem.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(await problem.json()).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.stringMatching(/\w/),
      detail: expect.stringMatching(/\w/),
      id: problem.headers.get('x-request-id'),
    })
  }
})

test('everything under /api is answered as a problem, whoever asks', async () => {
  const { app } = await newTestApp([routes()], { database })
  const statuses: [string, RequestInit, number][] = [
    ['/api/nothing', {}, 404],
    ['/api/thing', { method: 'PUT', headers: { Accept: 'text/html' } }, 405],
    ['/api/thing', { headers: { Authorization: 'Basic eDp5' } }, 401],
    ['/api/bug', {}, 500],
  ]
  for (const [path, init, status] of statuses) {
    const answer = await app.request(path, init)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      status,
      'application/problem+json',
    ])
  }
})

test('a wrong method is told which ones are right, with or without an Origin', async () => {
  const { app } = await newTestApp([routes()], { database })
  for (const method of ['DELETE', 'PUT', 'PATCH', 'OPTIONS']) {
    const answer = await app.request('/thing', { method })
    expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, POST'])
  }
  expect((await app.request('/nothing', { method: 'POST' })).status).toBe(404)
})

test('a token that nobody issued is challenged', async () => {
  const { app } = await newTestApp([routes()], { database })
  const answer = await app.request('/thing', { headers: { Authorization: 'Bearer made-up' } })
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
})

test('an expected trouble says its sentence and what to do', async () => {
  const { app } = await newTestApp([routes()], { database })
  const html = await (await app.request('/invalid')).text()
  expect(html).toContain('The year is missing.')
  expect(html).toContain('Write one such as 2028.')
  const problem = await (await app.request('/invalid', { headers: { Accept: 'application/json' } })).json()
  expect(problem).toMatchObject({ detail: 'The year is missing.', advice: 'Write one such as 2028.' })
})

test('what can’t be answered at this moment says when to ask again, and the log says why', async () => {
  const lines: string[] = []
  const { app } = await newTestApp([routes()], { database, log: newLog('info', (line) => lines.push(line)) })
  expect((await app.request('/busy')).headers.get('retry-after')).toBe('5')
  expect(lines.filter((line) => line.includes('"unavailable"'))).toHaveLength(1)
  expect(lines.join()).not.toContain('Jean Smith')
})

test('a bug shows an id and nothing of itself, and the log has the id and no personal data', async () => {
  const lines: string[] = []
  const { app } = await newTestApp([routes()], { database, log: newLog('info', (line) => lines.push(line)) })
  const answer = await app.request('/bug?name=Jean+Smith', { headers: { 'X-Forwarded-For': '203.0.113.9' } })
  const html = await answer.text()
  expect(html).not.toMatch(/Jean|23505|at .*\.ts/)
  expect(lines).toHaveLength(1)
  const line = JSON.parse(lines[0] ?? '')
  expect(line).toMatchObject({ level: 'error', id: answer.headers.get('x-request-id'), path: '/bug', msg: 'bug' })
  expect(line.err).toMatchObject({
    error: 'Error',
    code: '23505',
    stack: expect.arrayContaining([expect.stringContaining('errors.web.test')]),
  })
  expect(lines[0]).not.toMatch(/Jean|203\.0\.113/)
})

test('a bug in the code keeps the words that the language has for it', async () => {
  const lines: string[] = []
  const broken = new Hono<MercatEnv>().get('/', declare('public.read', 'test.broken'), () => {
    throw new TypeError('x is not a function')
  })
  const { app } = await newTestApp([broken], { database, log: newLog('info', (line) => lines.push(line)) })
  await app.request('/')
  expect(JSON.parse(lines[0] ?? '').err.message).toBe('x is not a function')
})

test('the line of a request says what was asked and how it went, without query, address or agent', async () => {
  const lines: string[] = []
  const { app } = await newTestApp([routes()], {
    database,
    log: newLog('debug', (line) => lines.push(line)),
    config: readConfig({ MERCAT_TRUSTED_PROXIES: '1' }, '.'),
  })
  await app.request('/thing?name=Jean+Smith', {
    headers: {
      'X-Forwarded-For': '203.0.113.9',
      'User-Agent': "Jean's browser",
      Cookie: 'a=Jean',
      Referer: 'http://x/Jean',
    },
  })
  expect(lines).toHaveLength(1)
  const { level, time, id, method, path, status, ms, msg, ...rest } = JSON.parse(lines[0] ?? '')
  expect({ level, method, path, status, msg }).toEqual({
    level: 'debug',
    method: 'GET',
    path: '/thing',
    status: 200,
    msg: 'request',
  })
  expect([typeof time, typeof id, typeof ms]).toEqual(['string', 'string', 'number'])
  expect(rest).toEqual({})
})

test('each request has an id of its own', async () => {
  const { app } = await newTestApp([routes()], { database })
  const ids = await Promise.all(
    Array.from({ length: 5 }, async () => (await app.request('/thing')).headers.get('x-request-id')),
  )
  expect(new Set(ids).size).toBe(5)
})
