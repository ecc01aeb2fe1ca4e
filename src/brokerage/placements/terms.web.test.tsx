import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import type { Database } from '../../core/db/index.ts'
import { dateFields } from '../../core/forms/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { addDays, londonDate } from '../../core/values/index.ts'
import { placementTerms } from './queries/placement-terms.ts'
import { termRoutes } from './term-routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let other: Brokerage
let officer: Somebody
let broker: Somebody
let stranger: Somebody
const today = londonDate(testNow)

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  other = await newBrokerage(database)
  app = (await newTestApp([termRoutes()], { database })).app
  officer = await signedInAs(database, { partnership: world.partnership.id, roles: ['contracts-officer'] })
  broker = await signedInAs(database, { partnership: world.partnership.id, roles: ['broker'] })
  stranger = await signedInAs(database, { partnership: other.partnership.id, roles: ['contracts-officer'] })
})
afterAll(() => database?.close())

const at = (path: string) => `/${world.partnership.slug}/placement-terms${path}`
const get = async (path: string, who: Somebody = officer) => {
  const response = await app.request(at(path), { headers: who.headers })
  return { status: response.status, text: await response.text() }
}
const post = async (fields: Record<string, string | readonly string[]>, who: Somebody = officer) => {
  const body = new FormData()
  const filled = { contract: '', notice: '14', keep: '7', ...dateFields('from', today), ...fields }
  for (const [name, value] of Object.entries(filled)) for (const one of [value].flat()) body.append(name, one)
  const response = await app.request(at('/new'), { method: 'POST', headers: who.headers, body })
  return { status: response.status, text: await response.text(), to: response.headers.get('location') }
}
const terms = (contractId: string | null, on = today) =>
  world.act((db) => placementTerms(db, world.partnership.id, contractId, on))

test('contracts officers set terms, others of the partnership read them, and nobody else finds them', async () => {
  expect((await get('')).text).toContain('Notice is 28 days unless a contract says otherwise')
  expect((await get('')).text).toContain('None have been set')
  expect((await get('', broker)).text).not.toContain('placement-terms/new')
  expect((await get('/new', broker)).status).toBe(403)
  expect((await post({}, broker)).status).toBe(403)
  expect((await get('', stranger)).status).toBe(404)
  expect((await post({}, stranger)).status).toBe(404)
  expect((await get('/new')).text).toContain('No contract in particular')
})

test('a mistake comes back at its field with all that was typed, and changes nothing', async () => {
  const wrong = await post({ notice: 'soon', keep: '400', ...dateFields('from', addDays(today, -1)) })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('<title>Error: ')
  expect(wrong.text).toContain('href="#notice"')
  expect(wrong.text).toContain('Time kept free must be a whole number of days from 0 to 366')
  expect(wrong.text).toContain('value="soon"')
  const past = await post(dateFields('from', addDays(today, -1)))
  expect(past.status).toBe(422)
  expect(past.text).toContain('The first day must be today or later')
  expect((await post({ contract: other.contractId })).text).toContain('Choose a contract of the partnership')
  expect((await get('')).text).toContain('None have been set')
})

test('terms hold from their day, a contract’s before the partnership’s, and each version stays in the list and the ledger', async () => {
  expect(await post({})).toMatchObject({ status: 303, to: at('') })
  expect(await terms(world.contractId)).toEqual({ noticeDays: 14, keepDays: 7 })
  expect((await post({ notice: '21' })).text).toContain('others can begin on the day after at the earliest')
  const later = addDays(today, 10)
  expect((await post({ notice: '21', ...dateFields('from', later) })).status).toBe(303)
  expect((await post({ contract: world.contractId, notice: '0', keep: '366' })).status).toBe(303)
  expect(await terms(null)).toEqual({ noticeDays: 14, keepDays: 7 })
  expect(await terms(null, later)).toEqual({ noticeDays: 21, keepDays: 7 })
  expect(await terms(world.contractId, later)).toEqual({ noticeDays: 0, keepDays: 366 })
  const { text } = await get('', broker)
  expect(text).toContain('Notice is 14 days unless a contract says otherwise')
  expect(text.match(/Every other contract/g)).toHaveLength(2)
  expect(text).toContain('<td')
  expect(await world.act((db) => verifyLedger(db, world.partnership.id))).toMatchObject({ ok: true })
})
