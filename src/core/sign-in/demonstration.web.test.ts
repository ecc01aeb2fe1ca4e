import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newBrowser } from '../../../test/support/browser.ts'
import { newIdentityRoutes } from '../../../test/support/identity.ts'
import { newServices, newTestApp } from '../../../test/support/new-app.ts'
import { newDatabase } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { partnershipById } from '../auth/partnership.ts'
import { readConfig } from '../config/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, removePartnerships } from '../db/index.ts'
import { systemClock } from '../values/index.ts'
import { invite, removeDemonstrationAccounts } from './index.ts'

async function world({ env = {} }: { env?: Record<string, string> } = {}) {
  const database = await newDatabase()
  const shown = await newPartnership(database, { slug: 'shown', title: 'Shown', demonstration: true })
  const real = await newPartnership(database, { slug: 'real', title: 'Real' })
  const config = Object.keys(env).length > 0 ? readConfig(env, '/nowhere') : newServices(database).config
  const { app } = await newTestApp([newIdentityRoutes()], { database, config, clock: systemClock })
  return { database, app, shown, real }
}

test('each role of a demonstration partnership is stepped into with one button, without a password', async () => {
  const { app, database } = await world()
  const browser = newBrowser(app)
  const page = await browser.get('/sign-in/demonstration')
  expect(page.html.match(/name="role" value="shown\./g)).toHaveLength(9)
  expect(page.html).not.toContain('Real')
  const stepped = await browser.post('/sign-in/demonstration', { role: 'shown.commissioner' })
  expect([stepped.status, stepped.location]).toEqual([303, '/account'])
  const account = await browser.get('/account')
  expect(account.html).toContain('Aila Example')
  expect(account.html).toContain('Demonstration. You stepped into an invented role')
  await browser.post('/sign-in/demonstration', { role: 'provider' })
  expect((await browser.get('/account')).html).toContain('You act for Example Care.')
  await newBrowser(app).post('/sign-in/demonstration', { role: 'shown.commissioner' })
  const { rows } = await sql<{ accounts: number }>`select count(*) as accounts from account`.execute(ownerOf(database))
  expect(rows).toEqual([{ accounts: 2 }])
})

test('no role of a partnership that is not a demonstration can be stepped into', async () => {
  const { app } = await world()
  for (const role of ['real.commissioner', 'shown.provider', 'shown', '']) {
    expect((await newBrowser(app).post('/sign-in/demonstration', { role })).status, role).toBe(404)
  }
})

test('whatever an administrator of the demonstration did to it, a role is as it was for whoever steps in next', async () => {
  const { app, database, shown } = await world()
  const browser = newBrowser(app)
  await browser.post('/sign-in/demonstration', { role: 'shown.commissioner' })
  expect((await browser.post('/account/name', { name: 'Rude Words' })).status).toBe(409)
  await sql`update membership set roles = '{broker}'`.execute(ownerOf(database))
  await browser.post('/sign-in/demonstration', { role: 'shown.commissioner' })
  expect((await browser.get('/account')).html).toContain('Commissioner')
  const { actor } = await signedInAs(database, { partnership: shown.id, roles: ['administrator'] })
  const inviting = (email: string) =>
    asActor(database, actor, async (db) =>
      invite(db, actor, new Date(), {
        partnership: await partnershipById(db, shown.id),
        email,
        name: 'Buy this',
        roles: ['broker'],
        origin: 'http://localhost',
      }),
    )
  await expect(inviting('somebody@real-company.co.uk')).rejects.toThrow('only made-up addresses')
  await expect(inviting('somebody@notexample.org')).rejects.toThrow('only made-up addresses')
  await expect(inviting('broker.shown@demonstration.example.org')).rejects.toThrow('a role of the demonstration')
  await inviting('somebody@care.example.org')
})

test('a demonstration account acts for nothing real, even where a membership was forced on it', async () => {
  const { app, database, real } = await world()
  const browser = newBrowser(app)
  await browser.post('/sign-in/demonstration', { role: 'shown.broker' })
  await sql`update membership set partnership_id = ${real.id}, granted_by_partnership_id = ${real.id}`.execute(
    ownerOf(database),
  )
  expect((await browser.get('/account')).status).toBe(303)
})

test('nothing is left of its accounts when the demonstration is cleared', async () => {
  const { app, database, shown } = await world()
  const browser = newBrowser(app)
  await browser.post('/sign-in/demonstration', { role: 'shown.broker' })
  await browser.post('/sign-in/demonstration', { role: 'provider' })
  await removePartnerships(database, [shown.id])
  expect(await removeDemonstrationAccounts(database)).toBe(2)
  expect((await browser.get('/account')).status).toBe(303)
  const { rows } = await sql<{ left: number }>`select (select count(*) from account) + (select count(*) from membership)
    + (select count(*) from sign_in."user") + (select count(*) from sign_in.session) as left`.execute(ownerOf(database))
  expect(rows).toEqual([{ left: 0 }])
})

test('on PostgreSQL without a secret passwords are off and the page says what to set; the demonstration still opens', async () => {
  const { app } = await world({ env: { DATABASE_URL: 'postgres://nowhere/none', MERCAT_DEMO: '1' } })
  const browser = newBrowser(app)
  const page = await browser.get('/sign-in')
  expect(page.html).toContain('MERCAT_SECRET')
  expect(page.html).not.toContain('type="password"')
  for (const path of ['/sign-in/invitation?token=x', '/sign-in/forgotten', '/sign-in/reset?token=x', '/sign-in/code'])
    expect((await browser.get(path)).html, path).toContain('MERCAT_SECRET')
  for (const path of ['/sign-in', '/sign-in/invitation', '/sign-in/forgotten', '/sign-in/reset'])
    expect((await browser.post(path, { token: 'x', email: 'aila@example.org' })).html, path).toContain('MERCAT_SECRET')
  expect((await browser.post('/sign-in/demonstration', { role: 'shown.broker' })).location).toBe('/account')
  expect((await browser.get('/account')).status).toBe(200)
})

test.each([
  ['http://mercat.example.org', false],
  ['https://mercat.example.org', true],
  ['http://localhost:3000', true],
  ['http://127.0.0.1:3000', true],
])('at %s the cookie is sent over HTTPS only: %s', async (publicUrl, secure) => {
  const { app } = await world({ env: { MERCAT_PUBLIC_URL: publicUrl, MERCAT_SECRET: 'x'.repeat(32) } })
  const answer = await app.request(`${publicUrl}/sign-in/demonstration`, {
    method: 'POST',
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'role=shown.broker',
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/)
  expect(cookie.includes('; Secure')).toBe(secure)
})
