import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAuthenticator } from '../../../test/support/authenticator.ts'
import { newBrowser } from '../../../test/support/browser.ts'
import { newIdentityRoutes } from '../../../test/support/identity.ts'
import { newServices, newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo, linkInMailTo } from '../../../test/support/new-person.ts'
import { newcomerTo, secretOn } from '../../../test/support/newcomer.ts'
import { readConfig } from '../config/index.ts'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import { type Id, newId, systemClock } from '../values/index.ts'
import { endAccount } from './index.ts'
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
  return `person.${made}@example.org`
}
const newcomer = (email = newEmail()) => newcomerTo(app, database, partnership.id, { email, password })

test('somebody who is invited chooses a password, sets up the second step, and only then is let in', async () => {
  const browser = newBrowser(app)
  const email = newEmail()
  const link = await inviteTo(database, partnership.id, { email, roles: ['commissioner', 'administrator'] })
  const shown = await browser.get(link)
  expect(shown.html).toContain('Commissioner, Administrator')
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const weak = await browser.post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: 'Password1234' })
  expect(weak.status).toBe(422)
  expect(weak.html).toContain('harder to guess')
  expect(weak.html).toContain('value="Aila Example"')
  expect(weak.html).not.toContain('Password1234')
  const accepted = await browser.post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: password })
  expect([accepted.status, accepted.location]).toEqual([303, '/account/second-step/new'])
  expect(accepted.cookies.find((cookie) => cookie.startsWith('mercat.session_token='))).toMatch(
    /; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  // Nothing else is open before the second step stands.
  expect((await browser.get('/account')).location).toBe('/account/second-step')
  const before = browser.jar.get('mercat.session_token')
  const setUp = await browser.get('/account/second-step/new')
  expect(setUp.html).toContain('<svg class="m-qr"')
  expect((await browser.post('/account/second-step/new', { code: '000000' })).status).toBe(422)
  const done = await browser.post('/account/second-step/new', {
    code: totpCode(secretOn(setUp.html), new Date()),
  })
  expect(done.html.match(/<code>[a-z0-9]{5}-[a-z0-9]{5}<\/code>/g)).toHaveLength(10)
  expect(browser.jar.get('mercat.session_token')).not.toBe(before)
  const account = await browser.get('/account')
  expect([
    account.status,
    account.html.includes('Aila Example'),
    account.html.includes('Commissioner, Administrator'),
  ]).toEqual([200, true, true])
  expect((await browser.get(link)).html).toContain('accepted already')
})

test('signing in takes the password and the code; afterwards the page that was asked for is there', async () => {
  const { email, code } = await newcomer()
  const browser = newBrowser(app)
  const asked = await browser.get('/account/sessions')
  expect(asked.location).toBe('/sign-in?to=%2Faccount%2Fsessions')
  const first = await browser.post('/sign-in', { email: email.toUpperCase(), password, to: '/account/sessions' })
  expect([first.status, first.location]).toEqual([303, '/sign-in/code?to=%2Faccount%2Fsessions'])
  expect(browser.jar.has('mercat.session_token')).toBe(false)
  expect((await browser.get('/account')).status).toBe(303)
  const wrong = await browser.post('/sign-in/code', { code: '000 000', to: '/account/sessions' })
  expect([wrong.status, wrong.html.includes('value="000 000"')]).toEqual([422, true])
  const right = await browser.post('/sign-in/code', { code: code(), to: '/account/sessions' })
  expect([right.status, right.location]).toEqual([303, '/account/sessions'])
  expect((await browser.get('/account/sessions')).html).toContain('at 2 places')
})

test('an address that nobody has is answered like a wrong password, and keeps the address typed', async () => {
  const { email } = await newcomer()
  const browser = newBrowser(app)
  const [known, unknown] = [
    await browser.post('/sign-in', { email, password: 'not the password' }),
    await browser.post('/sign-in', { email: 'nobody@example.org', password: 'not the password' }),
  ]
  expect([known.status, unknown.status]).toEqual([422, 422])
  expect(known.html.replaceAll(email, 'X')).toBe(unknown.html.replaceAll('nobody@example.org', 'X'))
  expect(known.html).toContain(`value="${email}"`)
  expect(known.html).not.toContain('not the password')
})

test('five wrong passwords shut the door for a quarter of an hour, also for an address that nobody has', async () => {
  const { email } = await newcomer()
  for (const address of [email, 'nobody.at.all@example.org']) {
    const browser = newBrowser(app)
    for (let tries = 1; tries < 5; tries += 1) {
      expect((await browser.post('/sign-in', { email: address, password: 'wrong' })).html).toContain(
        'do not belong together',
      )
    }
    expect((await browser.post('/sign-in', { email: address, password: 'wrong' })).html).toContain('Wait 15 minutes')
    // Even the right one opens nothing now.
    expect((await browser.post('/sign-in', { email: address, password })).html).toContain('too many wrong attempts')
  }
})

