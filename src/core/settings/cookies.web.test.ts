import { expect, test } from 'vitest'
import { newAuthenticator } from '../../../test/support/authenticator.ts'
import { newBrowser, type Seen } from '../../../test/support/browser.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import { secretOn } from '../../../test/support/newcomer.ts'
import { identityRoutes } from '../sign-in/index.ts'
import { newId, systemClock } from '../values/index.ts'
import { cookiesWith, settingsRoutes } from './index.ts'

test('the cookies that the product sets from invitation to sign-out are those that its page lists, and none is set before', async () => {
  const { app, database } = await newTestApp(
    [
      identityRoutes({
        homeItems: () => [],
        organisationNames: async () => new Map(),
        demonstrationProviderName: 'Example Care',
        demonstrationProvider: async () => ({ id: newId(), name: 'Example Care' }),
      }),
      settingsRoutes(),
    ],
    { clock: systemClock },
  )
  const partnership = await newPartnership(database)
  const browser = newBrowser(app)
  const set = new Map<string, number>()
  const note = (seen: Seen) => {
    for (const cookie of seen.cookies) {
      // One without a value is being taken away.
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (!name || !value) continue
      const seconds = Number(/max-age=(\d+)/i.exec(cookie)?.[1] ?? 0)
      set.set(name, Math.max(seconds, set.get(name) ?? 0))
    }
    return seen
  }
  for (const path of ['/sign-in', '/sign-in/cookies', `/${partnership.slug}/privacy`]) note(await browser.get(path))
  expect([...set]).toEqual([])

  const password = 'seven herons wade'
  const link = await inviteTo(database, partnership.id, { email: 'aila@example.org' })
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  note(await browser.post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: password }))
  const setUp = note(await browser.get('/account/second-step/new'))
  const { code } = newAuthenticator(secretOn(setUp.html))
  note(await browser.post('/account/second-step/new', { code: code() }))
  note(await browser.post('/sign-out', {}))
  note(await browser.post('/sign-in', { email: 'aila@example.org', password }))
  note(await browser.post('/sign-in/code', { code: code() }))
  expect((await browser.get('/account')).status).toBe(200)
  note(await browser.post('/sign-out', {}))

  expect([...set.keys()].toSorted()).toEqual(
    cookiesWith(undefined)
      .map(({ name }) => name)
      .toSorted(),
  )
  expect(Object.fromEntries(set)).toEqual({ 'mercat.session_token': 12 * 3600, 'mercat.two_factor': 10 * 60 })
})
