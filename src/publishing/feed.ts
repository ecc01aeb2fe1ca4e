import { Feed } from 'feed'
import type { Partnership } from '../core/auth/index.ts'
import { plainText } from './block-reader.ts'
import type { Edition } from './edition.ts'
import { changesInWords } from './edition-changes.ts'
import { editionPath, editionsPath, feedPath } from './paths.ts'

/** News of editions as Atom; `origin` is where the site is reached, and identifiers stay though it moves. */
export function editionsFeed(partnership: Partnership, editions: readonly Edition[], origin: string): string {
  const { slug, id, name, title } = partnership
  const at = (path: string) => `${origin}${path}`
  const [latest] = editions
  const feed = new Feed({
    id: `urn:uuid:${id}`,
    title: `Editions of the statement of ${title}`,
    description: `Each edition of the market position statement of ${name}, and what it changed.`,
    // Before the first edition there is no time of a change; the earliest there is stands for it.
    updated: latest?.publishedAt ?? new Date(0),
    link: at(editionsPath(slug)),
    feed: at(feedPath(slug)),
    author: { name },
    generator: 'Mercat',
  })
  for (const edition of editions) {
    const { number, changes } = edition
    feed.addItem({
      id: `urn:uuid:${edition.id}`,
      title: html(`Edition ${number}: ${edition.title}`),
      link: at(editionPath(slug, number)),
      date: edition.publishedAt,
      published: edition.publishedAt,
      description: html([edition.summary, changes ? changesInWords(changes) : ''].filter(Boolean).join(' ')),
    })
  }
  return feed.atom1()
}

/** Text as HTML has it, because the feed says that it is HTML. */
const html = (text: string): string =>
  plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
