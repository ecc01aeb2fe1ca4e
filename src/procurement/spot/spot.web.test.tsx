import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { newProvider } from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { partnershipById } from '../../core/auth/partnership.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { fileInMemory } from '../../core/import/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { importContracts } from '../intake/import-contracts.ts'
import { importSpotPurchases } from '../intake/import-spot-purchases.ts'
import { procurement } from '../schema/index.ts'
import { spotRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let partnership: { id: Id; slug: string }
let officer: Somebody
let broker: Somebody
let stranger: Somebody
let provider: { id: Id; name: string }

beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { slug: 'sample' })
  const other = await newPartnership(database)
  app = (await newTestApp([spotRoutes()], { database })).app
  officer = await signedInAs(database, { partnership: partnership.id, roles: ['contracts-officer'] })
  broker = await signedInAs(database, { partnership: partnership.id, roles: ['broker'] })
  stranger = await signedInAs(database, { partnership: other.id, roles: ['contracts-officer'] })
  provider = await newProvider(database)
})
afterAll(() => database?.close())

const get = (path: string, who: Somebody = officer) => app.request(path, { headers: who.headers })
const text = async (path: string, who: Somebody = officer) => (await get(path, who)).text()
const post = (path: string, fields: Record<string, string>, who: Somebody = officer) =>
  app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const contractId = (reference: string) =>
  asActor(database, systemActor(partnership.id), (db) =>
    procurement(db)
      .selectFrom('contract')
      .select('id')
      .where('partnership_id', '=', partnership.id)
      .where('own_reference', '=', reference)
      .executeTakeFirstOrThrow(),
  ).then(({ id }) => id)

const page = '/sample/contracts/spot'
const filled = {
  do: 'save',
  find: '',
  found: '',
  service: 'care-at-home',
  area: 'S12000040',
  person: 'P-00123',
  careGroup: '',
  'from-day': '1',
  'from-month': '10',
  'from-year': '2026',
  'until-day': '',
  'until-month': '',
  'until-year': '',
  hours: '12:30',
  cost: '306.25',
  insteadOf: '',
  reason: '',
  movesTo: '',
}

test('a page without purchases says what would be there, and who only reads sees no forms', async () => {
  const empty = await text(page)
  expect(empty).toContain('Nothing is bought outside lots today')
  expect(empty).toContain('No order went off a contract in twelve months')
  expect(empty).toContain('Enter a purchase</a>')
  expect(await text(page, broker)).not.toContain('Enter a purchase</a></div>')
  expect((await get(`${page}/new`, broker)).status).toBe(403)
  expect((await get(page, stranger)).status).toBe(404)
})

test('a purchase is entered, refused with everything that was typed while something is wrong, and leaves its entry', async () => {
  const wrong = await post(`${page}/new`, {
    ...filled,
    person: 'Jane Example',
    cost: 'much',
    'from-day': '31',
    'from-month': '2',
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('<title>Error: Enter a spot purchase')
  for (const sentence of [
    'Find the provider by its name, and choose it',
    'names are not kept here',
    'Cost a week must be an amount in pounds',
    'The first day must be a real date',
  ])
    expect(html).toContain(sentence)
  expect(html).toContain('value="Jane Example"')
  expect(html).toContain('value="12:30"')
  const found = await (await post(`${page}/new`, { ...filled, do: 'find', find: provider.name })).text()
  expect(found).toContain(`value="known:${provider.id}"`)
  const entered = await post(`${page}/new`, { ...filled, organisation: `known:${provider.id}` })
  expect(entered.status).toBe(303)
  const where = entered.headers.get('location') ?? ''
  const shown = await text(where)
  expect(shown).toContain('The purchase is entered.')
  expect(shown).toContain('12 hours 30 minutes')
  expect(shown).toContain('£306.25 a week')
  expect(await text(page)).toContain('One spot purchase costs £306.25 a week')
  const id = /spot\/([\w-]+)/.exec(where)?.[1] ?? ''
  const entries = await asActor(database, systemActor(partnership.id), (db) =>
    entriesOf(db, partnership.id, { kind: 'spot-purchase', id }),
  )
  expect(entries).toMatchObject([{ event: 'procurement.spot-purchase-entered' }])
  expect((await get(where, stranger)).status).toBe(404)
  expect(
    (await post(`${page}/new`, { ...filled, organisation: `known:${provider.id}`, movesTo: partnership.id })).status,
  ).toBe(422)
})

test('orders off a framework are counted by month and reason, and a move is told with its progress', async () => {
  const whole = await asActor(database, systemActor(partnership.id), (db) => partnershipById(db, partnership.id))
  const options = { at: testNow }
  await importContracts(
    database,
    whole,
    fileInMemory('c.csv', 'reference,title,start\nF,Care at home framework,2024-04-01'),
    options,
  )
  const rows = [
    'reference,provider,service,area,person,from,until,weekly_cost,instead_of,reason,moves_to,reviewed,moved',
    `S1,${provider.name},Care at home,S12000040,P-1,2026-10-05,,100,F,No capacity,F,,`,
    `S2,${provider.name},Care at home,S12000040,P-2,2026-10-20,,100,F,no capacity,F,2026-11-01,`,
    `S3,${provider.name},Care at home,S12000040,P-3,2026-09-01,,100,F,Too far,F,2026-10-01,2026-10-15`,
    `S4,${provider.name},Care at home,S12000040,P-4,2020-09-01,,100,F,Long ago,,,`,
  ]
  await importSpotPurchases(database, whole, fileInMemory('s.csv', rows.join('\n')), options)
  const seen = await text(page)
  expect(seen).toContain('Contracts should have met 3 orders more in twelve months')
  expect(seen).toContain('No capacity: 2')
  expect(seen).not.toContain('Long ago')
  expect(seen).toContain('1 of 3 purchases have moved to a contract')
  expect(seen).toContain('1 of 3 moved')
  const ready = await text(`${page}?show=reviewed`)
  expect(ready).toContain('>S2</a>')
  expect(ready).not.toContain('>S1</a>')
  const path = /href="(\/sample\/contracts\/spot\/[\w-]+)">S2</.exec(ready)?.[1] ?? ''
  const blank = { 'until-day': '', 'until-month': '', 'until-year': '' }
  const day = (name: string, date: readonly [string, string, string]) => ({
    [`${name}-day`]: date[0],
    [`${name}-month`]: date[1],
    [`${name}-year`]: date[2],
  })
  const told = {
    ...blank,
    movesTo: await contractId('F'),
    ...day('reviewed', ['1', '11', '2026']),
    ...day('moved', ['20', '11', '2026']),
    version: '1',
  }
  const early = await post(path, { ...told, ...day('moved', ['20', '12', '2026']) })
  expect([early.status, await early.text()]).toEqual([
    422,
    expect.stringContaining('The move must not be in the future'),
  ])
  const unreviewed = await post(path, { ...told, ...day('reviewed', ['', '', '']) })
  expect(await unreviewed.text()).toContain('It moves after a review of the person’s care')
  expect((await post(path, told, broker)).status).toBe(403)
  expect((await post(path, told)).status).toBe(303)
  expect(await text(page)).toContain('2 of 3 purchases have moved to a contract')
  // A colleague who opened it before.
  const late = await post(path, { ...told, ...day('moved', ['21', '11', '2026']) })
  expect([late.status, await late.text()]).toEqual([
    409,
    expect.stringContaining('Somebody changed this purchase while you typed'),
  ])
})
