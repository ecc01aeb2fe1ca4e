import { expect } from '@playwright/test'
import { sections } from '../../src/publishing/section.ts'
import { phones, test } from './support/journey.ts'
import type { Reader } from './support/reader.ts'

test.describe.configure({ mode: 'parallel' })

for (const slug of ['west-lothian', 'inverclyde', 'east-lothian', 'lancashire']) {
  // The same parts with other words: on a phone, axe-core looks at those of one partnership, at the desk at all.
  const atPhones = (reader: Reader) => reader.examineAt(phones, { closely: slug === 'west-lothian' })
  test(`every kind of page of ${slug} is sound on a small phone, a phone and a desk`, async ({ reader }) => {
    test.setTimeout(600_000)
    const titles: string[] = []
    const figures: string[] = []
    const sources: string[] = []
    for (const path of [`/${slug}`, ...sections.map((section) => `/${slug}/statement/${section.slug}`)]) {
      await reader.open(path)
      titles.push(await reader.page.title())
      figures.push(...(await linksTo(reader, '/figures/')))
      sources.push(...(await linksTo(reader, '/sources/')))
      await atPhones(reader)
    }
    expect(new Set(titles).size, 'titles that tell the pages apart').toBe(titles.length)
    const kinds = oneOfEachKind(figures)
    const others = ['data', 'editions', 'editions/1', 'editions/1/print'].map((path) => `/${slug}/${path}`)
    for (const path of [...kinds, ...sources.slice(0, 1), ...others]) {
      await reader.open(path)
      await atPhones(reader)
    }
    await reader.open(`/${slug}/nothing-here`, 404)
    await atPhones(reader)
  })
}

test('the front page and what a site says of itself are sound at every width', async ({ reader }) => {
  const about = ['accessibility', 'privacy', 'cookies'].flatMap((page) => [`/sign-in/${page}`, `/inverclyde/${page}`])
  for (const path of ['/', ...about, '/inverclyde/editions/1/gaps', '/sign-in', '/sign-in/forgotten']) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
})

test('the pages of services, places, gaps and words are sound at every width', async ({ reader }) => {
  test.setTimeout(600_000)
  const lancashire = [
    'services',
    'services/extra-care',
    'places',
    'places/E07000128',
    'statement/gaps?grid=all&when=forecast',
    'statement/gaps/lancashire/zone/north/care-home-dementia-nursing',
    'statement/supply/services?kind=care-home-adults',
  ]
  const westLothian = ['statement/supply?by=locality', 'places?by=locality', 'data/words', 'data/measures']
  const paths = [
    ...lancashire.map((path) => `/lancashire/${path}`),
    ...westLothian.map((path) => `/west-lothian/${path}`),
    '/inverclyde/services/shared-lives',
    '/inverclyde/places',
  ]
  for (const path of paths) {
    await reader.open(path)
    await reader.examineAt(phones)
  }
})

/** Where links of the page lead whose address has this part. */
const linksTo = (reader: Reader, part: string): Promise<string[]> =>
  reader.page.locator(`main a[href*="${part}"]`).evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))

/** One figure of each measure that is worked out, and one that a document prints. */
function oneOfEachKind(paths: readonly string[]): string[] {
  const kindOf = (path: string) => /\/figures\/([a-z-]+)\./.exec(path)?.[1] ?? 'cited'
  return [...new Map(paths.map((path) => [kindOf(path), path])).values()]
}
