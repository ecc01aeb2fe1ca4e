import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { awardedContract } from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { registrationsOf, suspensionsOf } from '../../providers/index.ts'
import { contractProviderRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let sample: Awaited<ReturnType<typeof awardedContract>>
let officer: Somebody
let broker: Somebody
let list: string
beforeAll(async () => {
  database = await openNew()
  sample = await awardedContract(database)
  const { id, slug } = sample.partnership
  await pictureRegister(database, {
    asOf: '2026-10-31',
    services: [{ number: 'CS1', provider_number: 'SP77', provider_name: sample.lead.name }],
  })
  app = (await newTestApp([contractProviderRoutes()], { database })).app
  officer = await signedInAs(database, { partnership: id, roles: ['contracts-officer'] })
  broker = await signedInAs(database, { partnership: id, roles: ['broker'] })
  list = `/${slug}/contracts/providers`
})
afterAll(() => database?.close())

const get = async (path: string, who = officer) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, html: await response.text() }
}
const post = async (path: string, fields: Record<string, string>, who = officer) => {
  const headers = { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' }
  const response = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}
const suspended = () => {
  const { id } = sample.partnership
  return asActor(database, systemActor(id), (db) => suspensionsOf(db, id))
}
const date = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const [today, nothing] = [
  ['22', '11', '2026'],
  ['', '', ''],
] as const

test('the list names everyone with a place today, and letters narrow it', async () => {
  const { html, status } = await get(list)
  expect(status).toBe(200)
  expect(html).toContain('2 providers in lots today')
  expect(html).toContain(`${list}/${sample.lead.id}`)
  expect(html).toContain('Lead')
  const narrowed = await get(`${list}?name=${encodeURIComponent(sample.fallback.name)}`)
  expect(narrowed.html).toContain('One provider in lots today')
  expect(narrowed.html).not.toContain(`${list}/${sample.lead.id}`)
  expect((await get(`${list}?name=nobody&show=all`)).html).toContain('Nobody matches what was chosen.')
  const { queries } = await countingQueries(() => get(list))
  expect(queries).toBeLessThan(20)
})

test('the page of one provider shows its lots, rank, price under the cap, number, and where it is transferred', async () => {
  const { html, status } = await get(`${list}/${sample.lead.id}`)
  expect(status).toBe(200)
  for (const said of ['It stands in one lot', 'Lot 1: Example ward', '£21 an hour', 'cap £25', 'Care Inspectorate']) {
    expect(html).toContain(said)
  }
  expect(html).toContain('31 March 2028')
  expect(html).toContain(`${sample.contract.reference}/change/transfer?from=${sample.lead.id}`)
  expect(html).toContain('Placing was never suspended')
})

test('a broker reads and changes nothing; another partnership, or someone without a place, is not found', async () => {
  const page = `${list}/${sample.lead.id}`
  expect((await get(page, broker)).html).not.toContain('Suspend placing')
  expect((await get(`${page}/suspend`, broker)).status).toBe(403)
  expect((await post(`${page}/suspend`, {}, broker)).status).toBe(403)
  expect((await get(`${list}/${sample.other.id}`)).status).toBe(404)
  expect((await get(`${list}/someone`)).status).toBe(404)
  const elsewhere = await newPartnership(database)
  expect((await get(`/${elsewhere.slug}/contracts/providers/${sample.lead.id}`)).status).toBe(404)
})

test('a suspension that can’t be is shown again with all that was typed', async () => {
  const action = `${list}/${sample.fallback.id}/suspend`
  expect((await get(action)).html).toContain('value="22"')
  const past = { ...date('from', ['1', '3', '2026']), ...date('until', nothing), reason: 'Weak grades' }
  const { status, html } = await post(action, past)
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: ')
  expect(html).toContain('A suspension can’t begin in the past')
  expect(html).toContain('href="#from-day"')
  expect(html).toContain('>Weak grades</textarea>')
  const empty = await post(action, { ...date('from', ['31', '2', '2026']), ...date('until', nothing), reason: '' })
  expect(empty.html).toContain('The first day must be a real date')
  expect(empty.html).toContain('Enter the reason')
  expect(await suspended()).toEqual([])
})

test('placing is suspended from now, shown, refused a second time, and lifted with a reason', async () => {
  const { id, name } = sample.fallback
  const page = `${list}/${id}`
  const fields = { ...date('from', today), ...date('until', ['24', '12', '2026']), reason: 'Grades fell to weak' }
  expect(await post(`${page}/suspend`, fields)).toMatchObject({ status: 303, location: `${page}?done=suspended` })
  const { html } = await get(`${page}?done=suspended`)
  expect(html).toContain('Placing is suspended.')
  expect(html).toContain('Suspended until 24 December 2026')
  expect(html).toContain(`Nothing new is placed with ${name}: Grades fell to weak`)
  for (const shown of [await get(list), await get(page)]) expect(shown.html).toContain('No: placing is suspended')
  expect((await post(`${page}/suspend`, fields)).html).toContain('It is suspended already')
  const [one] = await suspended()
  const lift = `${page}/suspend/${one?.id}/lift`
  expect((await get(lift)).html).toContain('It was suspended because: Grades fell to weak')
  expect((await post(lift, { reason: ' ' })).status).toBe(422)
  // The clock of these tests stands still, so what began this instant is taken back.
  expect(await post(lift, { reason: 'They are good again' })).toMatchObject({ location: `${page}?done=lifted` })
  expect(await suspended()).toEqual([])
  expect((await get(lift)).status).toBe(404)
})

test('a provider number is told when the register names it and nobody else has it', async () => {
  const action = `${list}/${sample.lead.id}/registration`
  const unknown = await post(action, { providerNumber: 'SP404' })
  expect(unknown.status).toBe(422)
  expect(unknown.html).toContain('No register of the Care Inspectorate here names a provider with the number SP404.')
  expect(unknown.html).toContain('value="SP404"')
  expect(await post(action, { providerNumber: 'SP77' })).toMatchObject({ status: 303 })
  const told = await asActor(database, systemActor(), (db) => registrationsOf(db, [sample.lead.id]))
  expect(told.map(({ providerNumber }) => providerNumber)).toContain('SP77')
  expect((await post(`${list}/${sample.fallback.id}/registration`, { providerNumber: 'SP77' })).html).toContain(
    `SP77 is the number of ${sample.lead.name}.`,
  )
})
