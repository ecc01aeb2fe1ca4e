import { expect, test } from 'vitest'
import { newBrowser } from '../../../test/support/browser.ts'
import { newIdentityRoutes } from '../../../test/support/identity.ts'
import { newServices, newTestApp } from '../../../test/support/new-app.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { newcomerTo } from '../../../test/support/newcomer.ts'
import { systemClock } from '../values/index.ts'
import { useUp } from './commands/last-code.ts'
import { accountBy } from './door.ts'
import { totpCode } from './totp.ts'

const password = 'seven herons wade'

/** Somebody with a second step, in an application of their own. */
async function world() {
  const { app, database } = await newTestApp([newIdentityRoutes()], { clock: systemClock })
  const partnership = await newPartnership(database)
  const newcomer = await newcomerTo(app, database, partnership.id, { email: 'aila@example.org', password })
  /** A browser whose password was right, so that the code is asked for. */
  const waiting = async () => {
    const browser = newBrowser(app)
    await browser.post('/sign-in', { email: newcomer.email, password })
    return browser
  }
  return { app, database, waiting, ...newcomer }
}

test('of two who give the same recovery code at once one comes in, and what is left is told', async () => {
  const { browser, waiting, recovery } = await world()
  const use = (other: ReturnType<typeof newBrowser>, code = '') => other.post('/sign-in/code', { code, recovery: '1' })
  expect((await browser.get('/account')).html).toContain('10 recovery codes left')
  const two = await Promise.all([waiting(), waiting()])
  const answers = await Promise.all(two.map((other) => use(other, recovery[0])))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
  expect((await browser.get('/account')).html).toContain('9 recovery codes left')
  expect((await browser.get('/account/second-step')).html).not.toContain('Make new ones')
  for (const code of recovery.slice(1, 7)) expect((await use(await waiting(), code)).status).toBe(303)
  for (const path of ['/account', '/account/second-step']) {
    const { html } = await browser.get(path)
    expect([html.includes('3 recovery codes left'), html.includes('Make new ones')]).toEqual([true, true])
  }
  await browser.post('/account/second-step', { password, wanted: 'codes' })
  expect((await browser.get('/account')).html).toContain('10 recovery codes left')
  expect((await use(await waiting(), recovery[8])).status).toBe(422)
})

test('a code of the app opens once, and one from before it not at all, whoever else knows it', async () => {
  const { secret, waiting } = await world()
  const give = async (code: string) => (await waiting()).post('/sign-in/code', { code })
  // The one that confirmed the app has opened already.
  const first = await give(totpCode(secret, new Date()))
  const next = totpCode(secret, new Date(Date.now() + 30_000))
  const answers = await Promise.all([give(next), give(next), give(next)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422])
  const again = answers.find(({ status }) => status === 422)
  for (const { html } of [first, again ?? first]) expect(html).toContain('has opened already')
  expect((await give(totpCode(secret, new Date()))).status).toBe(422)
})

test('also where two processes look at once, the later code of an account counts', async () => {
  const { database, email, secret } = await world()
  const account = await accountBy(database, { email })
  if (!account?.userId) throw new Error('There is no such account.')
  const { id, userId } = account
  const door = {
    ...newServices(database, { clock: systemClock }),
    visitor: { address: 'unknown', browser: 'unknown' },
    cookies: '',
    origin: 'http://localhost',
  }
  const next = totpCode(secret, new Date(Date.now() + 30_000))
  const used = await Promise.all([1, 2, 3, 4].map(() => useUp(door, { id, userId }, next)))
  expect(used.toSorted()).toEqual(['fresh', 'used', 'used', 'used'])
})
