import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import type { CarePackage } from '../care-package.ts'
import { keysOf } from '../keys/queries/keys-of.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { providerBrokerageRoutes } from '../provider/routes.ts'
import { providerApi } from './program-routes.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let person: Somebody
let token: string

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const routes = [providerApi(), providerBrokerageRoutes()]
  app = (await newTestApp(routes, { database, clock: { now: () => monday } })).app
  person = await signedInAs(database, {
    organisation: world.lead.id,
    roles: ['provider'],
    grantedBy: world.partnership.id,
    at: monday,
  })
  token = await newKey('Rosters')
})
afterAll(() => database.close())

async function newKey(name: string): Promise<string> {
  const body = new FormData()
  body.append('name', name)
  const made = await app.request('/provider/keys', { method: 'POST', headers: person.headers, body })
  const found = /mercat_[\w-]{43}/.exec(await made.text())?.[0]
  if (!found) throw new Error('No key was shown.')
  return found
}

const ask = async (path: string, { key = token, ...init }: RequestInit & { key?: string } = {}) => {
  const response = await app.request(path, {
    ...init,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...init.headers },
  })
  return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, never> }
}
const send = (method: 'POST' | 'PUT', path: string, body: unknown, key = token) =>
  ask(path, { method, body: JSON.stringify(body), key })

async function sent(): Promise<{ care: CarePackage; path: string; lines: readonly { id: string }[] }> {
  const care = await world.askPackage()
  const asked = { partnershipId: world.partnership.id, packageId: care.id, version: care.version, at: monday }
  await world.act((db) => openRound(db, world.broker, asked), world.broker)
  const [offer] = await world.act((db) => offersOfPackage(db, world.partnership.id, care.id))
  if (!offer) throw new Error('Nobody was asked.')
  return { care, path: `/api/v1/offers/${world.partnership.slug}/${offer.reference}`, lines: offer.ask.lines }
}

test('with a key a program lists offers, reads one, and accepts a part of it as the page would', async () => {
  const { path, lines } = await sent()
  const list = await ask('/api/v1/offers')
  expect(list.status).toBe(200)
  expect(list.headers.get('cache-control')).toBe('private, no-store')
  expect(list.headers.get('access-control-allow-origin')).toBeNull()
  expect(list.json.items).toEqual(expect.arrayContaining([expect.objectContaining({ href: path, state: 'open' })]))
  const one = await ask(path)
  expect(one.json).toMatchObject({
    district: 'EH47',
    weeklyMinutes: 420,
    weeklyPence: 14700,
    penPicture: null,
    person: null,
  })
  expect((await send('POST', `${path}/answers`, { kind: 'interest' })).json).toMatchObject({
    penPicture: expect.stringContaining('ground floor'),
    person: null,
  })
  const visits = [1, 2, 3].map((weekday) => ({ lineId: lines[0]?.id, weekday }))
  const answered = await send('POST', `${path}/answers`, { kind: 'accept-part', startOn: '2026-11-26', visits })
  expect(answered.status).toBe(200)
  expect(answered.json).toMatchObject({ state: 'part-accepted', acceptedMinutes: 90, person: { postcode: 'EH47 0ZZ' } })
  expect((await ask('/api/v1/offers?state=over')).json.items).toEqual(
    expect.arrayContaining([expect.objectContaining({ href: path })]),
  )
})

test('what can’t be taken is refused in a sentence, and what is not one’s own is not there', async () => {
  const { path } = await sent()
  const answers = `${path}/answers`
  expect(await send('POST', answers, { kind: 'accept', startOn: '2026-12-24' })).toMatchObject({
    status: 409,
    json: { detail: expect.stringContaining('Care has to start by 30 November 2026') },
  })
  for (const [body, words] of [
    [{ kind: 'perhaps' }, '“kind” must be accept'],
    [{ kind: 'decline', reason: 'dislike' }, '“reason” must be one of'],
    [{ kind: 'accept', startOn: 'soon' }, '“startOn” must be a date'],
    [{ kind: 'accept-part', startOn: '2026-11-26', visits: [] }, '“visits” must name'],
    [{ kind: 'interest', more: true }, 'There is no parameter “more” here'],
  ] as const) {
    expect(await send('POST', answers, body)).toMatchObject({
      status: 422,
      json: { detail: expect.stringContaining(words) },
    })
  }
  expect((await send('POST', answers, { kind: 'decline', reason: 'price' })).json).toMatchObject({ state: 'declined' })
  expect((await send('POST', answers, { kind: 'decline', reason: 'price' })).status).toBe(409)
  expect((await ask(`/api/v1/offers/${world.partnership.slug}/TBA-OFF-99999`)).status).toBe(404)
  expect((await ask('/api/v1/offers?limit=0')).status).toBe(422)
})

