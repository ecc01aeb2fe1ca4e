import { type Actor, accountOf, type Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { sourceMap } from '../../../evidence/index.ts'
import type { Block } from '../../block.ts'
import { figureIdsOf } from '../../block-parts.ts'
import type { Names } from '../../compare-blocks.ts'
import { findingOf } from '../../figure-finding.ts'
import type { MergeConflict } from '../../merge-blocks.ts'
import { sectionVersion } from '../../queries/drafts.ts'
import { placedFigures } from '../../queries/placed-figures.ts'
import type { SectionSlug } from '../../section.ts'
import { writerName } from '../written-by.ts'
import { writerNames } from './writer-names.ts'

/** How the figures and sources that blocks name are called. */
export async function namesIn(db: Db, partnership: Partnership, blocks: readonly Block[]): Promise<Names> {
  const sources = await sourceMap(db)
  const figures = await placedFigures(db, partnership, figureIdsOf(blocks), sources)
  return {
    figure: (id) => {
      const figure = figures.get(id)
      return figure ? findingOf(figure) : `a figure that is no longer there (${id})`
    },
    source: (key) => sources.get(key)?.title ?? key,
  }
}

/** Whose words stand against mine, and how what both name is called. */
export async function conflictNames(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  section: SectionSlug,
  { conflicts, theirVersion }: { readonly conflicts: readonly MergeConflict[]; readonly theirVersion: number },
): Promise<{ readonly theirName: string | null; readonly names: Names }> {
  const theirs = await sectionVersion(db, partnership.id, section, theirVersion)
  const own = theirs.writtenBy !== null && theirs.writtenBy === accountOf(actor)
  const blocks = conflicts.flatMap(({ mine, theirs: other }) => [mine, other].filter((block) => block !== null))
  return {
    theirName: own ? null : writerName(theirs, await writerNames(db, [theirs])),
    names: await namesIn(db, partnership, blocks),
  }
}
