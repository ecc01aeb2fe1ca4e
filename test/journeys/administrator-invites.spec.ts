import { expect } from '@playwright/test'
import { phones, test } from './support/journey.ts'
import type { Product } from './support/product.ts'
import type { Reader } from './support/reader.ts'
import { accept, type Keys, pathOf } from './support/sign-in.ts'

// Each test has people and places of its own.
test.describe.configure({ mode: 'parallel' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('the first administrator of a partnership invites a colleague, gives roles and ends access', async ({
      reader,
      newReader,
      product,
    }) => {
      test.setTimeout(600_000)
      const slug = javaScriptEnabled ? 'fresh-start' : 'quiet-start'
      const mail = `${slug}.example.org`
      await firstAdministrator(reader, product, slug, `isla@${mail}`)
      const colleague = await newReader()
      const keys = await inviteColleague(reader, colleague, product, `duncan@${mail}`)
      await inviteThemAgain(reader, keys)
      await changeRoles(reader, colleague)
      await seeTheTrail(reader)
      await endAccess(reader, colleague, keys)
      await stayTheLast(reader)
    })
  })
}

/** An operator adds a partnership and its first administrator on the command line; they follow the printed link. */
async function firstAdministrator(reader: Reader, product: Product, slug: string, email: string): Promise<void> {
  const [title, prefix] = slug === 'fresh-start' ? ['Fresh Start', 'FRESH'] : ['Quiet Start', 'QUIET']
  const about = ['--slug', slug, '--title', title, '--name', `${title} Partnership`, '--area', 'S12000036']
  await product.run(['partnership', 'add', ...about, '--prefix', prefix, '--nation', 'scotland'])
  const person = ['--email', email, '--name', 'Isla Example', '--role', 'administrator']
  const said = await product.run(['user', 'add', ...person, '--partnership', slug])
  await accept(reader, /https?:\/\/\S+/.exec(said)?.[0] ?? '', email)
  await reader.follow('People, settings and mail')
  expect(await reader.heading()).toBe(`Administration of ${title}`)
  await expect(reader.page.getByRole('main')).toContainText('There is one administrator only')
  await reader.examineAt(phones)
}

/** The invitation goes out by mail; the colleague follows its link in a browser of their own. */
async function inviteColleague(reader: Reader, colleague: Reader, product: Product, email: string): Promise<Keys> {
  const { page } = reader
  await reader.press('Invite someone')
  await reader.press('Send invitation', 422)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('There is a problem')
  await writeInvitation(reader, 'Duncan Example', email)
  await reader.press('Send invitation')
  await expect(page.getByRole('main')).toContainText(`Duncan Example is invited. A message goes to ${email}.`)
  const link = /https?:\/\/\S+/.exec(await product.mailTo(email))?.[0] ?? ''
  const keys = await accept(colleague, link, email)
  expect(await colleague.heading()).toBe('Duncan Example')
  await reader.open('/admin/mail')
  // The administrator's own invitation went out as well.
  await expect(page.getByRole('row', { name: /^You are invited to work with us.* Sent/ })).toHaveCount(2)
  await expect(page.getByRole('main'), 'an address is dropped once its message has gone').not.toContainText(email)
  await colleague.open(pathOf(link))
  expect(await colleague.heading()).toBe('This invitation was accepted already')
  return keys
}

async function writeInvitation(reader: Reader, name: string, email: string): Promise<void> {
  const { page } = reader
  await reader.write('Their name', name)
  await reader.write('Their email address', email)
  await page.getByLabel(/, as one of its staff$/).check()
  await page.getByLabel('Commissioner').check()
}

async function inviteThemAgain(reader: Reader, { email }: Keys): Promise<void> {
  await reader.open('/admin/people/invite')
  await writeInvitation(reader, 'Duncan Again', email)
  await reader.press('Send invitation', 409)
  await expect(reader.page.getByRole('main').getByRole('alert')).toContainText('already')
  await expect(reader.page.getByLabel('Their name')).toHaveValue('Duncan Again')
}

/** What the colleague may do changes with the next page they open. */
async function changeRoles(reader: Reader, colleague: Reader): Promise<void> {
  const { page } = reader
  await colleague.open('/account')
  await colleague.follow('Write the statement')
  await reader.open('/admin/people')
  await reader.examineAt(phones)
  await reader.follow('Duncan Example')
  await page.getByLabel('Commissioner').uncheck()
  await reader.press('Save roles', 422)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('There is a problem')
  await page.getByLabel('Broker').check()
  await reader.press('Save roles')
  await expect(page.getByRole('main')).toContainText('Their roles have been changed.')
  await colleague.open(new URL(colleague.page.url()).pathname, 403)
}

async function seeTheTrail(reader: Reader): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.open('/admin')
  await reader.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sign-ins and rights' }).click()
  await expect(main.getByRole('row').filter({ hasText: 'Duncan Example' }).filter({ hasText: 'Broker' })).toHaveCount(1)
  await expect(
    main.getByRole('row').filter({ hasText: 'Duncan Example' }).filter({ hasText: 'Commissioner' }),
  ).not.toHaveCount(0)
  await reader.examineAt(phones)
  await reader.write('Name', 'Nobody of this name')
  await reader.press('Show')
  await expect(main).toContainText('Nothing in the trail matches this filter.')
}

/** The colleague has a page open; their next click leads to the sign-in, and from there no further. */
async function endAccess(reader: Reader, colleague: Reader, keys: Keys): Promise<void> {
  const main = reader.page.getByRole('main')
  await colleague.open('/account')
  await reader.open('/admin/people')
  await reader.follow('Duncan Example')
  await reader.press('End access')
  expect(await reader.heading()).toBe('End the access of Duncan Example')
  await reader.press('End access')
  await expect(main).toContainText('Their access has ended, and they have been signed out.')
  await colleague.follow(/^See them/)
  expect(await colleague.heading()).toBe('Sign in')
  await colleague.write('Email address', keys.email)
  await colleague.write(/^Password/, keys.password)
  await colleague.press('Continue')
  expect(await colleague.heading()).toBe('You have no access at present')
}

/** Somebody must be left who can let people in. */
async function stayTheLast(reader: Reader): Promise<void> {
  const main = reader.page.getByRole('main')
  await reader.open('/admin/people')
  await reader.follow('Isla Example')
  await reader.page.getByLabel('Administrator').uncheck()
  await reader.page.getByLabel('Adviser').check()
  await reader.press('Save roles', 409)
  await expect(main.getByRole('alert')).toContainText('last administrator')
  await reader.open('/admin/people')
  await reader.follow('Isla Example')
  await reader.press('End access')
  await reader.press('End access', 409)
  await expect(main.getByRole('alert')).toContainText('last administrator')
}
