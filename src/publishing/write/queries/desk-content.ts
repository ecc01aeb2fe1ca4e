import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { blockText } from '../../block-parts.ts'
import { changedSections } from '../../queries/changes.ts'
import { draftsOf } from '../../queries/drafts.ts'
import { editionsOf, publishedWords } from '../../queries/editions.ts'
import { sections } from '../../section.ts'
import { wordCount } from '../pasted-text.ts'
import type { DeskEntry, DeskPageProps } from '../views/desk-page.tsx'
import { writerNames } from './writer-names.ts'

const unwritten = { version: 0, blocks: [], writtenAt: null, writtenBy: null, origin: null }

/** All that the desk shows: the drafts, what in them is not published, the latest editions. */
export async function deskContent(
  db: Db,
  partnership: Partnership,
): Promise<Omit<DeskPageProps, 'partnership' | 'mayPublish'>> {
  const drafts = await draftsOf(db, partnership.id)
  const words = new Map([...drafts].map(([section, { blocks }]) => [section, blocks]))
  const { words: published } = await publishedWords(db, partnership.id)
  const changed = new Set(changedSections(published, words).map(({ section }) => section))
  const entries = (kind: 'message' | 'addition'): DeskEntry[] =>
    sections.flatMap(({ slug }) =>
      (words.get(slug) ?? []).flatMap((block) =>
        block.kind === kind ? [{ section: slug, id: block.id, text: block.heading || block.text }] : [],
      ),
    )
  return {
    sections: sections.map(({ slug }) => {
      const { blocks, ...draft } = drafts.get(slug) ?? unwritten
      const count = blocks.reduce((sum, block) => sum + wordCount(blockText(block)), 0)
      return { section: slug, ...draft, words: count, changed: changed.has(slug) }
    }),
    messages: entries('message'),
    additions: entries('addition'),
    editions: (await editionsOf(db, partnership.id, { limit: 5 })).editions,
    names: await writerNames(db, [...drafts.values()]),
  }
}
