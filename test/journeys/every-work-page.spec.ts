import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

test.describe.configure({ mode: 'parallel' })

test('every page of the administration is sound on a small phone, a phone and a desk', async ({ reader }) => {
  test.setTimeout(600_000)
  await stepInto(reader, 'Administrator of East Lothian')
  const lists = ['', '/people', '/people/invite', '/invitations', '/audit', '/permissions', '/mail', '/settings']
  await walk(
    reader,
    lists.map((path) => `/admin${path}`),
  )
  const sections = await reader.page
    .locator('main a[href^="/admin/settings/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => (link.getAttribute('href') ?? '').split('#')[0] ?? ''))])
  await walk(reader, sections)
  await reader.open('/admin/people')
  await reader.follow('Isla Example')
  await reader.examineAt(phones)
  await reader.press('End access')
  await reader.examineAt(phones)
})

test('every page of the writing desk and of one’s account is sound on the same', async ({ reader }) => {
  test.setTimeout(600_000)
  await stepInto(reader, 'Commissioner of East Lothian')
  const desk = ['', '/about', '/pressures', '/about/history', '/about/preview', '/preview', '/publish']
  await walk(
    reader,
    desk.map((path) => `/east-lothian/write${path}`),
  )
  await walk(reader, ['/account', '/account/sessions', '/account/second-step'])
  await reader.open('/admin', 403)
  await reader.open('/west-lothian/write', 404)
})

async function walk(reader: Reader, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
}
