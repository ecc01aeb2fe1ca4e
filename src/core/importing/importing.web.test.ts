import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bedsIn, bedsKind, makeBeds } from '../../../test/support/beds-kind.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import type { MercatEnv } from '../http/index.ts'
import { prepareJobs } from '../jobs/index.ts'
import type { Id } from '../values/index.ts'
import { onImports } from './import-jobs.ts'
import type { ImportKind } from './import-kind.ts'
import { forgetImportsJob, importJob } from './jobs.ts'
import { runById } from './queries/runs.ts'
import { importingRoutes } from './routes.tsx'

const beds = bedsKind()
const kinds: readonly ImportKind[] = [beds, { ...beds, key: 'shared-beds', title: 'Beds of all', shared: true }]
const day = { 'as-of-day': '31', 'as-of-month': '10', 'as-of-year': '2026' }

let database: Database
let app: Hono<MercatEnv>
let partnershipId: Id
let aila: Somebody
let bob: Somebody
let other: Somebody
let demonstrator: Somebody

beforeAll(async () => {
  database = await openNew()
  await makeBeds(database)
  await prepareJobs(database, [importJob, forgetImportsJob])
  partnershipId = (await newPartnership(database, { slug: 'sample' })).id
  const elsewhere = await newPartnership(database, { slug: 'elsewhere' })
  const invented = await newPartnership(database, { slug: 'invented', demonstration: true })
  app = (await newTestApp([importingRoutes(kinds)], { database })).app
  const roles = ['commissioner'] as const
  aila = await signedInAs(database, { partnership: partnershipId, roles, name: 'Aila Example' })
  bob = await signedInAs(database, { partnership: partnershipId, roles, name: 'Bob Example' })
  other = await signedInAs(database, { partnership: elsewhere.id, roles })
  demonstrator = await signedInAs(database, { partnership: invented.id, roles })
})
afterAll(() => database?.close())

const get = async (path: string, who: Somebody = aila) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, html: await response.text(), response }
}

async function post(path: string, fields: Record<string, string | File>, who: Somebody = aila) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const response = await app.request(path, { method: 'POST', headers: who.headers, body })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}

const upload = (content: string, who: Somebody = aila, over: Record<string, string> = {}) =>
  post('/sample/imports/new/beds', { file: new File([content], 'beds.csv'), ...day, ...over }, who)

const ticketIn = (html: string) => /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Presses a button of an import's page, as the page stands now. */
async function press(path: string, action: string, fields: Record<string, string> = {}, who: Somebody = aila) {
  return post(path, { do: action, ticket: ticketIn((await get(path, who)).html), ...fields }, who)
}

/** Does what is to be done about an import, as the worker would. */
async function work(path: string): Promise<void> {
  const runId = path.split('/').at(-1) ?? ''
  const act = <T>(write: Parameters<typeof asActor<T>>[2]) => asActor(database, systemActor(partnershipId), write)
  const { ticket } = await act((db) => runById(db, partnershipId, runId))
  const [handler] = onImports(database, { now: () => testNow }, kinds)
  await handler?.handle({ partnershipId, runId, ticket } as never, { act, signal: new AbortController().signal })
}

test('the list says what can be imported, and each kind has a template that it can read itself', async () => {
  const { html } = await get('/sample/imports')
  expect(html).toContain('Beds by home, for tests.')
  expect(html).toContain('Nothing has been imported here yet')
  const template = await get('/sample/imports/new/beds/template.csv')
  expect(template.response.headers.get('content-disposition')).toContain('beds.csv')
  expect(template.html).toBe('Home,Beds,Note\r\nExample House,20,\r\n')
  expect((await upload(template.html)).status).toBe(303)
})

test('a form with mistakes comes back with what was typed, and keeps no file', async () => {
  const wrong = await post('/sample/imports/new/beds', { ...day, 'as-of-day': '32' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('<title>Error: Beds: import a file, Partnership')
  expect(wrong.html).toContain('href="#file">Choose a file')
  expect(wrong.html).toContain('href="#as-of-day">The day that the file pictures must be a real date')
  expect(wrong.html).toContain('value="32"')
  const workbook = await upload('PK\u0003\u0004')
  expect([workbook.status, workbook.html]).toEqual([
    422,
    expect.stringContaining('is a zip file, or a workbook that can’t be read'),
  ])
})

test('a missing column is pointed out, chosen from the file’s own, remembered for the next file, and forgotten when asked', async () => {
  const { location } = await upload('House,Beds\nAlder,20\nBirch,3\nCedar,none\n')
  const page = (await get(location)).html
  expect(page).toContain('One column was not found')
  expect(page).toContain('<option value="House">House</option>')
  expect(page).toContain('20</span>')
  const unchosen = await press(location, 'try', { 'column-home': '', 'column-beds': 'Beds' })
  expect(unchosen.status).toBe(422)
  expect(unchosen.html).toContain('href="#column-home">Choose the column of the file that holds “Home”')
  const shown = await press(location, 'look', { 'column-home': 'House', 'column-beds': 'Beds' })
  expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('Alder</span>')])
  expect((await press(location, 'try', { 'column-home': 'House', 'column-beds': 'Beds' })).location).toBe(location)
  expect((await get(location)).html).toContain('data-live=')
  await work(location)
  const report = (await get(location)).html
  expect(report).toContain('Importing this file would add 2 rows')
  expect(report).toContain('3 rows read: 2 to add, 0 to change, 0 as they stand, 1 not taken.')
  expect(report).toContain('“none” is not a count.')
  expect(await bedsIn(database)).toEqual({})

  const next = (await get((await upload('House,Beds\nAlder,21\n')).location)).html
  expect(next).toContain('Every column that is needed was found')
  expect(next).toContain('Home is read from “House”')
  expect((await get('/sample/imports/new/beds')).html).toContain('Columns remembered from the last file')
  const forgotten = await post('/sample/imports/new/beds/forget', {})
  expect((await get(forgotten.location)).html).not.toContain('Columns remembered')
  expect((await get((await upload('House,Beds\nAlder,21\n')).location)).html).toContain('One column was not found')
})

