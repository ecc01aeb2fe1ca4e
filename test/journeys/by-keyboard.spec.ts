import { expect, type Page } from '@playwright/test'
import { test } from './support/journey.ts'
import { recordsOf, rowsOnPage } from './support/rows.ts'

test('by keyboard alone, a reader skips to the statement, follows a figure to its rows and downloads it', async ({
  reader,
}) => {
  const { page } = reader
  await reader.open('/')
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveText('Skip to main content')
  await expectVisibleFocus(page)
  await page.keyboard.press('Enter')
  await tabTo(page, 'West Lothian')
  expect(await page.evaluate('document.activeElement.closest("main") !== null'), 'skipped into the main part').toBe(
    true,
  )
  await enter(page, '/west-lothian')
  await tabTo(page, 'Population')
  await enter(page, '/west-lothian/statement/population')
  await tabTo(page, 'See the figures as a table')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'People in West Lothian by age group and year' })).toBeVisible()
  await reader.examine()
  await tabTo(page, '25,526')
  await enter(page, '/west-lothian/figures/population.S12000040.2043.75-plus')
  await reader.examine()
  const rows = await rowsOnPage(page)
  await tabTo(page, 'The figure and its rows as CSV')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect(await recordsOf(await download)).toEqual(rows)
})

const focused = (page: Page) => page.locator('*:focus')

/** Presses Tab until the focus is on the link or control with these words; each stop on the way must show. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab')
    await expectVisibleFocus(page)
    if ((await focused(page).innerText()) === words) return expectFocusInPicture(page)
  }
  throw new Error(`The keyboard does not reach “${words}” within 60 stops.`)
}

async function enter(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${path}`)
}

const styleOf = `(() => {
  const style = getComputedStyle(document.activeElement)
  return { outline: style.outlineStyle + ' ' + style.outlineWidth, ground: style.backgroundColor, shadow: style.boxShadow }
})()`

/** What has the focus is marked by an outline for those with colours of their own, and by ground and shadow for the rest. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const style = await page.evaluate<{ outline: string; ground: string; shadow: string }>(styleOf)
  expect(style).toEqual({ outline: 'solid 3px', ground: 'rgb(255, 212, 59)', shadow: expect.stringContaining('rgb') })
}

/** The focus is to be seen: the picture of what has it is another one when it has gone. */
async function expectFocusInPicture(page: Page): Promise<void> {
  const element = await focused(page).elementHandle()
  const withFocus = await element?.screenshot()
  await page.evaluate('document.activeElement.blur()')
  const without = await element?.screenshot()
  await element?.focus()
  expect(withFocus?.equals(without ?? withFocus), 'the picture with the focus is the same as without').toBe(false)
}
