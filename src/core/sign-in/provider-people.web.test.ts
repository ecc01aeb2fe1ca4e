import { afterAll, beforeAll, expect, test } from 'vitest'
import { newIdentityRoutes } from '../../../test/support/identity.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newOrganisation } from '../../../test/support/new-organisation.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { entriesOf } from '../ledger/index.ts'
import type { Id } from '../values/index.ts'
import { invitationsOf } from './index.ts'

let database: Database
let app: Awaited<ReturnType<typeof newTestApp>>['app']
beforeAll(async () => {
  database = await openNew()
  ;({ app } = await newTestApp([newIdentityRoutes()], { database }))
})
afterAll(() => database.close())

let made = 0
async function world() {
  made += 1
  const [first, second] = [await newPartnership(database), await newPartnership(database)]
  return { first, second, organisation: await newOrganisation(database, `Example Care ${made}`, testNow) }
}
const acting = (organisation: { id: Id }, grantedBy: Id) =>
  signedInAs(database, { organisation: organisation.id, roles: ['provider'], grantedBy })
const heading = async (path: string) => (await (await app.request(path)).text()).match(/<h1[^>]*>([^<]+)/)?.[1]
const waits = 'Someone has to agree first'

test('the first of a provider’s people is let in by the partnership; every other waits for one of them', async () => {
  const { first, second, organisation } = await world()
  const invited = (partnership: Id, email: string) =>
    inviteTo(database, partnership, { email, roles: ['provider'], organisation, at: testNow })
  expect(await heading(await invited(first.id, `first.${made}@example.org`))).toContain('invites you')
  await acting(organisation, first.id)
  expect(await heading(await invited(second.id, `second.${made}@example.org`))).toBe(waits)
})

test('one of the provider’s people agrees, and only then the invitation opens', async () => {
  const { first, second, organisation } = await world()
  const own = await acting(organisation, first.id)
  const email = `newcomer.${made}@example.org`
  const link = await inviteTo(database, second.id, {
    email,
    name: 'Morag Example',
    roles: ['provider'],
    organisation,
    at: testNow,
  })
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const early = await app.request('/sign-in/invitation', {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token, name: 'Morag Example', newPassword: 'seven herons wade' }),
  })
  expect(await early.text()).toContain(waits)
  const page = await (await app.request('/provider/people', { headers: own.headers })).text()
  expect(page).toContain('Morag Example')
  const id = page.match(/\/provider\/people\/([0-9a-f-]+)\/agree/)?.[1] ?? ''
  const answer = (headers: Record<string, string>) =>
    app.request(`/provider/people/${id}/agree`, { method: 'POST', headers })
  const stranger = await acting((await world()).organisation, second.id)
  expect((await answer(stranger.headers)).status).toBe(404)
  expect(await heading(link)).toBe(waits)
  expect((await answer(own.headers)).headers.get('location')).toBe('/provider/people?agreed=Morag%20Example')
  expect(await heading(link)).toContain('invites you')
  expect((await answer(own.headers)).status).toBe(404)
  const noted = await asActor(database, systemActor(second.id), (db) =>
    entriesOf(db, second.id, { kind: 'invitation', id }),
  )
  expect(noted.map(({ event }) => event)).toEqual(['auth.invited', 'auth.invitation-agreed'])
})

test('a refusal withdraws the invitation, and the partnership sees it', async () => {
  const { first, second, organisation } = await world()
  const own = await acting(organisation, first.id)
  const link = await inviteTo(database, second.id, {
    email: `unwanted.${made}@example.org`,
    roles: ['provider'],
    organisation,
    at: testNow,
  })
  const [waiting] = await asActor(database, systemActor(second.id), (db) => invitationsOf(db, second.id))
  await app.request(`/provider/people/${waiting?.id}/refuse`, { method: 'POST', headers: own.headers })
  expect(await heading(link)).toBe('This invitation was withdrawn')
  const [after] = await asActor(database, systemActor(second.id), (db) => invitationsOf(db, second.id))
  expect(after?.withdrawnAt).toEqual(testNow)
})

test('staff have no such page', async () => {
  const { first } = await world()
  const staff = await signedInAs(database, { partnership: first.id, roles: ['contracts-officer'] })
  expect((await app.request('/provider/people', { headers: staff.headers })).status).toBe(403)
})
