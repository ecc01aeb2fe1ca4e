import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser } from '../../../test/support/browser.ts'
import { newIdentityRoutes } from '../../../test/support/identity.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { clientId } from '../../../test/support/oidc-provider.ts'
import {
  alertOn,
  doorEventsOf,
  oidcSecret,
  oidcWorld,
  thereAnd,
  thereAndBack,
} from '../../../test/support/oidc-world.ts'
import { signedInAs } from '../../../test/support/sign-in.ts'
import { readConfig } from '../config/index.ts'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import { cookiesWith } from '../settings/index.ts'
import { type Id, systemClock } from '../values/index.ts'

let database: Database
let partnership: { id: Id; slug: string }
beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { title: 'First', name: 'First Partnership' })
})
afterAll(() => database.close())

/** Somebody with an account and a password session, made through the real tables. */
const member = () => signedInAs(database, { partnership: partnership.id, roles: ['broker'], at: new Date() })

test('nothing of it is there until it is set', async () => {
  const config = readConfig(oidcSecret, '/nowhere')
  const { app } = await newTestApp([newIdentityRoutes()], { database, clock: systemClock, config })
  const browser = newBrowser(app)
  expect((await browser.get('/sign-in/oidc')).status).toBe(404)
  expect((await browser.get('/sign-in/oidc/callback?code=x&state=y')).status).toBe(404)
  expect((await browser.get('/sign-in')).html).not.toContain('/sign-in/oidc')
})

test('somebody with an account comes in by their organisation’s, to the page that they asked for', async () => {
  const { email, accountId } = await member()
  const here = await oidcWorld(database, { email: email.toUpperCase() })
  const page = await newBrowser(here.app).get('/sign-in?to=%2Faccount%2Fsessions')
  expect(page.html).toMatch(/href="\/sign-in\/oidc\?to=%2Faccount%2Fsessions"[^>]*>\s*Continue with Council account/)
  const { browser, left, callback } = await thereAnd(here, undefined, '/account/sessions')
  expect(left.cookies).toEqual([
    expect.stringMatching(/^mercat\.oidc=[\w.-]+; Max-Age=600; Path=\/sign-in\/oidc; HttpOnly; SameSite=Lax; Secure$/),
  ])
  const asked = new URL(left.location ?? '').searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    redirect_uri: 'http://localhost/sign-in/oidc/callback',
    scope: 'openid email',
    code_challenge_method: 'S256',
  })
  expect(new Set(['state', 'nonce', 'code_challenge'].map((name) => asked.get(name)?.length))).toEqual(new Set([43]))
  const back = await browser.get(callback)
  expect([back.status, back.location]).toEqual([303, '/account/sessions'])
  expect(browser.jar.has('mercat.oidc')).toBe(false)
  const account = await browser.get('/account')
  expect([account.status, account.html.includes('Council account')]).toEqual([200, true])
  expect(await doorEventsOf(database, accountId)).toEqual(['oidc-first', 'signed-in-oidc'])
  // The second step is the service's business, and there is no password to change.
  expect((await browser.get('/account/second-step')).html).toContain('is settled there')
  expect((await browser.get('/account/second-step/new')).status).toBe(403)
  for (const path of ['/account/password', '/account/second-step'])
    expect((await browser.post(path, { password: 'x', newPassword: 'kettle/moss/linen' })).status).toBe(403)
  await thereAndBack(here)
  expect(await doorEventsOf(database, accountId)).toEqual(['oidc-first', 'signed-in-oidc', 'signed-in-oidc'])
  const told = await sql`select from outbox_message where recipient = ${email} and kind = 'auth.oidc-first'`.execute(
    ownerOf(database),
  )
  expect(told.rows).toHaveLength(1)
})

