import { expect, type Page } from '@playwright/test'
import { startSite, test } from './support/script-site.ts'

const status = (page: Page) => page.getByRole('status')
const items = (page: Page) => page.getByRole('main').getByRole('listitem')
const focused = (page: Page) => page.locator('*:focus')
/** Tells later whether the page was loaded anew. */
const mark = (page: Page) => page.evaluate('window.marked = true')
const isMarked = (page: Page) => page.evaluate('window.marked === true')

test('a live region shows what changes, but waits while somebody is at work in it', async ({ page, request }) => {
  await page.goto('/rows')
  await mark(page)
  const asked = page.waitForRequest('**/rows')
  await request.post('/rows', { data: 'Third row' })
  expect((await asked).headers()).toMatchObject({ 'x-partial': 'rows', 'x-live': 'rows' })
  await expect(items(page).first()).toContainText('Third row')
  await expect(status(page)).toHaveText(/rows$/)
  const count = await items(page).count()

  await page.getByRole('button', { name: 'Open First row' }).focus()
  await request.post('/rows', { data: 'Fourth row' })
  await expect(status(page)).toHaveText('1 change waiting')
  await request.post('/rows', { data: 'Fifth row' })
  await expect(status(page)).toHaveText('2 changes waiting')
  await expect(items(page)).toHaveCount(count)
  await expect(focused(page)).toHaveText('Open First row')

  await page.getByLabel('Remark').fill('Half a remark')
  await page.getByRole('button', { name: 'After the rows' }).focus()
  await expect(items(page)).toHaveCount(count + 2)
  await expect(page.getByLabel('Remark')).toHaveValue('Half a remark')
  await expect(focused(page)).toHaveText('After the rows')
  expect(await isMarked(page)).toBe(true)
})

test('what somebody changes in a live region is not told to them as a change that waits', async ({ page }) => {
  await page.goto('/rows')
  await page.getByRole('button', { name: 'Add an own row' }).press('Enter')
  await expect(items(page).first()).toContainText('Own row')
  await page.waitForTimeout(2500)
  await expect(status(page)).toHaveText(/rows$/)
  await expect(focused(page)).toHaveText('Add an own row')
})

test('a page that was hidden shows what changed meanwhile when it is seen again', async ({ page, request }) => {
  await page.goto('/rows')
  await setHidden(page, true)
  await request.post('/rows', { data: 'While away' })
  await page.waitForTimeout(1500)
  await expect(items(page).first()).not.toContainText('While away')
  await setHidden(page, false)
  await expect(items(page).first()).toContainText('While away')
})

test('a server that stops does not wait for the pages that listen', async ({ page }) => {
  // One of its own: the worker's site serves the files that come after this one.
  const site = await startSite()
  await page.goto(`${site.address}/rows`)
  await page.waitForTimeout(500)
  expect(await site.stop()).toBeLessThan(2000)
})

/** What a browser says when another tab is chosen. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true }),
    document.dispatchEvent(new Event('visibilitychange')), undefined`)
