import type { Block, Cited } from './block.ts'
import { citedOf } from './block-parts.ts'

type Prose = Extract<Block, { kind: 'paragraph' | 'list' }>
type Told = Extract<Block, { heading: string }>

/** Blocks that are read together: prose under its heading, or a placed figure. */
export type WordGroup = { readonly heading: string; readonly body: readonly CitedBlock[] } | { readonly figure: string }

/** A piece of prose, and what it draws on where that is to be said under it: once for all pieces of the same place. */
export interface CitedBlock {
  readonly block: Prose | Told
  readonly says: Cited | null
}

/** The blocks of a section as they are set: each heading with what follows it. */
export function wordGroups(blocks: readonly Block[]): readonly WordGroup[] {
  const groups: { heading: string; body: (Prose | Told)[]; open: boolean }[] = []
  const all: ((typeof groups)[number] | { figure: string })[] = []
  const begin = (heading: string, body: (Prose | Told)[], open: boolean) => {
    const group = { heading, body, open }
    groups.push(group)
    all.push(group)
  }
  for (const block of blocks) {
    const last = all.at(-1)
    if (block.kind === 'figure') all.push({ figure: block.figure })
    else if (block.kind === 'heading') begin(block.text, [], true)
    else if (block.kind !== 'paragraph' && block.kind !== 'list') begin(block.heading, [block], false)
    else if (last && 'open' in last && last.open) last.body.push(block)
    else begin('', [block], true)
  }
  return all.map((group) => ('figure' in group ? group : { heading: group.heading, body: citedOnce(group.body) }))
}

const citedOnce = (body: readonly (Prose | Told)[]): CitedBlock[] =>
  body.map((block, at) => {
    const [cited, next] = [citedOf(block), body[at + 1]]
    const goesOn = next && citedOf(next)?.source === cited?.source && citedOf(next)?.locus === cited?.locus
    return { block, says: goesOn ? null : cited }
  })
