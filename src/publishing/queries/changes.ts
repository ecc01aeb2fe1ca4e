import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import type { Block } from '../block.ts'
import { figureIdsOf } from '../block-parts.ts'
import type { FigureChange } from '../compare-figures.ts'
import type { Edition } from '../edition.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { sameBlocks } from '../merge-blocks.ts'
import { type SectionSlug, sections } from '../section.ts'
import { draftsOf, type SectionVersion } from './drafts.ts'
import { publishedWords, type Words } from './editions.ts'
import { figureChangesSince } from './figure-changes.ts'
import { shownFigures } from './shown-figures.ts'

/** A section that says something else than before. */
export interface SectionChange {
  readonly section: SectionSlug
  readonly before: readonly Block[]
  readonly after: readonly Block[]
}

/** The sections whose words differ, in the order of the statement. */
export const changedSections = (before: Words, after: Words): SectionChange[] =>
  sections.flatMap(({ slug }) => {
    const change = { section: slug, before: before.get(slug) ?? [], after: after.get(slug) ?? [] }
    return sameBlocks(change.before, change.after) ? [] : [change]
  })

/** A figure that words place and that does not exist any more. */
export interface MissingFigure {
  readonly section: SectionSlug
  readonly id: string
  /** As the last edition that had it told it. */
  readonly label: string | null
}

/** What publishing now would make of the drafts, and how that differs from the latest edition. */
export interface Unpublished {
  readonly latest: Edition | undefined
  readonly drafts: ReadonlyMap<SectionSlug, SectionVersion>
  readonly figures: ReadonlyMap<string, PublishedFigure>
  readonly changes: { readonly sections: readonly SectionChange[]; readonly figures: readonly FigureChange[] }
  readonly missing: readonly MissingFigure[]
}

/** The drafts and figures as they would be published now, set against the latest edition. */
export async function unpublished(db: Db, partnership: Partnership): Promise<Unpublished> {
  const drafts = await draftsOf(db, partnership.id)
  const words = new Map([...drafts].map(([section, { blocks }]) => [section, blocks]))
  const { edition: latest, words: standing } = await publishedWords(db, partnership.id)
  const figures = await shownFigures(db, partnership, [...words.values()].flat())
  const changed = latest ? await figureChangesSince(db, partnership.id, latest.number, figures) : []
  return {
    latest,
    drafts,
    figures,
    changes: {
      sections: changedSections(standing, words),
      figures: changed,
    },
    missing: missingFigures(words, figures, changed),
  }
}

function missingFigures(
  words: Words,
  figures: ReadonlyMap<string, PublishedFigure>,
  changed: readonly FigureChange[],
): MissingFigure[] {
  const before = new Map(changed.flatMap((one) => ('before' in one ? [[one.before.id, one.before.label]] : [])))
  return [...words].flatMap(([section, blocks]) =>
    figureIdsOf(blocks)
      .filter((id) => !figures.has(id))
      .map((id) => ({ section, id, label: before.get(id) ?? null })),
  )
}
