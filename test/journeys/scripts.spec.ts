import { expect, type Page } from '@playwright/test'
import { accessibilityFaults } from './support/accessibility.ts'
import { test } from './support/script-site.ts'

const status = (page: Page) => page.getByRole('status')
const items = (page: Page) => page.getByRole('main').getByRole('listitem')
const focused = (page: Page) => page.locator('*:focus')
/** Tells later whether the page was loaded anew. */
const mark = (page: Page) => page.evaluate('window.marked = true')
const isMarked = (page: Page) => page.evaluate('window.marked === true')

test('a filter changes its region in place: address, title, focus, button pressed and announcement, and back again', async ({
  page,
}) => {
  await page.goto('/filter')
  await mark(page)
  await page.getByLabel('Words').fill('b')
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText('2 places found')
  expect(new URL(page.url()).search).toBe('?words=b&sort=place')
  await expect(page).toHaveTitle(/^2 places/)
  await expect(focused(page)).toHaveId('words')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(items(page).first()).toHaveText('Bathgate')
  await expect(focused(page)).toHaveText('Filter')
  await page.goBack()
  await expect(items(page).first()).toHaveText('Broxburn')
  await page.goBack()
  await expect(items(page)).toHaveCount(4)
  await expect(page).toHaveTitle(/^4 places/)
  expect(await isMarked(page)).toBe(true)
})

test('what is typed while an answer is on its way is still there, with the cursor in its place', async ({ page }) => {
  await page.route('**/filter?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.goto('/filter')
  const words = page.getByLabel('Words')
  await words.fill('b')
  await words.press('Enter')
  await words.pressSequentially('ath')
  await words.press('ArrowLeft')
  await expect(status(page)).toHaveText('2 places found')
  await expect(words).toHaveValue('bath')
  await words.pressSequentially('X')
  await expect(words).toHaveValue('batXh')
})

test('only the last of several answers is shown', async ({ page }) => {
  await page.goto('/filter')
  await page.getByRole('link', { name: 'Slowly' }).click()
  await page.getByRole('link', { name: 'Only with B' }).click()
  await expect(status(page)).toHaveText('2 places found')
  await page.waitForTimeout(2800)
  await expect(status(page)).toHaveText('2 places found')
  await expect(page.locator('#places')).not.toHaveAttribute('aria-busy')
})

test('whatever takes more than a second says that it is at work, to be seen and heard', async ({ page }) => {
  await page.goto('/filter')
  await page.getByRole('link', { name: 'Slowly' }).click()
  await expect(page.locator('#places')).toHaveAttribute('aria-busy', 'true')
  await expect(page.locator('.m-status[role=status]')).toHaveText('Working…')
  await expect(status(page)).toHaveText('4 places found')
  await expect(status(page)).toHaveClass('govuk-visually-hidden')
})

test('a link that answers with another page leads there, and one that is opened elsewhere is left alone', async ({
  page,
}) => {
  await page.goto('/filter')
  await mark(page)
  // What the script leaves to the browser would open a tab; it is told here, and no tab is opened.
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      (event) => {
        document.documentElement.dataset.leftAlone = String(!event.defaultPrevented)
        event.preventDefault()
      },
      { once: true },
    )
  })
  await page.getByRole('link', { name: 'Only with B' }).click({ modifiers: ['ControlOrMeta'] })
  await expect(page.locator('html')).toHaveAttribute('data-left-alone', 'true')
  expect(await isMarked(page)).toBe(true)
  await page.getByRole('link', { name: 'Elsewhere' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Elsewhere')
  expect(await isMarked(page)).toBe(false)
})

test('a kept note is announced and its field is empty again, and leaving asks nothing', async ({ page }) => {
  await page.goto('/notes')
  await page.getByLabel('Note').fill('slow')
  expect(await asksOnLeaving(page)).toBe(true)
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(status(page)).toHaveText(/notes kept/)
  await expect(page.getByLabel('Note')).toHaveValue('')
  await expect(focused(page)).toHaveText('Keep')
  expect(await asksOnLeaving(page)).toBe(false)
})

test('a form is sent once, however often its button is pressed while it waits', async ({ page }) => {
  await page.goto('/notes')
  const before = await posts(page)
  await page.getByLabel('Note').fill('slow')
  await page.getByLabel('Note').press('Tab')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter')
  await expect(page.getByLabel('Note')).toHaveValue('')
  expect(await posts(page)).toBe(before + 1)
})