test('capacity is declared by area and part of the day, in minutes, and never lower than what is given', async () => {
  const { json } = await ask('/api/v1/capacity')
  const path = `/api/v1/capacity/${world.partnership.slug}/${world.serviceType}/${world.area}`
  expect(json.items).toMatchObject([{ area: world.area, declaredAt: null, bands: { morning: { declared: null } } }])
  const none = { morning: 0, midday: 0, afternoon: 0, evening: 0, bedtime: 0, night: 0 }
  expect((await send('PUT', path, { ...none, morning: 600 })).json).toMatchObject({
    bands: { morning: { declared: 600, committed: 90 } },
  })
  expect(await send('PUT', path, none)).toMatchObject({
    status: 422,
    json: { detail: 'You give 1 hour 30 minutes a week in the morning already: that is the least you can declare.' },
  })
  expect((await send('PUT', path, { morning: 600 })).status).toBe(422)
  expect((await send('PUT', `${path}x`, { ...none, morning: 600 })).status).toBe(404)
})

test('a key is shown once, opens nothing but the interface, and ends when it is revoked or its maker’s place ends', async () => {
  const page = await (await app.request('/provider/keys', { headers: person.headers })).text()
  expect(page).toContain('Rosters')
  expect(page).not.toContain(token)
  expect((await app.request('/provider/offers', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  for (const key of [`${token.slice(0, -1)}!`, 'mercat_', token.toLowerCase(), `x${token}`]) {
    expect((await ask('/api/v1/offers', { key })).status).toBe(401)
  }
  // A cookie beside a key that does not hold is no way in.
  const both = await ask('/api/v1/offers', { key: 'none', headers: { cookie: person.headers.cookie } })
  expect(both.status).toBe(401)
  expect((await app.request('/api/v1/offers')).status).toBe(401)
  const second = await newKey('To be revoked')
  const [newest] = await asActor(database, person.actor, (db) => keysOf(db, world.lead.id))
  expect(newest).toMatchObject({ name: 'To be revoked', hint: second.slice(-4) })
  expect((await ask('/api/v1/capacity', { key: second })).status).toBe(200)
  const revoked = await app.request(`/provider/keys/${newest?.id}/revoke`, { method: 'POST', headers: person.headers })
  expect(revoked.status).toBe(303)
  expect((await ask('/api/v1/capacity', { key: second })).status).toBe(401)
  const { rows } = await sql<{ digest: string }>`select digest from api_key`.execute(ownerOf(database))
  expect(rows.map(({ digest }) => digest)).not.toContain(token)
  await sql`update membership set ended_at = ${monday} where id = ${person.membershipId}`.execute(ownerOf(database))
  expect((await ask('/api/v1/capacity')).status).toBe(401)
  await sql`update membership set ended_at = null where id = ${person.membershipId}`.execute(ownerOf(database))
})

test('another provider neither sees nor revokes a key, and ten are the most', async () => {
  const other = await signedInAs(database, {
    organisation: world.fallbacks[0].id,
    roles: ['provider'],
    grantedBy: world.partnership.id,
    at: monday,
  })
  const [own] = await asActor(database, person.actor, (db) => keysOf(db, world.lead.id))
  expect(await asActor(database, other.actor, (db) => keysOf(db, world.lead.id))).toEqual([])
  const refused = await app.request(`/provider/keys/${own?.id}/revoke`, { method: 'POST', headers: other.headers })
  expect(refused.status).toBe(404)
  for (let made = 1; made < 10; made += 1) await newKey(`Key ${made}`)
  const body = new FormData()
  body.append('name', 'One too many')
  const eleventh = await app.request('/provider/keys', { method: 'POST', headers: person.headers, body })
  expect(eleventh.status).toBe(422)
  expect(await eleventh.text()).toContain('There are 10 keys already')
})
