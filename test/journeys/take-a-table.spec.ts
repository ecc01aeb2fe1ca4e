import { expect } from '@playwright/test'
import { test } from './support/journey.ts'
import { recordsOf } from './support/rows.ts'

test('a reader takes a whole table from the data page', async ({ reader }) => {
  const { page } = reader
  await reader.open('/inverclyde')
  await reader.follow('Take the data')
  const row = page.getByRole('region', { name: 'Tables to take away' }).getByRole('row', { name: /^Population/ })
  const promised = Number((await row.getByRole('cell').nth(1).innerText()).replaceAll(',', ''))
  const download = await reader.save(/^CSV of Population/)
  expect(download.suggestedFilename()).toBe('inverclyde-population.csv')
  const records = await recordsOf(download)
  expect(records.length).toBe(promised)

  const json = await page.request.get(`${page.url()}/population.json`)
  expect(((await json.json()) as { rows: unknown[] }).rows.length).toBe(promised)
  await page.locator('summary', { hasText: 'Columns of “Population”' }).click()
  const described = page.getByRole('table', { name: 'Columns of “Population”' }).getByRole('rowheader')
  await expect(described).toHaveText(Object.keys(records[0] ?? {}))
  await reader.examine()
})
