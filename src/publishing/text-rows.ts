import type { Block, Cited } from './block.ts'
import { citedOf } from './block-parts.ts'

/** A block as a row of a file has it. */
export interface FlatText {
  readonly kind: Block['kind']
  readonly heading: string | null
  readonly text: string
  readonly cited: Cited | null
}

/** The words of a section as rows: a heading stands in the row of the paragraph under it, as a file to import has it. */
export const textRows = (blocks: readonly Block[]): FlatText[] =>
  blocks.flatMap((block, at): FlatText[] => {
    const [above, below] = [blocks[at - 1], blocks[at + 1]]
    if (block.kind === 'heading' && below?.kind === 'paragraph') return []
    const heading =
      'heading' in block ? block.heading : block.kind === 'paragraph' && above?.kind === 'heading' ? above.text : ''
    return [{ kind: block.kind, heading: heading || null, text: wordsOf(block), cited: citedOf(block) }]
  })

function wordsOf(block: Block): string {
  if (block.kind === 'figure') return block.figure
  return block.kind === 'list' ? block.items.join('\n') : block.text
}
