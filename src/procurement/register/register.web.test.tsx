import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { awardedContract } from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { contractRegisterRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let sample: Awaited<ReturnType<typeof awardedContract>>
let officer: Somebody
let broker: Somebody
let base: string

beforeAll(async () => {
  database = await openNew()
  sample = await awardedContract(database)
  const { id, slug } = sample.partnership
  app = (await newTestApp([contractRegisterRoutes()], { database })).app
  officer = await signedInAs(database, { partnership: id, roles: ['contracts-officer'], name: 'Aila Example' })
  broker = await signedInAs(database, { partnership: id, roles: ['broker'] })
  base = `/${slug}/contracts`
})
afterAll(() => database?.close())

const get = async (path: string, who = officer) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

const upload = async (fields: Record<string, string>, file: File | undefined, who = officer) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  if (file) body.set('file', file)
  const path = `${base}/${sample.contract.reference}/documents`
  const response = await app.request(path, { method: 'POST', headers: who.headers, body })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

const specification = {
  kind: 'specification',
  title: 'Service specification',
  'holdsFrom-day': '1',
  'holdsFrom-month': '4',
  'holdsFrom-year': '2025',
}

test('the register shows each contract with its term, its providers and what is to be decided next', async () => {
  const { status, html } = await get(base)
  expect(status).toBe(200)
  expect(html).toContain('Care at home')
  expect(html).toContain('Framework, 2 providers')
  expect(html).toContain('£1,000,000')
  expect(html).toContain('31 March 2028')
  expect(html).toContain('With options 31 March 2030')
  expect(html).toContain('option from 1 April 2028 to 31 March 2029')
  expect(html).toContain('1 contract')
  expect(html).toContain('Add a contract')
})

test('a broker reads the register and cannot add to it', async () => {
  const { status, html } = await get(base, broker)
  expect(status).toBe(200)
  expect(html).not.toContain('Add a contract')
  expect((await upload(specification, new File(['x'], 'a.pdf'), broker)).status).toBe(403)
})

test('filters narrow the register, are told, and can be taken away; nothing found says so', async () => {
  const found = await get(`${base}?q=HOME&kind=framework&show=options`)
  expect(found.html).toContain('Care at home')
  expect(found.html).toContain('Options to decide')
  const { html } = await get(`${base}?q=nothing+like+it`)
  expect(html).toContain('No contract is as you asked.')
  expect((await get(`${base}?kind=nonsense&page=-1&show=x`)).status).toBe(200)
})

test('the register is read as at another day and as it was known: before the award was known there was none', async () => {
  expect((await get(`${base}?on=2024-04-01`)).html).toContain('Begins 1 April 2025')
  const early = await get(`${base}?on=2024-03-31`)
  expect(early.html).toContain('None is known that was in force on 31 March 2024, or began in the 12 months after.')
  expect((await get(`${base}?on=2024-03-31&show=to-come`)).html).toContain('Begins 1 April 2025')
  expect((await get(`${base}?on=2031-01-01`)).html).toContain('None is known that was in force on 1 January 2031')
  expect((await get(`${base}?on=2031-01-01&show=ended`)).html).toContain('Care at home')
  const before = await get(`${base}?on=2025-06-01&known=2025-06-01`)
  expect(before.html).toContain('No contract was known at that time.')
  expect(before.html).toContain('as it was known at the end of 1 June 2025')
  const wrong = await get(`${base}?on=2026-02-30`)
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('The day to read must be a real date.')
})

test('another partnership’s contract is not found, nor is one that was not known then', async () => {
  const other = await awardedContract(database)
  const theirs = other.contract.reference
  if (theirs !== sample.contract.reference) expect((await get(`${base}/${theirs}`)).status).toBe(404)
  expect((await get(`/${other.partnership.slug}/contracts/${theirs}`)).status).toBe(404)
  expect((await get(`${base}/${sample.contract.reference}?known=2025-06-01`)).status).toBe(404)
})

test('the contract’s page has its lots, ranks, prices, options and history, on any day', async () => {
  const { status, html } = await get(`${base}/${sample.contract.reference}`)
  expect(status).toBe(200)
  expect(html).toContain('Lot 1: Example ward')
  expect(html).toContain(sample.lead.name)
  expect(html).toContain('£21.00 an hour')
  expect(html).toContain('£21.50 an hour')
  expect(html).toContain('Option 2')
  expect(html).toContain('Service matching unit')
  expect(html).toContain('Award')
  expect(html).toContain('Tender of 2025')
  const before = await get(`${base}/${sample.contract.reference}?on=2024-01-01`)
  expect(before.html).toContain('As on 1 April 2025, the first day agreed.')
})

test('a document is kept in versions, told in the ledger, and comes back byte for byte as a file', async () => {
  const first = await upload(specification, new File(['first'], 'Specification.pdf'))
  expect(first.location).toBe(`${base}/${sample.contract.reference}?done=document#documents`)
  await upload({ ...specification, 'holdsFrom-year': '2026' }, new File(['second'], 'New “spec”.pdf'))
  const { html } = await get(`${base}/${sample.contract.reference}?done=document`)
  expect(html).toContain('The document is kept.')
  expect(html).toContain('Version 1, 1 April 2025')
  const [newest] = [...html.matchAll(/documents\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  const file = await get(`${base}/${sample.contract.reference}/documents/${newest}`)
  expect(file.html).toBe('second')
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="New -spec-\.pdf"/)
  const subject = { kind: 'contract', id: sample.contract.id }
  const entries = await asActor(database, officer.actor, (db) => entriesOf(db, sample.partnership.id, subject))
  expect(entries.filter(({ event }) => event === 'procurement.document-added')).toHaveLength(2)
  const known = await get(`${base}/${sample.contract.reference}?known=2026-06-01`)
  expect(known.html).toContain('No document is kept yet')
})

test('a document that is not one comes back with a sentence for each field and everything typed', async () => {
  const { status, html } = await upload(
    { kind: '', title: 'Typed title', 'holdsFrom-day': '31', 'holdsFrom-month': '2', 'holdsFrom-year': '2026' },
    new File(['<script>'], 'page.html'),
  )
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: ')
  expect(html).toContain('Choose what the document is')
  expect(html).toContain('must be a real date')
  expect(html).toContain('The file must be PDF')
  expect(html).toContain('value="Typed title"')
  expect((await upload(specification, undefined)).html).toContain('Choose a file')
})

test('the register as a file, as a calendar and over the years tells the same', async () => {
  const csv = await get(`${base}.csv?show=all`)
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(csv.html).toContain(`${sample.contract.reference},Care at home,Framework`)
  const calendar = await get(`${base}/decisions.ics`)
  expect(calendar.headers.get('content-type')).toContain('text/calendar')
  expect(calendar.html).toContain('BEGIN:VEVENT')
  expect(calendar.html.replaceAll('\r\n ', '')).toContain(`${base}/${sample.contract.reference}`)
  const timeline = await get(`${base}/timeline`)
  expect(timeline.html).toContain('End in 2028')
})

test('the register and a contract take a bounded number of queries', async () => {
  const { queries } = await countingQueries(() => get(base))
  expect(queries).toBeLessThanOrEqual(14)
  const one = await countingQueries(() => get(`${base}/${sample.contract.reference}`))
  expect(one.queries).toBeLessThanOrEqual(12)
})
