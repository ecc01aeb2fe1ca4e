import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { CarePackage } from '../care-package.ts'
import { brokerage } from '../schema/index.ts'
import { recordRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let made: CarePackage
let person: string
let administrator: Somebody
let broker: Somebody
let stranger: Somebody

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const other = await newBrokerage(database)
  made = await world.askPackage()
  person = await referenceOf(made.personId)
  app = (await newTestApp([recordRoutes()], { database })).app
  const { id } = world.partnership
  administrator = await signedInAs(database, { partnership: id, roles: ['administrator'] })
  broker = await signedInAs(database, { partnership: id, roles: ['broker'] })
  stranger = await signedInAs(database, { partnership: other.partnership.id, roles: ['administrator', 'broker'] })
})
afterAll(() => database?.close())

const referenceOf = (id: Id) =>
  asActor(database, world.system, (db) =>
    brokerage(db).selectFrom('person').select('reference').where('id', '=', id).executeTakeFirstOrThrow(),
  ).then(({ reference }) => reference)

const at = (path: string) => `/${world.partnership.slug}${path}`
const get = (path: string, who: Somebody = administrator) => app.request(at(path), { headers: who.headers })
const post = (path: string, fields: Record<string, string> = {}, who: Somebody = administrator) =>
  app.request(at(path), {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

test('an administrator finds somebody, gives what is held, and it is recorded', async () => {
  expect((await post('/people', { look: '' })).status).toBe(422)
  expect(await (await post('/people', { look: 'nobody at all' })).text()).toContain('Nobody is known by that')
  expect(await (await post('/people', { look: 'example person' })).text()).toContain(`/people/${person}`)
  const page = await (await get(`/people/${person}`)).text()
  for (const part of [`Example Person ${person}`, '1 package', 'Download everything']) expect(page).toContain(part)
  const sent = await post(`/people/${person}/export`)
  expect(sent.headers.get('content-disposition')).toBe(`attachment; filename="${person}.json"`)
  expect(await sent.json()).toMatchObject({
    person: { name: `Example Person ${person}`, risks: 'A dog' },
    packages: [{ reference: made.reference, visits: [{ band: 'morning' }, { band: 'evening' }] }],
  })
  const again = await (await post(`/people/${person}/export`)).json()
  expect(again.recorded).toEqual([expect.objectContaining({ event: 'brokerage.person-exported' })])
})

test('erasing asks why and for the reference, is refused while care is wanted, and then is done', async () => {
  const careless = await post(`/people/${person}/erase`, { typed: 'yes' })
  expect(careless.status).toBe(422)
  const said = await careless.text()
  for (const part of ['Choose why the person is erased', `Type ${person} to confirm that it is this person`])
    expect(said).toContain(part)
  const meant = { reason: 'asked', typed: person.toLowerCase() }
  const live = await post(`/people/${person}/erase`, meant)
  expect(live.status).toBe(409)
  expect(await live.text()).toContain(`${made.reference} is not over: end it first`)
  await asActor(database, world.system, (db) =>
    brokerage(db)
      .updateTable('care_package')
      .set({ state: 'withdrawn', ended_on: '2026-11-23', end_reason: 'moved-away' })
      .where('id', '=', made.id)
      .execute(),
  )
  const done = await post(`/people/${person}/erase`, meant)
  expect(done.status).toBe(303)
  const page = await (await app.request(done.headers.get('location') ?? '', { headers: administrator.headers })).text()
  expect(page).toContain('The person is erased')
  expect(page).not.toContain('Example Person')
  expect(page).not.toContain('Erase this person')
})

test('the record of a package is given to staff who place care, as a file without who it is for', async () => {
  const sent = await get(`/packages/${made.reference}/record.json`, broker)
  expect(sent.status).toBe(200)
  expect(await sent.json()).toMatchObject({ package: made.reference, entriesHold: true, entries: [] })
})

test('nobody else reaches a person’s data, and another partnership’s administrator finds nobody', async () => {
  for (const path of ['/people', `/people/${person}`]) {
    expect((await get(path, broker)).status).toBe(403)
    expect((await get(path, stranger)).status).toBe(404)
  }
  for (const path of [`/people/${person}/export`, `/people/${person}/erase`]) {
    expect((await post(path, {}, broker)).status).toBe(403)
    expect((await post(path, {}, stranger)).status).toBe(404)
  }
  expect((await get(`/packages/${made.reference}/record.json`, stranger)).status).toBe(404)
  expect((await get('/people/XX-PER-00001')).status).toBe(404)
})
