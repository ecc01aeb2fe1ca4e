import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { MercatError } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { sourceKeys } from '../../../evidence/index.ts'
import type { Block } from '../../block.ts'
import { type Saving, saveSection } from '../../commands/save-section.ts'
import { type MergeConflict, mergeBlocks } from '../../merge-blocks.ts'
import { type SectionVersion, sectionDraft, sectionVersion } from '../../queries/drafts.ts'
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
  const { partnership, section, against } = words
  const draft = await sectionDraft(db, partnership.id, section)
  // A version that is not there (any more) tells nothing of what was changed, so everything is set against what stands.
  const base = words.form.base <= draft.version ? words.form.base : 0
  const from = base === draft.version ? draft : await sectionVersion(db, partnership.id, section, base)
  const read = blocksOfForm(words.form.blocks, await sourceKeys(db), from.blocks)
  if ('mistakes' in read) return { outcome: 'mistakes', mistakes: read.mistakes }
  const based = { ...words, form: { ...words.form, base } }
  if (against === undefined || against <= base) return save(db, actor, based, read.blocks, base)
  const theirs = await sectionVersion(db, partnership.id, section, Math.min(against, draft.version))
  return saveChosen(db, actor, based, { from, mine: read.blocks, theirs })
}

interface Sides {
  readonly from: SectionVersion
  readonly mine: readonly Block[]
  readonly theirs: SectionVersion
}

/** Saves what was chosen; when yet another version came in between, the choosing goes on from there. */
async function saveChosen(db: Db, actor: Actor, words: FormToSave, { from, mine, theirs }: Sides): Promise<FormSaving> {
  const { form, chosen } = words
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
  const saving = await saveSection(db, actor, { partnershipId: partnership.id, section, base, blocks, at }).catch(
    refused,
  )
  if (saving.outcome !== 'conflict') return saving
  const { conflicts, theirVersion } = saving
  return { outcome: 'conflict', form: written(form, blocks, base), conflicts, theirVersion, incomplete: false }
}

/** What is too much only together with what others saved is a mistake like others: the words come back. */
function refused(error: unknown): Extract<FormSaving, { outcome: 'mistakes' }> {
  if (!(error instanceof MercatError) || error.kind !== 'invalid') throw error
  const sentence = `Together with what others have saved, this is too much. ${error.message}`
  return { outcome: 'mistakes', mistakes: [{ block: null, part: 'text', sentence }] }
}

/** The identifiers that pasted paragraphs were given must be the same when the form comes again. */
const written = (form: SectionForm, blocks: readonly Block[], base: number): SectionForm => ({
  ...form,
  base,
  blocks: blocks.map(formBlockOf),
})