test('coming in ends the session that the browser had, and a session ends where the service is switched off', async () => {
  const { email, headers } = await member()
  const here = await oidcWorld(database, { email })
  const { browser, callback } = await thereAnd(here)
  const old = headers.cookie.split('=', 2)[1] ?? ''
  browser.jar.set('mercat.session_token', old)
  await browser.get(callback)
  expect((await here.app.request('/account', { headers })).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(200)
  const config = readConfig(oidcSecret, '/nowhere')
  const { app } = await newTestApp([newIdentityRoutes()], { database, clock: systemClock, config })
  const later = newBrowser(app)
  for (const [name, value] of browser.jar) later.jar.set(name, value)
  expect((await later.get('/account')).location).toBe('/sign-in?to=%2Faccount')
})

test('a state that this browser was not given is refused, and asks the service nothing', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  const { browser, callback } = await thereAnd(here)
  const asked = here.service.asked.length
  const wrong = await browser.get(callback.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`))
  expect([wrong.status, alertOn(wrong.html)]).toEqual([422, expect.stringContaining('Begin again')])
  const elsewhere = await newBrowser(here.app).get(callback)
  expect([elsewhere.status, elsewhere.html.includes('another browser')]).toEqual([422, true])
  expect(here.service.asked).toHaveLength(asked)
  expect(browser.jar.has('mercat.session_token')).toBe(false)
})

test('a way back works once: for this browser, and for one that kept the cookie', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  const { browser, callback } = await thereAnd(here)
  const kept = browser.jar.get('mercat.oidc') ?? ''
  expect((await browser.get(callback)).status).toBe(303)
  expect((await browser.get(callback)).status).toBe(422)
  const thief = newBrowser(here.app)
  thief.jar.set('mercat.oidc', kept)
  const again = await thief.get(callback)
  expect([again.status, alertOn(again.html)]).toEqual([422, expect.stringContaining('did not confirm who you are')])
  expect(thief.jar.has('mercat.session_token')).toBe(false)
})

test('whoever was away for more than ten minutes begins again', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  const { browser, callback } = await thereAnd(here)
  const clock = { now: () => new Date(Date.now() + 11 * 60_000) }
  const { app } = await newTestApp([newIdentityRoutes()], { database, clock, config: here.config })
  const later = newBrowser(app)
  for (const [name, value] of browser.jar) later.jar.set(name, value)
  expect(alertOn((await later.get(callback)).html)).toContain('took too long')
})

const past = () => Math.floor(Date.now() / 1000) - 3600
test.each([
  ['for another program', () => ({ aud: 'another' })],
  ['for several programs and by none', () => ({ aud: [clientId, 'another'] })],
  ['by another program', () => ({ azp: 'another' })],
  ['by another issuer', () => ({ iss: 'https://evil.example.org' })],
  ['for another sign-in', () => ({ nonce: 'x'.repeat(43) })],
  ['an hour ago', () => ({ iat: past(), exp: past() + 300 })],
])('an id token that was made %s opens nothing', async (_, says) => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  here.service.says = says()
  const { browser, back } = await thereAndBack(here)
  expect([back.status, alertOn(back.html)]).toEqual([422, expect.stringContaining('did not confirm who you are')])
  expect(browser.jar.has('mercat.session_token')).toBe(false)
})

test('nor does one that somebody else has signed, or an answer of another issuer', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  here.service.forged = true
  expect((await thereAndBack(here)).back.status).toBe(422)
  here.service.forged = false
  const { browser, callback } = await thereAnd(here)
  expect((await browser.get(callback.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example.org'))).status).toBe(422)
  expect((await thereAndBack(here)).back.status).toBe(303)
})

test('whoever says no at the service is told how to go on', async () => {
  const here = await oidcWorld(database)
  const { browser, callback } = await thereAnd(here)
  const back = await browser.get(callback.replace(/code=[^&]+/, 'error=access_denied&error_description=%3Cb%3E'))
  expect([back.status, alertOn(back.html)]).toEqual([422, expect.stringContaining('did not confirm who you are')])
  expect(back.html).toContain('type="password"')
})

test('a service that does not answer is said to, before and after, and the password is still asked for', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  const { browser, callback } = await thereAnd(here)
  here.service.down = true
  const after = await browser.get(callback)
  expect([after.status, alertOn(after.html)]).toEqual([503, expect.stringContaining('does not answer')])
  const elsewhere = await oidcWorld(database, { email })
  elsewhere.service.down = true
  const before = await newBrowser(elsewhere.app).get('/sign-in/oidc')
  expect([before.status, alertOn(before.html)]).toEqual([503, expect.stringContaining('does not answer')])
  expect(before.html).toContain('type="password"')
  // It is asked again, not given up.
  elsewhere.service.down = false
  expect((await thereAndBack(elsewhere)).back.status).toBe(303)
})

test.each([
  ['another issuer', { issuer: 'https://evil.example.org' }],
  ['an entrance over which anyone may listen', { authorization_endpoint: 'http://sso.example.org/authorize' }],
  ['no keys', { jwks_uri: undefined }],
])('a service that describes itself with %s is not trusted', async (_, describes) => {
  const here = await oidcWorld(database)
  here.service.describes = describes
  expect((await newBrowser(here.app).get('/sign-in/oidc')).status).toBe(503)
})

test('an address that the service tells only when asked, and a secret that it wants in the form, are understood', async () => {
  const { email } = await member()
  const here = await oidcWorld(database, { email })
  here.service.bare = true
  here.service.way = 'client_secret_post'
  expect((await thereAndBack(here)).back.status).toBe(303)
  expect(here.service.asked).toContain('/userinfo')
})

test('the page about cookies names the one that it sets', async () => {
  const here = await oidcWorld(database)
  const { left } = await thereAnd(here)
  const names = (service?: string) => cookiesWith(service).map(({ name }) => name)
  const set = left.cookies.map((cookie) => cookie.split('=')[0] ?? '')
  expect(names('Council account').filter((name) => !names().includes(name))).toEqual(set)
})

test('no other site can send a browser there', async () => {
  const here = await oidcWorld(database)
  const browser = newBrowser(here.app, { 'sec-fetch-site': 'cross-site' })
  const sent = await browser.get('/sign-in/oidc?to=%2Faccount%2Fsessions')
  expect([sent.location, sent.cookies]).toEqual(['/sign-in?to=%2Faccount%2Fsessions', []])
})
