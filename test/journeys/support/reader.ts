import { type Download, expect, type Locator, type Page, type Request, type Response, test } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { brokenLinks } from './links.ts'
import { pageFaults } from './page-faults.ts'

/** Someone who reads Mercat in a browser; wherever they come, the page is examined before they read on. */
export interface Reader {
  readonly page: Page
  /** Opens an address of the site; `status` is what it should answer, by default 200. */
  open(path: string, status?: number): Promise<void>
  /** Follows a link of the main part by its words. */
  follow(name: string | RegExp): Promise<void>
  /** Follows a link that opens a new tab, and reads on there as well. */
  followToNewTab(name: string | RegExp): Promise<Reader>
  /** Presses a button, or the one of the main part that is called so; `status` is what the answer should be. */
  press(button: string | RegExp | Locator, status?: number): Promise<void>
  /** Writes into a field; where several are called so, into the last. */
  write(field: string | RegExp, words: string): Promise<void>
  /** Loads the page again. */
  reload(): Promise<void>
  /** Goes back to the page before. */
  back(): Promise<void>
  /** Follows a link to a file and returns what was saved. */
  save(name: string | RegExp): Promise<Download>
  /** Examines the page as it stands; every step above does so by itself. */
  examine(): Promise<void>
  /** Examines how the page is set at each of these widths, with axe-core at the first unless told otherwise, and returns to its own. */
  examineAt(widths: readonly number[], options?: { readonly closely?: boolean }): Promise<void>
  /** The first heading. */
  heading(): Promise<string>
}

/** Reads with a page of the browser; `eyes` is where axe-core can run when the page itself runs no scripts. */
export function readerOf(page: Page, address: string, eyes?: Page): Reader {
  const troubles = watch(page)
  page.setDefaultTimeout(20_000)
  let expected = 200
  /** What the eyes have seen: they look once at each address and answer, for what is typed there between differs little. */
  const seen = new Set<string>()
  const accessFaults = async () => {
    if (!eyes) return accessibilityFaults(page)
    const looked = `${expected} ${page.viewportSize()?.width} ${page.url()}`
    if (seen.has(looked)) return []
    seen.add(looked)
    await showTo(eyes, page)
    return accessibilityFaults(eyes)
  }
  const examine = async ({ closely = true, links = true } = {}) => {
    // The server answers for the links while the browser looks at the page.
    const [ofPage, ofAccess, ofLinks] = await Promise.all([
      pageFaults(page),
      closely ? accessFaults() : [],
      links ? brokenLinks(page) : [],
    ])
    const told = troubles.splice(0).filter((text) => expected === 200 || !text.includes(`status of ${expected}`))
    const faults = [...told, ...ofPage, ...ofAccess, ...ofLinks]
    // Soft: a walk over many pages tells of all of them.
    const where = `${page.url().slice(address.length)} at ${page.viewportSize()?.width} pixels`
    expect.soft(faults, `faults of ${where}`).toEqual([])
  }
  const arrive = async (status: number | undefined) => {
    expect(status, page.url()).toBe(expected)
    await examine()
  }
  const main = page.getByRole('main')
  /** Does what leads to another page, or to a new part of this one, and returns how it was answered. */
  const answered = async (act: () => Promise<void>) => {
    const answer = page.waitForResponse((response) => isPage(response) && !isRedirect(response.status()))
    await act()
    const response = await answer
    const request = response.request()
    // A script that was led to another page goes there, or writes its address into the bar.
    if (request.redirectedFrom() && !request.isNavigationRequest()) await page.waitForURL(response.url())
    await page.waitForLoadState()
    await expect(page.locator('[aria-busy]')).toHaveCount(0)
    return response.status()
  }
  return {
    page,
    examine: () => examine(),
    open: (path, status = 200) =>
      test.step(`open ${path}`, async () => {
        expected = status
        await arrive((await page.goto(`${address}${path}`))?.status())
      }),
    follow: (name) =>
      test.step(`follow ${name}`, async () => {
        expected = 200
        await arrive(await answered(() => main.getByRole('link', { name }).first().click()))
      }),
    followToNewTab: async (name) => {
      const opened = page.context().waitForEvent('page')
      await main.getByRole('link', { name }).first().click()
      const tab = readerOf(await opened, address, eyes)
      await tab.page.waitForLoadState()
      await tab.examine()
      return tab
    },
    press: (button, status = 200) =>
      test.step(`press ${button}`, async () => {
        expected = status
        const named = typeof button === 'string' || button instanceof RegExp
        const found = named ? main.getByRole('button', { name: button }).first() : button
        await arrive(await answered(() => found.click()))
      }),
    write: (field, words) => main.getByLabel(field).last().fill(words),
    reload: async () => arrive((await page.reload())?.status()),
    back: async () => {
      await page.goBack()
      await examine()
    },
    save: async (name) => {
      const download = page.waitForEvent('download')
      await main.getByRole('link', { name }).first().click()
      return download
    },
    examineAt: async (widths, { closely = true } = {}) => {
      const before = page.viewportSize()
      const height = before?.height ?? 800
      for (const width of widths) {
        await page.setViewportSize({ width, height })
        await examine({ closely: closely && width === widths[0], links: false })
      }
      if (before) await page.setViewportSize(before)
    },
    heading: () => page.getByRole('heading', { level: 1 }).innerText(),
  }
}

const isRedirect = (status: number) => status >= 300 && status < 400

/** Whether an answer is a page, or a part of one that was asked for by this reader and not by news from the server. */
function isPage(response: Response): boolean {
  const request = firstOf(response.request())
  const headers = request.headers()
  return request.isNavigationRequest() || ('x-partial' in headers && !('x-live' in headers))
}

/** The request that was led to this one. */
function firstOf(request: Request): Request {
  const before = request.redirectedFrom()
  return before ? firstOf(before) : request
}

/** Shows a page as it stands to a browser in which axe-core can run, with the site's own styles and none of its scripts. */
async function showTo(eyes: Page, page: Page): Promise<void> {
  const body = await page.content()
  await eyes.unrouteAll()
  await eyes.route('**', (route) => {
    if (route.request().isNavigationRequest()) return route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
    return route.request().resourceType() === 'script' ? route.abort() : route.continue()
  })
  await eyes.goto(page.url())
}

/** Gathers what the browser complains of: errors, things it could not load, and breaches of the content policy. */
function watch(page: Page): string[] {
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('dialog', async (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  return troubles
}
