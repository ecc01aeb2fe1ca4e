import { expect } from '@playwright/test'
import { phones, test } from './support/journey.ts'

test.describe.configure({ mode: 'parallel' })

test('every group of the design system is sound on a small phone, a phone and a desk', async ({ reader }) => {
  test.setTimeout(600_000)
  await reader.open('/design-system')
  await reader.examineAt(phones)
  const paths = await reader.page
    .locator('main a[href^="/design-system/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split(/[#?]/)[0] ?? ''))
  const groups = [...new Set(paths)].filter((path) => !path.includes('/pages/'))
  expect(groups.length).toBeGreaterThan(5)
  for (const path of groups) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
})

test('every whole page of the design system is sound on a small phone, a phone and a desk', async ({ reader }) => {
  await reader.open('/design-system')
  const paths = await reader.page
    .locator('main a[href^="/design-system/pages/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
  expect(paths.length).toBeGreaterThan(3)
  for (const path of paths) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
})
