import type { Page } from '@playwright/test'

/** What no page may hold, as selectors that must match nothing. */
const never = {
  'a picture without words': 'img:not([alt])',
  'a drawing neither named nor hidden':
    // A map whose areas are links is a named group: inside a picture nobody would find them.
    'svg:not([role="img"][aria-label], [role="group"][aria-label], [aria-hidden="true"], [aria-hidden="true"] *, svg *)',
  'a chart without its table in the same section':
    'xpath=//*[local-name()="svg" and (@role="img" or @role="group") and not(contains(" m-qr m-brand-preview govuk-header__logotype ", concat(" ", @class, " ")))][not((ancestor::section | ancestor::*[contains(@class, "m-fig")])[last()]//table)]',
  'a table without a caption': 'table:not(:has(caption))',
  'a link that leads nowhere': 'a:not([href]), a[href=""], a[href^="javascript:"]',
  'an own style, which the policy forbids': '[style]',
  'an identifier in use twice': 'xpath=//*[@id][@id = preceding::*/@id]',
} as const

/** The words of values that were never there. */
const leaked = /\b(undefined|NaN|Infinity)\b|\[object |\bnull\b/

/** Names what stands out of a page that scrolls sideways. */
const tooWide = `(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth ? '' :
  [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    .map((one) => one.tagName.toLowerCase() + '.' + one.getAttribute('class')).slice(-2).join(', ') ||
    scrollWidth - clientWidth + ' pixels')(document.documentElement)`

/** What is wrong with a page whatever it is about, as sentences. */
export async function pageFaults(page: Page): Promise<string[]> {
  const counts = await Promise.all(
    Object.entries(never).map(async ([what, selector]) => ({ what, count: await page.locator(selector).count() })),
  )
  return [
    ...counts.flatMap(({ what, count }) => (count > 0 ? [`${count} times ${what}`] : [])),
    ...(await structureFaults(page)),
    ...(await skipLinkFaults(page)),
  ]
}

async function structureFaults(page: Page): Promise<string[]> {
  const [headings, mains, title, site, sideways, text] = await Promise.all([
    page.locator('h1').count(),
    page.getByRole('main').count(),
    page.title(),
    page.locator('header strong').first().innerText(),
    page.evaluate<string>(tooWide),
    page.locator('body').innerText(),
  ])
  const named = title.endsWith(`, ${site}`) && title.length > site.length + 2
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(mains === 1 ? [] : [`${mains} main parts`]),
    ...(named ? [] : [`The title “${title}” does not name the page and then ${site}`]),
    ...(sideways === '' ? [] : [`The page scrolls sideways for ${sideways}`]),
    ...(leaked.test(text) ? [`The page says “${leaked.exec(text)?.[0]}”`] : []),
  ]
}

/** The skip link must be the first thing that the keyboard reaches, and lead to the main part. */
async function skipLinkFaults(page: Page): Promise<string[]> {
  const first = page.locator(':is(a[href], button, input, select, summary, [tabindex])').first()
  const target = (await first.getAttribute('href')) ?? ''
  const leads = target.startsWith('#') && (await page.locator(`main${target}`).count()) === 1
  return leads ? [] : ['The first link does not skip to the main part']
}
