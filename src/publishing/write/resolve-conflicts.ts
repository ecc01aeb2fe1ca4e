import { type Id, isId } from '../../core/values/index.ts'
import type { Block } from '../block.ts'
import { blockText, leadFirst, leadOf } from '../block-parts.ts'
import type { Merge, MergeConflict } from '../merge-blocks.ts'
import { derivedId } from './derived-id.ts'

/** Whose words stand where both writers changed the same block. */
export const choices = ['mine', 'theirs', 'both'] as const
export type Choice = (typeof choices)[number]

/** The name of the field for the choice at a block. */
export const choiceName = (id: Id): string => `choice-${id}`

const isChoice = (text: string): text is Choice => (choices as readonly string[]).includes(text)

/** The choices among the fields that were sent, by block. */
export const readChoices = (fields: Iterable<readonly [name: string, value: string]>): Map<Id, Choice> =>
  new Map(
    [...fields].flatMap(([name, value]) => {
      const id = name.replace(/^choice-/, '')
      return name !== id && isId(id) && isChoice(value) ? [[id, value] as const] : []
    }),
  )

/** The section as it was chosen, or the conflicts that nobody has decided yet. */
export function resolveConflicts(
  { merged, conflicts }: Merge,
  chosen: ReadonlyMap<Id, Choice>,
): { readonly blocks: readonly Block[] } | { readonly open: readonly MergeConflict[] } {
  const open = conflicts.filter(({ id }) => !chosen.has(id))
  if (open.length > 0) return { open }
  const blocks = conflicts.reduce<readonly Block[]>(
    (current, conflict) => decided(current, conflict, chosen.get(conflict.id) ?? 'both'),
    merged,
  )
  return { blocks: withOneLead(blocks) }
}

/** A file may make another block the finding while somebody writes one: the first stays, others are told below it. */
function withOneLead(blocks: readonly Block[]): readonly Block[] {
  const lead = leadOf(blocks)
  return leadFirst(
    blocks.flatMap((block) =>
      lead && block.kind === 'lead' && block !== lead ? asAnother(block, lead, blocks) : [block],
    ),
  )
}

function decided(blocks: readonly Block[], conflict: MergeConflict, choice: Choice): readonly Block[] {
  const { mine, theirs } = conflict
  // In its place stands their text, or mine where they took the block away.
  const at = blocks.findIndex(({ id }) => id === (theirs ?? mine)?.id)
  const stands =
    mine && theirs ? { mine: [mine], theirs: [theirs], both: [theirs, ...asAnother(mine, theirs, blocks)] } : undefined
  const kept = stands?.[choice] ?? one(choice === 'both' ? (mine ?? theirs) : conflict[choice])
  return at === -1 ? [...blocks, ...kept] : blocks.toSpliced(at, 1, ...kept)
}

const one = (block: Block | null): Block[] => (block ? [block] : [])

/** The same words under an identifier of their own; a second finding becomes a heading and a paragraph, for a section has one. */
function asAnother(block: Block, beside: Block, blocks: readonly Block[]): Block[] {
  const taken = new Set(blocks.map(({ id }) => id))
  const idFor = (text: string) => derivedId(`${block.id} ${text}`, taken)
  if (block.kind !== 'lead') return [{ ...block, id: idFor(blockText(block)) }]
  const said = beside.kind === 'lead' && beside.heading === block.heading
  const heading: Block[] =
    block.heading && !said ? [{ id: idFor(`heading ${block.heading}`), kind: 'heading', text: block.heading }] : []
  return [...heading, { id: idFor(block.text), kind: 'paragraph', text: block.text, cited: block.cited }]
}
