import { diffWordsWithSpace } from 'diff'
import type { Block } from './block.ts'
import { byId, citedOf } from './block-parts.ts'
import { sameBlock } from './merge-blocks.ts'
import { insertInOrder, orderKept } from './order-kept.ts'

/** A run of words that both versions have, or only the earlier, or only the later. */
export interface Segment {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** A part of a block: its same and gone segments together are the earlier text, its same and new ones the later. */
export interface PartChange {
  readonly part: 'heading' | 'text' | 'figure' | 'source'
  readonly segments: readonly Segment[]
}

/** What became of one block between two versions. */
export interface BlockChange {
  readonly kind: 'same' | 'changed' | 'gone' | 'new'
  /** Stands elsewhere among the blocks that both versions have. */
  readonly moved: boolean
  readonly before: Block | null
  readonly after: Block | null
  readonly parts: readonly PartChange[]
}

/** How figures and sources are called in a comparison. */
export interface Names {
  readonly figure: (id: string) => string
  readonly source: (key: string) => string
}

const identifiers: Names = { figure: (id) => id, source: (key) => key }

/** What changed between two versions of a section, block by block in the later order, gone ones where they stood. */
export function compareBlocks(
  before: readonly Block[],
  after: readonly Block[],
  names: Names = identifiers,
): readonly BlockChange[] {
  const [was, is] = [byId(before), byId(after)]
  const [oldOrder, newOrder] = [before.map(({ id }) => id), after.map(({ id }) => id)]
  const stayed = orderKept(oldOrder, newOrder)
  const order = [...newOrder]
  // Behind what stayed: a block that was moved has taken nothing along.
  const still = oldOrder.filter((id) => stayed.has(id) || !is.has(id))
  for (const id of still) if (!is.has(id)) insertInOrder(order, id, still)
  return order.map((id): BlockChange => {
    const [old, now] = [was.get(id) ?? null, is.get(id) ?? null]
    const kind = !old ? 'new' : !now ? 'gone' : sameBlock(old, now) ? 'same' : 'changed'
    const moved = old !== null && now !== null && !stayed.has(id)
    return { kind, moved, before: old, after: now, parts: partsOf(old, now, names) }
  })
}

/** Whether a block differs in words or place. */
export const isDifferent = ({ kind, moved }: BlockChange): boolean => kind !== 'same' || moved

function partsOf(before: Block | null, after: Block | null, names: Names): PartChange[] {
  const [was, is] = [textsOf(before, names), textsOf(after, names)]
  return (['heading', 'text', 'figure', 'source'] as const).flatMap((part) => {
    const [old, now] = [was[part] ?? '', is[part] ?? '']
    if (old === '' && now === '') return []
    const whole = part === 'figure' || part === 'source'
    return [{ part, segments: whole ? replaced(old, now) : segmentsOf(old, now) }]
  })
}

function textsOf(block: Block | null, names: Names): Partial<Record<PartChange['part'], string>> {
  if (!block) return {}
  const cited = citedOf(block)
  const source = cited ? [names.source(cited.source), cited.locus].filter(Boolean).join(', ') : ''
  if (block.kind === 'figure') return { figure: names.figure(block.figure) }
  if (block.kind === 'heading') return { heading: block.text }
  if (block.kind === 'list') return { text: block.items.join('\n'), source }
  return { heading: 'heading' in block ? block.heading : '', text: block.text, source }
}

function replaced(before: string, after: string): Segment[] {
  const pairs: Segment[] =
    before === after
      ? [{ kind: 'same', text: after }]
      : [
          { kind: 'gone', text: before },
          { kind: 'new', text: after },
        ]
  return pairs.filter(({ text }) => text !== '')
}

/** As many words as may differ before a text counts as another one altogether: it bounds the time, too. */
const editBound = 300

/** Two texts word by word. */
export function segmentsOf(before: string, after: string): Segment[] {
  if (before === after || before === '' || after === '') return replaced(before, after)
  const changes = diffWordsWithSpace(before, after, { maxEditLength: editBound })
  if (!changes) return replaced(before, after)
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: value }))
}
