import { expect } from '@playwright/test'
import { addAwkwardPartnerships, markup } from './support/awkward-partnerships.ts'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'

test.beforeAll(async ({ product }) => {
  test.setTimeout(600_000)
  await addAwkwardPartnerships(product)
})

const firstPages = (slug: string) =>
  ['', '/statement/about', '/statement/demand', '/statement/gaps', '/data'].map((rest) => `/${slug}${rest}`)

async function walk(reader: Reader, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
}

test('very long names and words do not push a page wider than its screen', async ({ reader }) => {
  await walk(reader, [...firstPages('long-names'), '/long-names/editions', '/long-names/editions/1/print'])
  await reader.open('/long-names/statement/demand')
  await reader.follow(/^The Health, Social Care/)
  await reader.examineAt(phones)
})

test('a partnership with no data at all still has whole pages that say what would fill them', async ({ reader }) => {
  const others = ['editions', 'accessibility', 'privacy', 'cookies'].map((path) => `/nothing-yet/${path}`)
  await walk(reader, [...others, ...firstPages('nothing-yet')])
  await expect(reader.page.getByRole('table', { name: 'Tables to take away' })).toBeVisible()
})

test('two hundred figures stay a page that can be read and used', async ({ reader }) => {
  await walk(reader, [
    '/two-hundred/editions/1',
    '/two-hundred/editions/1/demand',
    '/two-hundred',
    '/two-hundred/statement/demand',
    '/two-hundred/data',
  ])
  await reader.open('/two-hundred/statement/demand')
  await expect(reader.page.getByRole('link', { name: /^People counted \d+$/ })).toHaveCount(200)
})

test('text that looks like HTML is shown as the text it is', async ({ reader }) => {
  await walk(reader, [...firstPages('markup'), '/markup/editions/1', '/markup/privacy'])
  const main = reader.page.getByRole('main')
  await reader.open('/markup/statement/demand')
  await expect(main.getByRole('link', { name: markup, exact: true })).toBeVisible()
  await expect(main.locator('script, img, b')).toHaveCount(0)
  await reader.follow(markup)
  await reader.examineAt(phones)
})

test('Gaelic, Welsh, Hebrew and Arabic letters stay whole, on the page and in the file', async ({ reader }) => {
  await walk(reader, firstPages('letters'))
  await reader.open('/letters/statement/demand')
  await reader.follow('אנשים בני 75 ומעלה (75+)')
  const csv = await reader.page.request.get(`${reader.page.url()}.csv`)
  expect(await csv.text()).toContain('אנשים בני 75 ומעלה (75+)')
})

test('the front page lists them all', async ({ reader }) => {
  await walk(reader, ['/'])
  await expect(reader.page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(9)
})
