import { setTimeout as wait } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { totpCode } from '../../../src/core/sign-in/totp.ts'
import type { Reader } from './reader.ts'

/** What somebody keeps of their account: a password manager's entry, an authenticator app, and a sheet of recovery codes. */
export interface Keys {
  readonly email: string
  password: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** Follows the link of an invitation, chooses a password, sets up the second step and keeps the recovery codes. */
export async function accept(reader: Reader, link: string, email: string): Promise<Keys> {
  const { page } = reader
  const password = 'barley lantern over the harbour'
  await reader.open(pathOf(link))
  await expect(page.getByRole('main')).toContainText(email)
  await reader.write('New password', password)
  await reader.press('Accept the invitation')
  expect(await reader.heading()).toBe('Set up your second step')
  const secret = await secretOnPage(reader)
  await reader.write('The code that the app now shows', await nextCode(secret))
  await reader.press('Confirm')
  expect(await reader.heading()).toBe('Keep these recovery codes')
  const recoveryCodes = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  expect(recoveryCodes).toHaveLength(10)
  await reader.press('I have kept them')
  return { email, password, secret, recoveryCodes }
}

/** Signs in with the password and the code that the app shows; ends where the reader wanted to go. */
export async function signIn(reader: Reader, keys: Keys): Promise<void> {
  await givePassword(reader, keys)
  await giveCode(reader, keys)
}

/** Gives the code that the app shows now. */
export async function giveCode(reader: Reader, { secret }: Keys): Promise<void> {
  await reader.write('Code', await nextCode(secret))
  await reader.press('Sign in')
}

/** Gives the email address and the password, and is asked for the code. */
export async function givePassword(reader: Reader, { email, password }: Keys): Promise<void> {
  await reader.write('Email address', email)
  await reader.write(/^Password/, password)
  await reader.press('Continue')
  expect(await reader.heading()).toBe('Enter the code from your app')
}

/** Steps into a role of the demonstration. */
export async function stepInto(reader: Reader, role: string): Promise<void> {
  await reader.open('/sign-in/demonstration')
  await reader.press(role)
}

const halfMinute = 30_000

/** The half minute of the last code that was taken from each secret: every code opens once. */
const taken = new Map<string, number>()

/** How long a slow machine may take from writing a code to sending it. */
const onTheWay = 12_000

/** The next code of the authenticator app: that of the half minute before, of this one or the next, which all open. */
async function nextCode(secret: string): Promise<string> {
  const now = () => Math.floor(Date.now() / halfMinute)
  // The code of the half minute before no longer opens once this one is over.
  const first = Math.floor((Date.now() + onTheWay) / halfMinute) - 1
  const next = Math.max(first, (taken.get(secret) ?? 0) + 1)
  while (next > now() + 1) await wait(500)
  taken.set(secret, next)
  return totpCode(secret, new Date(next * halfMinute))
}

/** A code that the app does not show at any time near now. */
export function wrongCode(secret: string): string {
  const near = [-2, -1, 0, 1, 2, 3].map((steps) => totpCode(secret, new Date(Date.now() + steps * halfMinute)))
  return (
    ['111111', '222222', '333333', '444444', '555555', '666666', '777777'].find((code) => !near.includes(code)) ?? ''
  )
}

/** The address of a link on the site that serves the journey. */
export const pathOf = (link: string): string => {
  const { pathname, search } = new URL(link)
  return `${pathname}${search}`
}

/** The secret that stands under the QR code for whoever can't scan it. */
async function secretOnPage({ page }: Reader): Promise<string> {
  await page.getByText('I can’t scan it').click()
  return fromBase32((await page.getByRole('main').locator('code').innerText()).replaceAll(/\s/g, ''))
}

/** Letters as authenticator apps take them back into what they stand for (RFC 4648). */
function fromBase32(letters: string): string {
  const bits = [...letters].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/[01]{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString()
}
