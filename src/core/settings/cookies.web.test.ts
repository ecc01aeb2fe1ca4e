import { expect, test } from 'vitest'
import { newBrowser, type Seen } from '../../../test/support/browser.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { inviteTo } from '../../../test/support/new-person.ts'
import { identityRoutes } from '../sign-in/index.ts'
import { totpCode } from '../sign-in/totp.ts'
import { newId, systemClock } from '../values/index.ts'
import { cookies, settingsRoutes } from './index.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const plain = (key: string) =>
  Buffer.from(
    [...key].reduce<{ bits: number; held: number; bytes: number[] }>(
      ({ bits, held, bytes }, letter) => {
        const next = (held << 5) | letters.indexOf(letter)
        return bits + 5 < 8
          ? { bits: bits + 5, held: next, bytes }
          : { bits: bits - 3, held: next & ((1 << (bits - 3)) - 1), bytes: [...bytes, next >> (bits - 3)] }
      },
      { bits: 0, held: 0, bytes: [] },
    ).bytes,
  ).toString()

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
  const secret = plain((/class="m-key">([A-Z2-7 ]+)</.exec(setUp.html)?.[1] ?? '').replaceAll(' ', ''))
  note(await browser.post('/account/second-step/new', { code: totpCode(secret, new Date()) }))
  note(await browser.post('/sign-out', {}))
  note(await browser.post('/sign-in', { email: 'aila@example.org', password }))
  note(await browser.post('/sign-in/code', { code: totpCode(secret, new Date()) }))
  expect((await browser.get('/account')).status).toBe(200)
  note(await browser.post('/sign-out', {}))

  expect([...set.keys()].toSorted()).toEqual(cookies.map(({ name }) => name).toSorted())
  expect(Object.fromEntries(set)).toEqual({ 'mercat.session_token': 12 * 3600, 'mercat.two_factor': 10 * 60 })
})