test('rows that can’t be taken come as a file, where no spreadsheet runs what they quote', async () => {
  const { location } = await upload('Home,Beds\nAlder,=2+2\n')
  await press(location, 'try', { 'column-home': 'Home', 'column-beds': 'Beds' })
  await work(location)
  expect((await get(location)).html).toContain('No row of this file can be imported')
  const { html, response } = await get(`${location}/rows.csv`)
  expect(response.headers.get('content-type')).toContain('text/csv')
  expect(html).toBe('line,column,taken,reason\r\n2,Beds,no,“=2+2” is not a count.\r\n')
})

test('two people who press are both shown the one import, and who asked for it', async () => {
  const { location } = await upload('Home,Beds\nAlder,20\n')
  await press(location, 'try', { 'column-home': 'Home', 'column-beds': 'Beds' })
  await work(location)
  const ticket = ticketIn((await get(location)).html)
  const pressed = { do: 'import', all: 'yes', ticket }
  const [mine, theirs] = [await post(location, pressed, bob), await post(location, pressed)]
  expect([mine.location, theirs.location]).toEqual([location, `${location}?late`])
  const late = (await get(theirs.location)).html
  expect(late).toContain('Importing beds.csv')
  expect(late).toContain('Somebody was quicker')
  await work(location)
  const done = (await get(location)).html
  expect(done).toContain('Imported: 1 row added')
  expect(done).toContain('Bob Example')
  expect(done).toContain('See the beds')
  expect((await get('/sample/imports')).html).toContain('Imported')
  expect(await bedsIn(database)).toEqual({ Alder: 20 })
})

test('a doubt shows its sentence, and the file is imported when somebody says that it is meant', async () => {
  const { location } = await upload('Home,Beds\nLarge,900\n')
  await press(location, 'try', { 'column-home': 'Home', 'column-beds': 'Beds' })
  await work(location)
  const doubt = (await get(location)).html
  for (const words of ['This may be the wrong file', 'Large has 900 beds.', 'Import this row anyway'])
    expect(doubt).toContain(words)
  expect(doubt).not.toContain('--yes')
  await press(location, 'anyway', { all: 'yes' })
  await work(location)
  expect(await bedsIn(database)).toMatchObject({ Large: 900 })
})

test('a file that is thrown away is gone, and says so', async () => {
  const { location } = await upload('Home,Beds\nAlder,20\n')
  await press(location, 'throw-away')
  const { html } = await get(location)
  expect(html).toContain('beds.csv was thrown away')
  expect(html).not.toContain('Try it out')
})

test('another partnership’s imports are not found, and who may not import is told so', async () => {
  const { location } = await upload('Home,Beds\nAlder,20\n')
  const id = location.split('/').at(-1)
  for (const path of [location, `${location}/rows.csv`, `${location}/events`, `/elsewhere/imports/${id}`])
    expect((await get(path, other)).status, path).toBe(404)
  expect((await post(location, { do: 'throw-away', ticket: '' }, other)).status).toBe(404)
  expect((await get('/sample/imports', other)).status).toBe(404)
  expect((await get('/sample/imports/new/nothing')).status).toBe(404)
  const care = await signedInAs(database, { partnership: partnershipId, roles: ['care-manager'] })
  expect((await get('/sample/imports', care)).status).toBe(403)
  expect((await app.request('/sample/imports')).status).toBe(303)
})

test('nobody changes from a demonstration what real partnerships share', async () => {
  const page = (await get('/invented/imports/new/shared-beds', demonstrator)).html
  expect(page).toContain('can’t be changed from here')
  expect(page).not.toContain('Upload and look at it')
  const sent = { file: new File(['Home,Beds\nAlder,20\n'], 'beds.csv'), ...day }
  expect((await post('/invented/imports/new/shared-beds', sent, demonstrator)).status).toBe(403)
  expect((await post('/invented/imports/new/beds', sent, demonstrator)).status).toBe(303)
})