test('many wrong passwords at the same moment are no more tries than one after another', async () => {
  const email = newEmail()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => newBrowser(app).post('/sign-in', { email, password: 'wrong' })),
  )
  expect(answers.filter((answer) => answer.html.includes('do not belong together'))).toHaveLength(4)
})

test('a recovery code lets one in once', async () => {
  const { email, recovery } = await newcomer()
  const [code = ''] = recovery
  const give = async () => {
    const browser = newBrowser(app)
    await browser.post('/sign-in', { email, password })
    return browser.post('/sign-in/code', { code: code.toUpperCase().replace('-', ' '), recovery: '1' })
  }
  expect((await give()).status).toBe(303)
  expect((await give()).html).toContain('used already')
})

test('a link to set a new password works once, ends every session, and the code is still asked for', async () => {
  const { browser: elsewhere, email } = await newcomer()
  const browser = newBrowser(app)
  const [known, unknown] = [
    await browser.post('/sign-in/forgotten', { email }),
    await browser.post('/sign-in/forgotten', { email: 'nobody@example.org' }),
  ]
  expect(known.html).toBe(unknown.html)
  const link = (await linkInMailTo(database, email)) ?? ''
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  expect((await browser.get(link)).html).toContain('Choose a new password')
  expect((await browser.post('/sign-in/reset', { token, newPassword: 'short' })).status).toBe(422)
  const set = await browser.post('/sign-in/reset', { token, newPassword: 'kettle/moss/linen' })
  expect(set.location).toBe('/sign-in?reset=done')
  expect((await elsewhere.get('/account')).status).toBe(303)
  for (const again of [
    await browser.get(link),
    await browser.post('/sign-in/reset', { token, newPassword: 'kettle/moss/wool' }),
  ]) {
    expect(again.html).toContain('opens nothing any more')
    expect(again.html).toContain('href="/sign-in/forgotten"')
  }
  expect((await browser.post('/sign-in', { email, password })).status).toBe(422)
  expect((await browser.post('/sign-in', { email, password: 'kettle/moss/linen' })).location).toBe('/sign-in/code')
})

test('a link to set a new password that is older than half an hour opens nothing', async () => {
  const { email } = await newcomer()
  await newBrowser(app).post('/sign-in/forgotten', { email })
  const link = (await linkInMailTo(database, email)) ?? ''
  await sql`update sign_in.verification set "expiresAt" = now() - interval '1 second'`.execute(ownerOf(database))
  expect((await newBrowser(app).get(link)).html).toContain('opens nothing any more')
})

test('invitations that were withdrawn, ran out or are none of ours say so', async () => {
  const email = newEmail()
  const first = await inviteTo(database, partnership.id, { email })
  const second = await inviteTo(database, partnership.id, { email })
  const old = await inviteTo(database, partnership.id, {
    email: newEmail(),
    at: new Date(Date.now() - 8 * 24 * 3_600_000),
  })
  const says = async (link: string) => (await newBrowser(app).get(link)).html.match(/<h1[^>]*>([^<]+)/)?.[1]
  expect(await says(first)).toBe('This invitation was withdrawn')
  expect(await says(second)).toContain('invites you')
  expect(await says(old)).toBe('This invitation has run out')
  expect(await says('/sign-in/invitation?token=made-up')).toBe('This is not an invitation of ours')
})

test('an invitation to somebody who has an account joins it after they have signed in, and they can switch', async () => {
  const { browser, email } = await newcomer()
  const other = await newPartnership(database, { title: 'Second', name: 'Second Partnership' })
  const link = await inviteTo(database, other.id, { email, roles: ['broker'] })
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const stranger = newBrowser(app)
  const asked = await stranger.get(link)
  expect(asked.html).toContain(`/sign-in?to=${encodeURIComponent(link)}`)
  await stranger.post('/sign-in/invitation', { token, name: 'Mallory Example', newPassword: 'another password' })
  expect((await stranger.get(link)).html).toContain('Second Partnership invites you')
  expect((await browser.get(link)).html).toContain('Join with my account')
  const before = browser.jar.get('mercat.session_token')
  expect((await browser.post('/sign-in/invitation', { token })).location).toBe('/account')
  expect(browser.jar.get('mercat.session_token')).not.toBe(before)
  expect((await browser.get('/account')).html).toContain('You act for Second Partnership.')
  const choices = [
    ...(await browser.get('/account/switch')).html.matchAll(/name="membership"[^>]*value="([^"]+)"/g),
  ].map((m) => m[1] ?? '')
  expect(choices).toHaveLength(2)
  const current = (await browser.get('/account/switch')).html.match(/value="([^"]+)"[^>]*checked/)?.[1]
  await browser.post('/account/switch', { membership: choices.find((choice) => choice !== current) ?? '' })
  expect((await browser.get('/account')).html).not.toContain('You act for Second Partnership.')
  expect((await browser.post('/account/switch', { membership: newId() })).status).toBe(404)
})

