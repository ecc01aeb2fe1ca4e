import type { BlockChange } from '../compare-blocks.ts'
import { wordCount } from './pasted-text.ts'

/** How many words came and how many went between two versions of a section. */
export function wordsMoved(changes: readonly BlockChange[]): { readonly added: number; readonly gone: number } {
  const segments = changes.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.part === 'heading' || part.part === 'text' ? part.segments : [])),
  )
  const words = (kind: 'new' | 'gone') =>
    segments.reduce((sum, segment) => (segment.kind === kind ? sum + wordCount(segment.text) : sum), 0)
  return { added: words('new'), gone: words('gone') }
}
