import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { entriesOf, sharedChain } from '../../core/ledger/index.ts'
import { registerRoutes } from './routes.tsx'

const council = 'S12000018'
let database: Database
let app: Hono<MercatEnv>
let aila: Somebody

beforeAll(async () => {
  database = await openNew()
  const { id } = await newPartnership(database, { slug: 'sample', title: 'Sample', areaCode: council })
  app = (await newTestApp([registerRoutes()], { database })).app
  aila = await signedInAs(database, { partnership: id, roles: ['commissioner'], name: 'Aila Example' })
})
afterAll(() => database?.close())

const get = async (path: string, who = aila) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, html: await response.text() }
}

const post = async (path: string, fields: Record<string, string>, who = aila) => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

test('without a register the page says so, and leads to where one is imported', async () => {
  const { status, html } = await get('/sample/register')
  expect(status).toBe(200)
  expect(html).toContain('No register of Sample is known yet')
  expect(html).toContain('href="/sample/imports"')
})

test('with one register there is nothing to compare yet', async () => {
  await pictureRegister(database, {
    asOf: '2025-03-31',
    services: [
      { number: 'CS1', name: 'Example <House>', council, places: 40, lowest_grade: 4 },
      { number: 'CS2', name: 'Sample Lodge', council, places: 30, lowest_grade: 3 },
    ],
  })
  const { html } = await get('/sample/register')
  expect(html).toContain('Only the register of 31 March 2025 is known.')
  expect(html).not.toContain('id="trend"')
})

test('the last two registers are compared, each service leading to its history', async () => {
  await pictureRegister(database, {
    asOf: '2025-05-31',
    services: [
      { number: 'CS2', name: 'Sample Lodge', council, places: 36, lowest_grade: 2 },
      { number: 'CS9', name: 'Example <House>', council, places: 40, lowest_grade: null },
    ],
  })
  const { html } = await get('/sample/register')
  expect(html).toContain('1 new and 1 gone between 31 March 2025 and 31 May 2025')
  expect(html).toContain('One lowest grade went down, 0 went up')
  expect(html).toContain('href="/sample/register/services/care-inspectorate/CS9"')
  expect(html).toContain('Example &lt;House>')
  expect(html).toContain('From 70 to 76 registered places over 2 registers')
  const same = await get('/sample/register?from=2025-05-31&to=nonsense')
  expect(same.status).toBe(200)
  const turned = await get('/sample/register?from=2025-05-31&to=2025-03-31')
  expect(turned.html).toContain('between 31 March 2025 and 31 May 2025')
})

test('a service has a page with every change and its day', async () => {
  const { html } = await get('/sample/register/services/care-inspectorate/CS2')
  expect(html).toContain('It changed once')
  expect(html).toContain('Registered places: 36, before 30')
  expect(html).toContain('Lowest grade: Weak, before Adequate')
  expect((await get('/sample/register/services/care-inspectorate/CS404')).status).toBe(404)
  expect((await get('/sample/register/services/somebody/CS2')).status).toBe(404)
  expect((await get('/sample/register/services/cqc/CS2')).status).toBe(404)
})

const typed = {
  earlierNumber: ' cs1 ',
  number: 'CS9',
  'on-day': '14',
  'on-month': '4',
  'on-year': '2025',
  note: 'Sold.',
}

test('a form with mistakes comes back with a sentence for each and everything that was typed', async () => {
  const empty = await post('/sample/register/succession', {})
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('<title>Error: ')
  for (const field of ['earlier-number', 'number', 'on-day']) expect(empty.html).toContain(`href="#${field}"`)
  const wrong = await post('/sample/register/succession', { ...typed, 'on-month': '14', number: 'CS404' })
  expect(wrong.html).toContain('The day must be a real date')
  expect(wrong.html).toContain('value="CS404"')
  expect(wrong.html).toContain('value="Sold."')
  const unknown = await post('/sample/register/succession', { ...typed, number: 'CS404' })
  expect(unknown.status).toBe(422)
  expect(unknown.html).toContain('No register here names a service with the number CS404.')
  const future = await post('/sample/register/succession', { ...typed, 'on-year': '2027' })
  expect(future.html).toContain('The day is still to come.')
})

test('a succession is told, shown beside what is new and gone, and taken back; the ledger says by whom', async () => {
  const told = await post('/sample/register/succession', typed)
  expect([told.status, told.location]).toEqual([303, '/sample/register?done=told'])
  const { html } = await get('/sample/register?done=told')
  expect(html).toContain('The succession is kept')
  expect(html).toContain('Goes on from')
  expect((await get('/sample/register/services/care-inspectorate/CS1')).html).toContain('Its line of succession')
  const again = await post('/sample/register/succession', { ...typed, earlierNumber: 'CS9', number: 'CS1' })
  expect(again.html).toContain('CS9 already goes on from CS1')

  // Staff of another partnership tell of services of their own area only.
  const { id } = await newPartnership(database, { slug: 'elsewhere', areaCode: 'S12000010' })
  const stranger = await signedInAs(database, { partnership: id, roles: ['commissioner'] })
  const turnedRound = { ...typed, earlierNumber: 'CS9', number: 'CS1' }
  expect((await post('/elsewhere/register/succession', turnedRound, stranger)).html).toContain(
    'No register here names a service with the number CS9.',
  )
  const named = { earlierNumber: 'CS1', number: 'CS9' }
  expect((await post('/elsewhere/register/succession/take-back', named, stranger)).status).toBe(404)
  expect((await post('/sample/register/succession', typed, stranger)).status).toBe(404)

  const back = await post('/sample/register/succession/take-back', { earlierNumber: 'CS1', number: 'CS9' })
  expect([back.status, back.location]).toEqual([303, '/sample/register?done=taken-back'])
  expect((await post('/sample/register/succession/take-back', { earlierNumber: 'CS1', number: 'CS9' })).status).toBe(
    404,
  )
  const entries = await asActor(database, systemActor(), (db) =>
    entriesOf(db, sharedChain, { kind: 'registered-service', id: 'care-inspectorate CS9' }),
  )
  expect(entries.map(({ event, payload }) => [event, (payload as { toldBy: string }).toldBy])).toEqual([
    ['providers.succession-told', aila.accountId],
    ['providers.succession-taken-back', aila.accountId],
  ])
})

test('the register is for those who may import, of their own partnership', async () => {
  const { id } = await newPartnership(database, { slug: 'other' })
  const broker = await signedInAs(database, { partnership: id, roles: ['broker'] })
  expect((await get('/other/register', broker)).status).toBe(403)
  expect((await get('/other/register')).status).toBe(404)
  expect((await app.request('/sample/register')).status).toBe(303)
  const told = await post('/other/register/succession', typed, broker)
  expect([told.status, (await post('/other/register/succession/take-back', {}, broker)).status]).toEqual([403, 403])
})