test('a change that ends on another page leads there without a question', async ({ page }) => {
  await page.goto('/notes')
  await page.getByLabel('Note').fill('elsewhere')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Elsewhere')
})

test.describe('when the answer is a trouble', () => {
  test.use({ expected: [/Failed to load resource/] })

  test('of the words, the form comes back in place, the summary has the focus, and leaving asks', async ({ page }) => {
    await page.goto('/notes')
    await mark(page)
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(focused(page)).toContainText('There is a problem')
    await expect(page).toHaveTitle(/^Error: /)
    expect(await isMarked(page)).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Enter a note' }).click()
    await expect(focused(page)).toHaveId('note')
    expect(await asksOnLeaving(page)).toBe(true)
  })

  test('of the server, the reason is shown, the words are still there, and the next press tries again', async ({
    page,
  }) => {
    await page.goto('/notes')
    await page.getByLabel('Note').fill('trouble')
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(focused(page)).toContainText('Something went wrongIt is not your fault.What you typed is still here.')
    await expect(page.getByLabel('Note')).toHaveValue('trouble')
    await page.getByLabel('Note').fill('no more')
    await page.waitForTimeout(1000)
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(status(page)).toHaveText(/notes kept/)
  })

  test('of the connection, the words are still there, and are sent once there is one again', async ({
    page,
    context,
  }) => {
    await page.goto('/notes')
    await page.getByLabel('Note').fill('from a train')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(focused(page)).toContainText('This could not be sent')
    await expect(page.getByLabel('Note')).toHaveValue('from a train')
    expect(await asksOnLeaving(page)).toBe(true)
    await context.setOffline(false)
    await page.waitForTimeout(1000)
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(status(page)).toHaveText(/notes kept/)
  })

  test('that can’t be understood, the next press sends the form the ordinary way', async ({ page }) => {
    await page.goto('/notes')
    await page.getByLabel('Note').fill('broken')
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(focused(page)).toContainText('This could not be sent')
    await page.waitForTimeout(1000)
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(page.locator('body')).toHaveText('Nothing that was expected')
  })

  test('in reading, the browser goes there as ever', async ({ page }) => {
    await page.goto('/filter')
    await page.route('**/filter?words=b', (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    )
    await mark(page)
    await page.getByRole('link', { name: 'Only with B' }).click()
    await expect(items(page)).toHaveCount(2)
    expect(await isMarked(page)).toBe(false)
  })
})

test('what scripts add has no fault that axe-core finds', async ({ page }) => {
  await page.goto('/fields')
  await page.getByLabel('Title').fill('more than ten letters')
  await page.getByRole('button', { name: 'Show password' }).click()
  await page.getByLabel('By telephone').check()
  await page.getByLabel('Monday').check()
  // The way out stays in sight above everything, so over whatever is scrolled beneath it.
  await page.evaluate('scrollTo(0, 0)')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto('/filter')
  await page.getByRole('link', { name: 'Slowly' }).click()
  await expect(status(page)).toHaveText('Working…')
  expect(await accessibilityFaults(page)).toEqual([])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, expected: [/Failed to load resource/] })

  test('the same forms and links do the same by whole pages', async ({ page }) => {
    await page.goto('/filter')
    await page.getByLabel('Words').fill('b')
    await page.getByRole('button', { name: 'Filter' }).click()
    await expect(items(page)).toHaveText(['Bathgate', 'Broxburn'])
    await page.goto('/notes')
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(page.getByRole('link', { name: 'Enter a note' })).toBeVisible()
    await page.getByLabel('Note').fill('plainly')
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(page.getByText(/notes kept/)).toBeVisible()
    await page.goto('/fields')
    await expect(page.getByLabel('Number')).toBeVisible()
    await expect(page.getByText('You can enter up to 10 characters')).toBeVisible()
  })
})

const posts = async (page: Page) => Number(await (await page.request.get('/posts')).text())

/** Whether the browser would be asked to ask before the page is left. */
const asksOnLeaving = (page: Page) =>
  page.evaluate<boolean>(`!dispatchEvent(new Event('beforeunload', { cancelable: true }))`)
