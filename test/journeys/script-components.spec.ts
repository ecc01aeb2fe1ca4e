import { expect, type Page } from '@playwright/test'
import { test } from './support/script-site.ts'

const status = (page: Page) => page.getByRole('status')

test('the count of a text is shown at once and said when the typing pauses', async ({ page }) => {
  await page.goto('/notes')
  const note = page.getByLabel('Note')
  const shown = page.locator('.govuk-character-count__status')
  await expect(shown).toHaveText('You have 5 words remaining')
  await note.fill('one two three four five six')
  await expect(shown).toHaveText('You have 1 word too many')
  await expect(note).toHaveClass(/govuk-textarea--error/)
  await expect(status(page)).toHaveText('You have 1 word too many')
  await expect(note).toHaveAccessibleDescription('You can enter up to 5 words')
})

test('a count with a threshold is neither shown nor said below it', async ({ page }) => {
  await page.goto('/fields')
  const shown = page.locator('#title ~ .govuk-character-count__status')
  await page.getByLabel('Title').fill('1234')
  await expect(shown).not.toBeVisible()
  await page.waitForTimeout(1200)
  await expect(status(page)).toBeEmpty()
  await page.getByLabel('Title').fill('12345')
  await expect(shown).toBeVisible()
})

test('a password is shown and hidden by its button', async ({ page }) => {
  await page.goto('/fields')
  const password = page.getByLabel('Password', { exact: true })
  await password.fill('secret')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await expect(status(page)).toHaveText('Your password is visible')
  await page.getByRole('button', { name: 'Hide password' }).click()
  await expect(password).toHaveAttribute('type', 'password')
})

test('a chosen answer opens its question, and “None” and the days undo each other', async ({ page }) => {
  await page.goto('/fields')
  await expect(page.getByLabel('Number')).not.toBeVisible()
  await page.getByLabel('By telephone').check()
  await expect(page.getByLabel('Number')).toBeVisible()
  await page.getByLabel('Not at all').check()
  await expect(page.getByLabel('Number')).not.toBeVisible()
  await page.getByLabel('Monday').check()
  await expect(page.getByLabel('Monday')).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByLabel('From when')).toBeVisible()
  await page.getByLabel('None').check()
  await expect(page.getByLabel('From when')).not.toBeVisible()
  await expect(page.getByLabel('Monday')).not.toBeChecked()
  await page.getByLabel('Tuesday').check()
  await expect(page.getByLabel('None')).not.toBeChecked()
})

test('on a phone the navigation is folded behind its button, on a desk it is not', async ({ page }) => {
  await page.goto('/fields')
  const one = page.getByRole('link', { name: 'One' })
  await expect(one).toBeVisible()
  await page.setViewportSize({ width: 390, height: 800 })
  await expect(one).not.toBeVisible()
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(one).toBeVisible()
})

test('“Exit this page” leaves at once, and the browser’s back button does not lead back', async ({ page }) => {
  await page.goto('/notes')
  await page.goto('/fields')
  await page.getByRole('button', { name: 'Exit this page' }).press(' ')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Elsewhere')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notes')
})
