import { Validator } from '@seriousme/openapi-schema-validator'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../test/support/new-app.ts'
import { openDemonstration } from '../../test/support/new-demonstration.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import type { Database } from '../core/db/index.ts'
import { declarationOf, type MercatEnv } from '../core/http/index.ts'
import { apiRoutes } from './api.ts'

let database: Database
let app: Hono<MercatEnv>

beforeAll(async () => {
  database = await openDemonstration()
  // Of an area of which nothing is known: what is public of an area is its partnership's.
  await newPartnership(database, { slug: 'empty', areaCode: 'S12000005' })
  app = (await newTestApp([apiRoutes()], { database })).app
})
afterAll(() => database?.close())

const get = async (query: string) => {
  const response = await app.request(`/api/v1/${query}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return response.json()
}

test('the description is valid OpenAPI 3.1', async () => {
  const description = await get('openapi.json')
  const { valid, errors } = await new Validator().validate(description)
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(description.openapi).toBe('3.1.0')
  expect(Object.keys(description.paths)).toEqual([
    '/api/v1/figures',
    '/api/v1/areas',
    '/api/v1/partnerships',
    '/api/v1/sources',
  ])
})

test('the description says which parameters are required and what may be given', async () => {
  const { paths } = await get('openapi.json')
  const parameters = Object.fromEntries(
    paths['/api/v1/figures'].get.parameters.map((one: { name: string }) => [one.name, one]),
  )
  expect(parameters.partnership.required).toBe(true)
  expect(parameters.limit).toMatchObject({
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  })
  expect(Object.keys(paths['/api/v1/figures'].get.responses)).toEqual(['200', '400', '404', '422', '429'])
})

test('a figure that was worked out is found by measure, area, year and ages', async () => {
  const { items, total, next } = await get(
    'figures?partnership=west-lothian&measure=population&area=S12000040&year=2028&ages=75-plus',
  )
  expect({ total, next }).toEqual({ total: 1, next: null })
  expect(items[0]).toMatchObject({
    id: 'population.S12000040.2028.75-plus',
    value: 17289,
    unit: 'people',
    href: '/west-lothian/figures/population.S12000040.2028.75-plus',
    sources: [expect.objectContaining({ publisher: 'National Records of Scotland' })],
  })
})

test.each(['75-plus', '75+', '75%2B'])('ages may be written %s', async (ages) => {
  const { items } = await get(`figures?partnership=west-lothian&measure=population&year=2028&ages=${ages}`)
  expect(items.map(({ id }: { id: string }) => id)).toEqual(['population.S12000040.2028.75-plus'])
})

test('a financial year is found by each of the years that it names', async () => {
  for (const year of [2011, 2012]) {
    const { items } = await get(`figures?partnership=west-lothian&measure=budget&year=${year}`)
    expect(items).toMatchObject([{ id: 'budget.S12000040.2011-12', value: 88_510_000, unit: 'pounds' }])
  }
})

test('following the cursors gives every figure once, whatever the size of a page', async () => {
  const whole = await get('figures?partnership=lancashire&limit=500')
  const ids: string[] = []
  let query = 'figures?partnership=lancashire&limit=7'
  for (let next: string | null = ''; next !== null; ) {
    const page = await get(next === '' ? query : `${query}&after=${next}`)
    expect(page.total).toBe(whole.total)
    ids.push(...page.items.map(({ id }: { id: string }) => id))
    next = page.next
    query = 'figures?partnership=lancashire&limit=7'
  }
  expect(ids.length).toBe(whole.total)
  expect(new Set(ids).size).toBe(whole.total)
})

test('figures are cut by section, and those worked out have one too', async () => {
  for (const section of ['population', 'demand', 'finance', 'supply']) {
    const { items } = await get(`figures?partnership=west-lothian&section=${section}&limit=500`)
    expect(items.length, section).toBeGreaterThan(0)
    for (const item of items) expect(item.section).toBe(section)
  }
})

test('wards come with the areas above them', async () => {
  const { items, total } = await get('areas?partnership=west-lothian&kind=ward')
  expect(total).toBe(9)
  for (const item of items) {
    expect(item).toMatchObject({
      kind: 'ward',
      parents: expect.arrayContaining([expect.objectContaining({ code: 'S12000040' })]),
    })
    expect(Object.keys(item)).toEqual(['code', 'name', 'kind', 'parents'])
  }
})

test('partnerships and sources are listed', async () => {
  const { items } = await get('partnerships')
  expect(items.map(({ slug }: { slug: string }) => slug)).toEqual(
    expect.arrayContaining(['west-lothian', 'inverclyde', 'east-lothian', 'lancashire']),
  )
  const sources = await get('sources?partnership=west-lothian')
  expect(sources.items.map(({ key }: { key: string }) => key)).toContain('wlm-2019')
  expect(sources.items.map(({ key }: { key: string }) => key)).not.toContain('lan-2019')
})

test('a partnership without data has empty lists', async () => {
  expect(await get('figures?partnership=empty')).toEqual({ items: [], next: null, total: 0 })
  expect(await get('areas?partnership=empty')).toEqual({ items: [], next: null, total: 0 })
  expect(await get('sources?partnership=empty')).toEqual({ items: [] })
})

test.each([
  ['figures', 422, 'Say which partnership'],
  ['figures?partnership=nowhere', 404, 'A partnership named “nowhere” was not found.'],
  ['figures?partnership=west-lothian&limit=0', 422, 'The parameter “limit” must be a whole number from 1 to 500.'],
  ['figures?partnership=west-lothian&limit=501', 422, 'The parameter “limit” must be a whole number from 1 to 500.'],
  ['figures?partnership=west-lothian&limit=1&limit=2', 422, '“limit”'],
  ['figures?partnership=west-lothian&limit=1e2', 422, '“limit”'],
  ['figures?partnership=west-lothian&year=soon', 422, 'The parameter “year” must be a year such as 2028.'],
  ['figures?partnership=west-lothian&ages=old', 422, 'The parameter “ages” must be ages'],
  ['figures?partnership=west-lothian&section=sport', 422, 'The parameter “section” must be one of about'],
  ['figures?partnership=west-lothian&measure=luck', 422, 'The parameter “measure” is “luck”'],
  ['figures?partnership=west-lothian&area=E10000017', 422, 'The parameter “area” is “E10000017”'],
  ['figures?partnership=west-lothian&colour=red', 422, 'There is no parameter “colour” here.'],
  ['figures?partnership=west-lothian&after=nonsense', 400, 'The parameter “after” is not a cursor'],
  ['areas?partnership=west-lothian&kind=moon', 422, 'The parameter “kind” is “moon”'],
  ['areas?partnership=west-lothian&after=%00', 400, 'The parameter “after” is not a cursor'],
  ['sources', 422, 'Say which partnership'],
  ['nothing', 404, 'There is no page at this address.'],
])('/api/v1/%s is answered with %i and a sentence', async (query, status, sentence) => {
  const response = await app.request(`/api/v1/${query}`)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = await response.json()
  expect(problem).toMatchObject({ type: 'about:blank', status })
  expect(problem.detail).toContain(sentence)
})

test('any site may read the answers', async () => {
  for (const path of ['figures?partnership=west-lothian', 'figures?partnership=nowhere', 'openapi.json']) {
    for (const _time of ['made', 'kept']) {
      const response = await app.request(`/api/v1/${path}`)
      expect(response.headers.get('access-control-allow-origin'), path).toBe('*')
    }
  }
})

test('every route says who may call it', () => {
  const routes = Map.groupBy(
    apiRoutes().routes.filter(({ method }) => method !== 'ALL'),
    ({ path }) => path,
  )
  expect(routes.size).toBe(5)
  for (const [path, handlers] of routes) {
    expect(handlers.map(({ handler }) => declarationOf(handler)).find(Boolean), path).toMatchObject({
      permission: 'public.read',
    })
  }
})
