import type { Hono } from 'hono'
import type { Database } from '../../src/core/db/index.ts'
import type { MercatEnv } from '../../src/core/http/index.ts'
import type { Id } from '../../src/core/values/index.ts'
import { newAuthenticator } from './authenticator.ts'
import { newBrowser } from './browser.ts'
import { inviteTo } from './new-person.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secret that a page shows in letters, for whoever can't scan it. */
export function secretOn(html: string): string {
  const letters = (html.match(/class="m-secret">([A-Z2-7 ]+)</)?.[1] ?? '').replaceAll(' ', '')
  const bits = [...letters].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString()
}

/** Somebody who accepted an invitation and set up the second step, in a browser of their own. */
export async function newcomerTo(
  app: Hono<MercatEnv>,
  database: Database,
  partnershipId: Id,
  { email, password }: { email: string; password: string },
) {
  const browser = newBrowser(app)
  const link = await inviteTo(database, partnershipId, { email })
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  await browser.post('/sign-in/invitation', { token, name: 'Aila Example', newPassword: password })
  const secret = secretOn((await browser.get('/account/second-step/new')).html)
  const { code } = newAuthenticator(secret)
  const done = await browser.post('/account/second-step/new', { code: code() })
  const recovery = [...done.html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map((match) => match[1] ?? '')
  return { browser, email, code, secret, recovery, link, token }
}