test('somebody who lost their phone and codes begins again once their access was ended and they are invited anew', async () => {
  const { browser, email } = await newcomer()
  await endAccount(database, new Date(), email)
  expect((await browser.get('/account')).status).toBe(303)
  expect((await newBrowser(app).post('/sign-in', { email, password })).html).toContain('You have no access at present')
  const link = await inviteTo(database, partnership.id, { email, roles: ['broker'] })
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const again = newBrowser(app)
  await again.post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: 'kettle/moss/linen' })
  expect((await again.get('/account')).location).toBe('/account/second-step')
  const secret = secretOn((await again.get('/account/second-step/new')).html)
  await again.post('/account/second-step/new', { code: totpCode(secret, new Date()) })
  expect((await again.get('/account')).html).toContain('Broker')
  expect((await newBrowser(app).post('/sign-in', { email, password })).status).toBe(422)
})

test('one sees one’s sessions and ends the others; a changed password ends them as well', async () => {
  const { browser, email, code, recovery } = await newcomer()
  const signIn = async (second: Record<string, string>) => {
    const other = newBrowser(app, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' })
    await other.post('/sign-in', { email, password })
    await other.post('/sign-in/code', second)
    return other
  }
  const other = await signIn({ code: code() })
  const list = await browser.get('/account/sessions')
  expect(list.html).toContain('Firefox on Windows')
  expect(list.html).toContain('127.0.0.0')
  await browser.post('/account/sessions', { id: 'others' })
  expect([(await other.get('/account')).status, (await browser.get('/account')).status]).toEqual([303, 200])
  const third = await signIn({ code: recovery[0] ?? '', recovery: '1' })
  expect(
    (await browser.post('/account/password', { password: 'wrong', newPassword: 'kettle/moss/linen' })).html,
  ).toContain('not your present password')
  const changed = await browser.post('/account/password', { password, newPassword: 'kettle/moss/linen' })
  expect(changed.location).toBe('/account')
  expect([(await third.get('/account')).status, (await browser.get('/account')).status]).toEqual([303, 200])
  expect((await browser.post('/sign-out', {})).location).toBe('/')
  expect((await browser.get('/account')).status).toBe(303)
})

test('another authenticator takes the place of the first only when its code is right', async () => {
  const { browser, email, code, secret: old } = await newcomer()
  expect((await browser.post('/account/second-step', { password: 'wrong', wanted: 'authenticator' })).status).toBe(422)
  const asked = await browser.post('/account/second-step', { password, wanted: 'authenticator' })
  expect(asked.location).toBe('/account/second-step/new')
  const secret = secretOn((await browser.get('/account/second-step/new')).html)
  const tries = async (given: string) => {
    const other = newBrowser(app)
    await other.post('/sign-in', { email, password })
    return (await other.post('/sign-in/code', { code: given })).status
  }
  expect(await tries(code())).toBe(303)
  const another = newAuthenticator(secret)
  await browser.post('/account/second-step/new', { code: another.code() })
  expect([await tries(another.code()), await tries(totpCode(old, new Date()))]).toEqual([303, 422])
})

test('with a new secret before the old one sessions end, and second steps still work', async () => {
  const { browser, email, code } = await newcomer()
  const [old] = newServices(database).config.secrets
  const config = readConfig({ MERCAT_SECRET: `${'n'.repeat(40)},${old}` }, '/nowhere')
  const { app: later } = await newTestApp([newIdentityRoutes()], { database, clock: systemClock, config })
  const kept = newBrowser(later)
  for (const [name, value] of browser.jar) kept.jar.set(name, value)
  expect((await kept.get('/account')).status).toBe(303)
  expect((await kept.post('/sign-in', { email, password })).location).toBe('/sign-in/code')
  expect((await kept.post('/sign-in/code', { code: code() })).location).toBe('/account')
  expect((await kept.get('/account')).status).toBe(200)
})

test('pages on the way in are kept by nobody', async () => {
  const answers = await Promise.all(
    ['/sign-in', '/sign-in/forgotten', '/sign-in/reset?token=x'].map((path) => app.request(path)),
  )
  expect(answers.map((answer) => answer.headers.get('cache-control'))).toEqual(Array(3).fill('private, no-store'))
})

test('there is nothing to step into where no demonstration is loaded', async () => {
  const browser = newBrowser(app)
  expect((await browser.get('/sign-in/demonstration')).status).toBe(404)
  expect((await browser.post('/sign-in/demonstration', { role: 'provider' })).status).toBe(404)
  expect((await browser.get('/sign-in')).html).not.toContain('Step into a role')
})
