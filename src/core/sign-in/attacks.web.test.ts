import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser } from '../../../test/support/browser.ts'
import { newIdentityRoutes } from '../../../test/support/identity.ts'
import { newServices, newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import { secretOn } from '../../../test/support/newcomer.ts'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import { type Id, systemClock } from '../values/index.ts'
import { unlock } from './index.ts'
import { totpCode } from './totp.ts'

const password = 'seven herons wade'
let database: Database
let partnership: { id: Id; slug: string }
let app: Awaited<ReturnType<typeof newTestApp>>['app']
beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { title: 'First' })
  ;({ app } = await newTestApp([newIdentityRoutes()], { database, clock: systemClock }))
})
afterAll(() => database.close())

let made = 0
const newEmail = () => {
  made += 1
  return `attacked.${made}@example.org`
}
const tokenIn = (link: string) => new URL(link, 'http://localhost').searchParams.get('token') ?? ''
const accept = (token: string, over: Record<string, string> = {}) =>
  newBrowser(app).post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: password, ...over })
const usersOf = async (email: string) => {
  const { rows } = await sql<{ id: string; linked: boolean }>`select u.id, exists (select from account a
    where a.sign_in_user = u.id) as linked from sign_in."user" u where u.email = ${email}`.execute(ownerOf(database))
  return rows
}
/** Somebody with a password, before their second step. */
async function accepted(to = partnership.id) {
  const email = newEmail()
  await accept(tokenIn(await inviteTo(database, to, { email })))
  return email
}
const resetTokensOf = async (email: string) => {
  const { rows } = await sql<{
    token: string
  }>`select substring(body from 'token=([A-Za-z0-9_-]+)') as token from outbox_message
    where recipient = ${email} and kind = 'auth.password-reset' order by id`.execute(ownerOf(database))
  return rows.map(({ token }) => token)
}

test('a second click while the first one makes the account leaves an account that can be signed in to', async () => {
  const email = newEmail()
  const token = tokenIn(await inviteTo(database, partnership.id, { email }))
  const first = accept(token)
  while ((await usersOf(email)).length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  const second = await accept(token, { newPassword: 'quiet otters swim' })
  expect((await first).status).toBe(303)
  expect([200, 409]).toContain(second.status)
  expect(await usersOf(email)).toMatchObject([{ linked: true }])
  expect((await newBrowser(app).post('/sign-in', { email, password })).location).toBe('/account/second-step/new')
})

test('what another process is about to finish is not taken for a remnant, and what is a minute old is', async () => {
  const email = newEmail()
  const token = tokenIn(await inviteTo(database, partnership.id, { email }))
  const owner = ownerOf(database)
  await sql`insert into sign_in."user" (id, name, email, "emailVerified", "updatedAt")
    values (${email}, 'Aila Example', ${email}, false, now())`.execute(owner)
  expect((await accept(token)).status).toBe(409)
  expect(await usersOf(email)).toEqual([{ id: email, linked: false }])
  await sql`update sign_in."user" set "createdAt" = now() - interval '2 minutes' where email = ${email}`.execute(owner)
  expect((await accept(token)).location).toBe('/account/second-step/new')
})

test('a new password ends the other links that were asked for', async () => {
  const email = await accepted()
  for (let times = 1; times <= 2; times += 1) await newBrowser(app).post('/sign-in/forgotten', { email })
  const [first = '', second = ''] = await resetTokensOf(email)
  const reset = (token: string, newPassword: string) => newBrowser(app).post('/sign-in/reset', { token, newPassword })
  expect((await reset(second, 'lambent owls hoot')).location).toBe('/sign-in?reset=done')
  expect((await reset(first, 'another heron wades')).html).toContain('This link opens nothing any more')
})

test('a new password ends the sign-ins that wait for their code', async () => {
  const email = await accepted()
  await sql`update sign_in."user" set "twoFactorEnabled" = true where email = ${email}`.execute(ownerOf(database))
  const thief = newBrowser(app)
  expect((await thief.post('/sign-in', { email, password })).location).toBe('/sign-in/code')
  await newBrowser(app).post('/sign-in/forgotten', { email })
  const [token = ''] = await resetTokensOf(email)
  await newBrowser(app).post('/sign-in/reset', { token, newPassword: 'lambent owls hoot' })
  expect((await thief.get('/sign-in/code')).location).toBe('/sign-in')
})

test('however often somebody asks, no more than three links a quarter of an hour fill a mailbox', async () => {
  const email = await accepted()
  for (let times = 1; times <= 5; times += 1) {
    expect((await newBrowser(app).post('/sign-in/forgotten', { email })).status).toBe(200)
  }
  expect(await resetTokensOf(email)).toHaveLength(3)
})

test('the mail of somebody who also acts in a demonstration goes by their real partnership', async () => {
  const demonstration = await newPartnership(database, { title: 'Demonstration', demonstration: true })
  const email = await accepted(demonstration.id)
  await sql`insert into membership (id, account_id, partnership_id, granted_by_partnership_id, roles, since)
    select gen_random_uuid(), id, ${partnership.id}, ${partnership.id}, '{broker}', now() from account
    where email = ${email}`.execute(ownerOf(database))
  await newBrowser(app).post('/sign-in/forgotten', { email })
  const { rows } = await sql<{ at: Id }>`select partnership_id as at from outbox_message where recipient = ${email}
    and kind = 'auth.password-reset'`.execute(ownerOf(database))
  expect(rows).toEqual([{ at: partnership.id }])
})

test('whom strangers have locked out is let in again by whoever runs the machine, at once', async () => {
  const email = await accepted()
  const services = newServices(database, { clock: systemClock })
  for (let times = 1; times <= 5; times += 1) await newBrowser(app).post('/sign-in', { email, password: 'guessed it?' })
  const signIn = () => newBrowser(app).post('/sign-in', { email, password })
  expect((await signIn()).html).toContain('There were too many wrong attempts.')
  await unlock(services, email.toUpperCase())
  expect((await signIn()).location).toBe('/account/second-step/new')
})

test('codes that were wrong long ago shut the door to no right one', async () => {
  let late = 0
  const clock = { now: () => new Date(Date.now() + late * 60_000) }
  const { app: lateApp } = await newTestApp([newIdentityRoutes()], { database, clock })
  const email = newEmail()
  const browser = newBrowser(lateApp)
  const token = tokenIn(await inviteTo(database, partnership.id, { email }))
  await browser.post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: password })
  const secret = secretOn((await browser.get('/account/second-step/new')).html)
  await browser.post('/account/second-step/new', { code: totpCode(secret, new Date(Date.now() - 30_000)) })
  for (const tries of [4, 4, 3]) {
    late += 31
    const again = newBrowser(lateApp)
    await again.post('/sign-in', { email, password })
    for (let times = 1; times <= tries; times += 1) await again.post('/sign-in/code', { code: '000000' })
  }
  const right = newBrowser(lateApp)
  await right.post('/sign-in', { email, password })
  expect((await right.post('/sign-in/code', { code: totpCode(secret, new Date()) })).location).toBe('/account')
})
