import type { Page } from '@playwright/test'

/** What no page may hold, as selectors that must match nothing. */
const never = {
  'a picture without words': 'img:not([alt])',
  'a drawing neither named nor hidden':
    // A map whose areas are links is a named group: inside a picture nobody would find them.
    'svg:not([role="img"][aria-label], [role="group"][aria-label], [aria-hidden="true"], [aria-hidden="true"] *, svg *)',
  'a table without a caption': 'table:not(:has(caption))',
  'a link that leads nowhere': 'a:not([href]), a[href=""], a[href^="javascript:"]',
  'an own style, which the policy forbids': '[style]',
} as const

/** A chart must have its table in the same section: drawings of these kinds are no charts. */
const noChart = '.m-qr, .m-brand-preview, .govuk-header__logotype'

interface Seen {
  readonly counts: Readonly<Record<string, number>>
  readonly headings: number
  readonly mains: number
  readonly title: string
  readonly site: string
  readonly sideways: string
  readonly text: string
  readonly skips: boolean
}

/** All that is looked at, in one question to the browser; it works where the page may run no scripts too. */
const look = `(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const count = (selector) => all(selector).length
  const counts = Object.fromEntries(Object.entries(${JSON.stringify(never)}).map(([what, selector]) => [what, count(selector)]))
  const places = (one) => {
    const around = []
    for (let at = one.parentElement; at; at = at.parentElement)
      if (at.localName === 'section' || (at.getAttribute('class') ?? '').includes('m-fig')) around.push(at)
    return around
  }
  counts['a chart without its table in the same section'] = all('svg[role="img"], svg[role="group"]').filter(
    (one) => !one.matches(${JSON.stringify(noChart)}) && !places(one)[0]?.querySelector('table')).length
  const ids = all('[id]').map(({ id }) => id)
  counts['an identifier in use twice'] = ids.length - new Set(ids).size
  const { scrollWidth, clientWidth } = document.documentElement
  // What stands out of a page that scrolls sideways.
  const sideways = scrollWidth <= clientWidth ? '' :
    all('body *').filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => one.tagName.toLowerCase() + '.' + one.getAttribute('class')).slice(-2).join(', ') ||
      scrollWidth - clientWidth + ' pixels'
  const first = document.querySelector('a[href], button, input, select, summary, [tabindex]')?.getAttribute('href') ?? ''
  return {
    counts,
    headings: count('h1'),
    mains: count('main, [role="main"]'),
    title: document.title,
    site: document.querySelector('header strong')?.innerText ?? '',
    sideways,
    text: document.body.innerText,
    skips: first.startsWith('#') && count('main' + first) === 1,
  }
})()`

/** The words of values that were never there. */
const leaked = /\b(undefined|NaN|Infinity)\b|\[object |\bnull\b/

/** What is wrong with a page whatever it is about, as sentences. */
export async function pageFaults(page: Page): Promise<string[]> {
  const { counts, headings, mains, title, site, sideways, text, skips } = await page.evaluate<Seen>(look)
  const named = site !== '' && title.endsWith(`, ${site}`) && title.length > site.length + 2
  return [
    ...Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} times ${what}`] : [])),
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(mains === 1 ? [] : [`${mains} main parts`]),
    ...(named ? [] : [`The title “${title}” does not name the page and then ${site}`]),
    ...(sideways === '' ? [] : [`The page scrolls sideways for ${sideways}`]),
    ...(leaked.test(text) ? [`The page says “${leaked.exec(text)?.[0]}”`] : []),
    // It must be the first thing that the keyboard reaches.
    ...(skips ? [] : ['The first link does not skip to the main part']),
  ]
}
