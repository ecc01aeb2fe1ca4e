import { expect } from '@playwright/test'
import { test } from './support/journey.ts'
import { linkInMail } from './support/mail.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { accept, giveCode, givePassword, type Keys, signIn, wrongCode } from './support/sign-in.ts'

// Each test has people and places of its own.
test.describe.configure({ mode: 'parallel' })

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('somebody from a provider accepts, signs in with a second step, and keeps their account safe', async ({
      reader,
      newReader,
      product,
    }) => {
      test.setTimeout(600_000)
      // A provider of each one's own: who is invited to one that has people waits for them.
      const which = javaScriptEnabled ? 'on' : 'off'
      const keys = await invited(reader, product, `carer-${which}@example.org`, `Example Support ${which}`)
      await signOut(reader)
      await signInAfterMistakes(reader, keys)
      await useARecoveryCodeElsewhere(await newReader(), keys, reader)
      await setANewPassword(reader, await newReader(), keys)
    })
  })
}

/** An operator invites them on the command line; they follow the printed link on their phone. */
async function invited(reader: Reader, product: Product, email: string, organisation: string): Promise<Keys> {
  const about = ['--name', 'Morag Example', '--organisation', organisation, '--role', 'provider']
  const said = await product.run(['user', 'add', '--email', email, '--partnership', 'west-lothian', ...about])
  const keys = await accept(reader, /https?:\/\/\S+/.exec(said)?.[0] ?? '', email)
  expect(await reader.heading()).toBe('Morag Example')
  await expect(reader.page.getByRole('main')).toContainText(`You act for ${organisation}.`)
  return keys
}

async function signOut({ page, examine }: Reader): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await examine()
}

async function signInAfterMistakes(reader: Reader, keys: Keys): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.open('/account/sessions')
  expect(await reader.heading(), 'what was asked for waits behind the sign-in').toBe('Sign in')
  await reader.write('Email address', keys.email)
  await reader.write(/^Password/, 'not the right one')
  await reader.press('Continue', 422)
  await expect(main.getByRole('alert')).toContainText('do not belong together')
  await expect(reader.page.getByLabel('Email address')).toHaveValue(keys.email)
  await givePassword(reader, keys)
  await reader.write('Code', wrongCode(keys.secret))
  await reader.press('Sign in', 422)
  await expect(main.getByRole('alert')).toContainText('That code is not the one of this moment')
  await giveCode(reader, keys)
  expect(await reader.heading(), 'and comes after it').toBe('You are signed in here only')
}

/** Their phone is not at hand: they sign in elsewhere with a recovery code, which works once; the phone then ends that session. */
async function useARecoveryCodeElsewhere(elsewhere: Reader, keys: Keys, phone: Reader): Promise<void> {
  const [code = ''] = keys.recoveryCodes
  await elsewhere.open('/sign-in')
  await givePassword(elsewhere, keys)
  await elsewhere.follow('Use a recovery code instead')
  await elsewhere.write('Recovery code', code)
  await elsewhere.press('Sign in')
  expect(await elsewhere.heading()).toBe('Morag Example')

  await phone.open('/account/sessions')
  expect(await phone.heading()).toBe('You are signed in at 2 places')
  await phone.press(/^End this session/)
  expect(await phone.heading()).toBe('You are signed in here only')

  await elsewhere.open('/account')
  expect(await elsewhere.heading(), 'ended at once').toBe('Sign in')
  await givePassword(elsewhere, keys)
  await elsewhere.follow('Use a recovery code instead')
  await elsewhere.write('Recovery code', code)
  await elsewhere.press('Sign in', 422)
  await expect(elsewhere.page.getByRole('main').getByRole('alert')).toContainText('it was used already')
}

/** They ask for a link, which an administrator of the demonstration finds among its mail; it works once. */
async function setANewPassword(reader: Reader, administrator: Reader, keys: Keys): Promise<void> {
  const main = reader.page.getByRole('main')
  await signOut(reader)
  await reader.open('/sign-in')
  await reader.follow('I have forgotten my password')
  await reader.write('Email address', keys.email)
  await reader.press('Send the link')
  expect(await reader.heading()).toBe('Look at your mail')
  const link = await linkInMail(administrator, 'West Lothian', 'Set a new password')
  await reader.open(link)
  await reader.write('New password', 'short')
  await reader.press('Set this password', 422)
  await expect(main.getByRole('alert')).toContainText('12 characters or more')
  keys.password = `${keys.password}, again`
  await reader.write('New password', keys.password)
  await reader.press('Set this password')
  await expect(main).toContainText('Your new password is set')
  await signIn(reader, keys)
  await reader.open(link)
  expect(await reader.heading()).toBe('This link opens nothing any more')
  await expect(main).toContainText('works once, within half an hour')
  await reader.open('/account')
  await signOut(reader)
}
