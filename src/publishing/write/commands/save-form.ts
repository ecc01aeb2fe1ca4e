import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { sourceKeys } from '../../../evidence/index.ts'
import type { Block } from '../../block.ts'
import { type Saving, saveSection } from '../../commands/save-section.ts'
import { type MergeConflict, mergeBlocks } from '../../merge-blocks.ts'
import { sectionDraft, sectionVersion } from '../../queries/drafts.ts'
import type { SectionSlug } from '../../section.ts'
import { blocksOfForm, type FormMistake } from '../blocks-of-form.ts'
import { formBlockOf } from '../form-block.ts'
import { type Choice, resolveConflicts } from '../resolve-conflicts.ts'
import type { SectionForm } from '../section-form.ts'

/** A form to be saved; with choices when its writer was asked to choose between their words and a colleague's. */
export interface FormToSave {
  readonly partnership: Partnership
  readonly section: SectionSlug
  readonly form: SectionForm
  /** The version that the choices were made against. */
  readonly against: number | undefined
  readonly chosen: ReadonlyMap<Id, Choice>
  readonly at: Date
}

/** What became of it; `form` is what the page shows next, with what was typed in the shape in which it is kept. */
export type FormSaving =
  | { readonly outcome: 'mistakes'; readonly mistakes: readonly FormMistake[] }
  | Exclude<Saving, { outcome: 'conflict' }>
  | {
      readonly outcome: 'conflict'
      readonly form: SectionForm
      readonly conflicts: readonly MergeConflict[]
      readonly theirVersion: number
      /** Choices were made, but not at every place. */
      readonly incomplete: boolean
    }

/** Saves what was written, brought together with what others saved meanwhile; refused words and conflicts come back whole. */
export async function saveForm(db: Db, actor: Actor, words: FormToSave): Promise<FormSaving> {
  const { form, against } = words
  const read = blocksOfForm(form.blocks, await sourceKeys(db))
  if ('mistakes' in read) return { outcome: 'mistakes', mistakes: read.mistakes }
  if (against !== undefined && against > form.base) return saveChosen(db, actor, words, read.blocks, against)
  return save(db, actor, words, read.blocks, form.base)
}

/** Saves what was chosen; when yet another version came in between, the choosing goes on from there. */
async function saveChosen(
  db: Db,
  actor: Actor,
  words: FormToSave,
  mine: readonly Block[],
  against: number,
): Promise<FormSaving> {
  const { partnership, section, form, chosen } = words
  const newest = (await sectionDraft(db, partnership.id, section)).version
  const from = await sectionVersion(db, partnership.id, section, form.base)
  const theirs = await sectionVersion(db, partnership.id, section, Math.min(against, newest))
  const merge = mergeBlocks(from.blocks, mine, theirs.blocks)
  const resolved = resolveConflicts(merge, chosen)
  if ('blocks' in resolved) return save(db, actor, words, resolved.blocks, theirs.version)
  return {
    outcome: 'conflict',
    form: written(form, mine, form.base),
    conflicts: merge.conflicts,
    theirVersion: theirs.version,
    incomplete: true,
  }
}

async function save(
  db: Db,
  actor: Actor,
  { partnership, section, form, at }: FormToSave,
  blocks: readonly Block[],
  base: number,
): Promise<FormSaving> {
  const saving = await saveSection(db, actor, { partnershipId: partnership.id, section, base, blocks, at })
  if (saving.outcome !== 'conflict') return saving
  const { conflicts, theirVersion } = saving
  return { outcome: 'conflict', form: written(form, blocks, base), conflicts, theirVersion, incomplete: false }
}

/** The identifiers that pasted paragraphs were given must be the same when the form comes again. */
const written = (form: SectionForm, blocks: readonly Block[], base: number): SectionForm => ({
  ...form,
  base,
  blocks: blocks.map(formBlockOf),
})
