import type { Page } from '@playwright/test'

/** How many links of one page are followed that no page before had: a page of 200 figures need not lead to each. */
const perPage = 12

/** Addresses that have answered already, for each server. */
const answered = new Map<string, Set<string>>()

/** Asks for what a page links to on its own site, and says what does not answer. */
export async function brokenLinks(page: Page): Promise<string[]> {
  const here = new URL(page.url())
  const { hrefs, ids } = await page.evaluate<{ hrefs: string[]; ids: string[] }>(`({
    hrefs: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  })`)
  const urls = [...new Set(hrefs)].flatMap((href) => (href ? [new URL(href, here)] : []))
  const inPage = urls.filter(({ pathname, hash }) => hash !== '' && pathname === here.pathname)
  const lost = inPage.flatMap(({ hash }) => (ids.filter((id) => `#${id}` === hash).length === 1 ? [] : [hash]))
  const known = answered.get(here.origin) ?? new Set<string>()
  answered.set(here.origin, known)
  const fresh = urls
    .filter(({ origin, hash }) => origin === here.origin && hash === '')
    .map(({ href }) => href)
    .filter((href) => !known.has(href))
    .slice(0, perPage)
  const answers = await Promise.all(
    fresh.map(async (href) => {
      known.add(href)
      const status = (await page.request.head(href)).status()
      return status === 200 ? [] : [`${href} answers ${status}`]
    }),
  )
  return [...lost.map((hash) => `${hash} is not on the page`), ...answers.flat()]
}
