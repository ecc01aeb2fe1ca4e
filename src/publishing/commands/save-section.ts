import type { Actor } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { record } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { type MergeConflict, mergeBlocks, sameBlocks } from '../merge-blocks.ts'
import { sectionDraft, sectionVersion } from '../queries/drafts.ts'
import type { SectionSlug } from '../section.ts'
import { addVersion } from './add-version.ts'

/** The words of a section as someone wants to save them. */
export interface SectionToSave {
  readonly partnershipId: Id
  readonly section: SectionSlug
  /** The version that they were written from; 0 when there was none. */
  readonly base: number
  readonly blocks: readonly Block[]
  readonly at: Date
}

/** What became of words that were to be saved. */
export type Saving =
  | { readonly outcome: 'saved'; readonly version: number; readonly blocks: readonly Block[] }
  /** They say what stands already; no version was added. */
  | { readonly outcome: 'unchanged'; readonly version: number; readonly blocks: readonly Block[] }
  /** Someone had saved in between, and both fit together. */
  | {
      readonly outcome: 'merged'
      readonly version: number
      readonly blocks: readonly Block[]
      readonly theirVersion: number
    }
  /** Someone had changed the same blocks in between. Nothing was saved: choose, then save with `theirVersion` as base. */
  | {
      readonly outcome: 'conflict'
      readonly conflicts: readonly MergeConflict[]
      readonly merged: readonly Block[]
      readonly theirs: readonly Block[]
      readonly theirVersion: number
    }

/** Saves the words of a section as its next version, brought together with what others saved since they were begun. */
export async function saveSection(db: Db, actor: Actor, words: SectionToSave): Promise<Saving> {
  const { partnershipId, section, base, at } = words
  const from = await sectionVersion(db, partnershipId, section, base)
  // A lost race ends after as many rounds as there are others saving this section at this moment.
  for (;;) {
    const draft = await sectionDraft(db, partnershipId, section)
    const alone = draft.version === base
    const { merged: blocks, conflicts } = alone
      ? { merged: words.blocks, conflicts: [] }
      : mergeBlocks(from.blocks, words.blocks, draft.blocks)
    if (conflicts.length > 0) {
      return { outcome: 'conflict', conflicts, merged: blocks, theirs: draft.blocks, theirVersion: draft.version }
    }
    if (sameBlocks(blocks, draft.blocks)) return { outcome: 'unchanged', version: draft.version, blocks }
    const version = draft.version + 1
    const origin = alone ? 'written' : 'merged'
    if (!(await addVersion(db, actor, { partnershipId, section, version, blocks, origin, at }))) continue
    await record(db, actor, at, {
      event: 'publishing.section-written',
      subject: { kind: 'section', id: section },
      payload: { version, base, origin, blocks: blocks.length },
    })
    return alone
      ? { outcome: 'saved', version, blocks }
      : { outcome: 'merged', version, blocks, theirVersion: draft.version }
  }
}
