import { type Actor, accountOf, type Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Source, sourceMap } from '../../../evidence/index.ts'
import type { PublishedFigure } from '../../figure-row.ts'
import { type SectionVersion, sectionDraft, sectionHistory } from '../../queries/drafts.ts'
import { placedFigures } from '../../queries/placed-figures.ts'
import type { SectionSlug } from '../../section.ts'
import type { FormBlock } from '../form-block.ts'
import type { WriterNames, Written } from '../written-by.ts'
import { writerNames } from './writer-names.ts'

/** What stands around the form of a section. */
export interface EditorContent {
  readonly draft: SectionVersion
  /** What others have saved since the version that the writing began from, the newest first. */
  readonly others: readonly Written[]
  readonly names: WriterNames
  readonly sources: ReadonlyMap<string, Source>
}

/** As many versions of others as are told. */
const told = 5

/** The draft of a section, what others saved after a version of it, and the sources to choose from. */
export async function editorContent(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  section: SectionSlug,
  since?: number,
): Promise<EditorContent> {
  const draft = await sectionDraft(db, partnership.id, section)
  const others = await savedByOthers(db, actor, partnership, section, since ?? draft.version)
  return {
    draft,
    others,
    names: await writerNames(db, [draft, ...others]),
    sources: await sourceMap(db),
  }
}

/** What others than the actor have saved after a version, the newest first. */
export async function savedByOthers(
  db: Db,
  actor: Actor,
  partnership: Partnership,
  section: SectionSlug,
  since: number,
): Promise<readonly Written[]> {
  const { versions } = await sectionHistory(db, partnership.id, section, { limit: told })
  return versions.filter(({ version, writtenBy }) => version > since && writtenBy !== accountOf(actor))
}

/** The figures that blocks of the form place, as they stand now. */
export const figuresPlaced = (
  db: Db,
  partnership: Partnership,
  blocks: readonly FormBlock[],
  sources: ReadonlyMap<string, Source>,
): Promise<Map<string, PublishedFigure>> =>
  placedFigures(
    db,
    partnership,
    blocks.flatMap(({ kind, figure }) => (kind === 'figure' && figure !== '' ? [figure] : [])),
    sources,
  )
