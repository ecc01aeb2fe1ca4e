import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import { newServices } from '../test/support/new-app.ts'
import { newDatabase } from '../test/support/new-database.ts'
import { application, startingApplication } from './app.tsx'
import { declarationOf, type MercatEnv, type Readiness } from './core/http/index.ts'

const ready: Readiness = { ready: true, doing: 'nothing', progress: null }

/** Every route, with what it says of itself; middleware, which is for all methods and declares nothing, left out. */
function declared(app: Hono<MercatEnv>): Map<string, string[]> {
  const routes = new Map<string, string[]>()
  for (const { method, path, handler } of app.routes) {
    const says = declarationOf(handler)
    if (method === 'ALL' && !says) continue
    const route = `${method} ${path}`
    const known = routes.get(route) ?? []
    routes.set(route, says ? [...known, `${says.permission} ${says.audit}`] : known)
  }
  return routes
}

test('every route says once who may call it and what the audit trail calls it', async () => {
  const database = await newDatabase()
  const routes = declared(application(newServices(database), ready, async () => {}))
  expect(routes.size).toBeGreaterThan(12)
  expect([...routes].filter(([, says]) => says.length !== 1)).toEqual([])
  const audits = [...routes.values()].flat().map((says) => says.split(' ')[1])
  expect(new Set(audits).size).toBe(audits.length)
})

test('the interface describes what is open to all and what takes a key in one document, and only the former is open', async () => {
  const app = application(newServices(await newDatabase()), ready, async () => {})
  const description = (await (await app.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { security?: unknown }>>
    components: { securitySchemes: unknown }
  }
  const { paths, components } = description
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/figures',
      '/api/v1/offers',
      '/api/v1/offers/{partnership}/{reference}',
      '/api/v1/offers/{partnership}/{reference}/answers',
      '/api/v1/capacity',
      '/api/v1/capacity/{partnership}/{serviceType}/{area}',
    ]),
  )
  const withKey = Object.entries(paths).filter(([, methods]) => Object.values(methods).some(({ security }) => security))
  expect(withKey.map(([path]) => path).every((path) => /\/(offers|capacity)\b/.test(path))).toBe(true)
  expect(withKey).toHaveLength(5)
  expect(components.securitySchemes).toMatchObject({ key: { type: 'http', scheme: 'bearer' } })
  const [open, closed] = [await app.request('/api/v1/partnerships'), await app.request('/api/v1/offers')]
  expect([open.status, open.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([401, null])
})

test('while it starts, every answer is protected, and says what is going on in the form that was asked for', async () => {
  const readiness = { ready: false, doing: 'loading the demonstration', progress: 0.25 }
  const app = startingApplication(newServices(await newDatabase()), readiness)
  const [page, program, api, health, live, style, wrong] = await Promise.all([
    app.request('/west-lothian'),
    app.request('/west-lothian', { headers: { Accept: 'application/json' } }),
    app.request('/api/v1/figures'),
    app.request('/health'),
    app.request('/health/live'),
    app.request('/static/mercat.css'),
    app.request('/west-lothian', { method: 'POST' }),
  ])
  expect([page, program, api, health, live, style, wrong].map((answer) => answer?.status)).toEqual([
    503, 503, 503, 503, 200, 200, 403,
  ])
  for (const answer of [page, program, api, health, live, style, wrong])
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await page?.text()).toContain('25%')
  for (const answer of [page, program, api]) {
    expect([answer?.headers.get('retry-after'), answer?.headers.get('cache-control')]).toEqual(['2', 'no-store'])
  }
  expect(await api?.json()).toMatchObject({
    status: 503,
    detail: 'This service is starting: loading the demonstration.',
  })
  expect(program?.headers.get('content-type')).toBe('application/problem+json')
  expect(await health?.json()).toEqual({ status: 'starting', doing: 'loading the demonstration', progress: 0.25 })
})

test('health says that the database is away when it is, and is never kept', async () => {
  let answers = true
  const app = application(newServices(await newDatabase()), ready, async () => {
    if (!answers) throw new Error('away')
  })
  const status = async () => (await app.request('/health')).status
  const first = await status()
  answers = false
  const away = await app.request('/health')
  expect([first, away.status, away.headers.get('cache-control')]).toEqual([200, 503, 'no-store'])
  expect(await away.json()).toEqual({ status: 'unavailable', doing: 'waiting for the database', progress: null })
  expect((await app.request('/health/live')).status).toBe(200)
})
