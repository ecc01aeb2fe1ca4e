import { expect } from '@playwright/test'
import { test } from './support/journey.ts'

const wrong = {
  'a wrong address': '/west-lothian/statement/nothing/at/all',
  'a wrong section': '/west-lothian/statement/weather',
  'a wrong figure id': '/west-lothian/figures/population.S12000040.1066.75-plus',
  'a figure id that is no identifier': '/west-lothian/figures/<b>%22nonsense',
  'a figure of another partnership': '/east-lothian/figures/population.S12000040.2043.75-plus',
  'a wrong partnership': '/atlantis',
  'a wrong source': '/west-lothian/sources/hearsay',
} as const

for (const [what, path] of Object.entries(wrong)) {
  test(`${what} gives a useful page with an id to quote`, async ({ reader }) => {
    const { page } = reader
    await reader.open(path, 404)
    await expect(page.getByRole('main').locator('code')).toHaveText(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-/)
    await reader.follow('Every partnership that publishes here')
    await expect(page.getByRole('link', { name: 'West Lothian' })).toBeVisible()
  })
}

test('the page of a wrong section leads back to the statement that it belongs to', async ({ reader }) => {
  await reader.open('/lancashire/statement/weather', 404)
  await reader.follow('The statement that this address belongs to')
  expect(await reader.heading()).toContain('Lancashire')
})
