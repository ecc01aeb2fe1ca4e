import type { BlockChange, PartChange } from './compare-blocks.ts'

/** A block's change as lines that are each marked by themselves. */
export interface ComparedLine {
  readonly is: 'heading' | 'paragraph' | 'item'
  readonly segments: PartChange['segments']
}

/** The lines of compared blocks: headings bold, the items of a list each on its own, sources and figures as they are called. */
export const comparedLines = (changes: readonly BlockChange[]): ComparedLine[] =>
  changes.flatMap(({ before, after, parts }) => {
    const isList = before?.kind === 'list' || after?.kind === 'list'
    return parts.flatMap(({ part, segments }): ComparedLine[] => {
      if (part === 'heading') return [{ is: 'heading', segments }]
      if (part === 'text' && isList) return linesOf(segments).map((line) => ({ is: 'item', segments: line }))
      if (part === 'source') return [{ is: 'paragraph', segments: named('Source: ', segments) }]
      if (part === 'figure') return [{ is: 'paragraph', segments: named('Figure: ', segments) }]
      return [{ is: 'paragraph', segments }]
    })
  })

/** Segments under what they are; where only one version has them, that belongs to it as well. */
function named(name: string, segments: PartChange['segments']): PartChange['segments'] {
  const [first, ...others] = new Set(segments.map(({ kind }) => kind))
  if (!first || others.length > 0) return [{ kind: 'same', text: name }, ...segments]
  return [{ kind: first, text: `${name}${segments.map(({ text }) => text).join('')}` }]
}

/** Segments parted at line ends, so that each item of a list stands by itself. */
function linesOf(segments: PartChange['segments']): PartChange['segments'][] {
  const lines: PartChange['segments'][number][][] = [[]]
  for (const { kind, text } of segments) {
    for (const [at, piece] of text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({ kind, text: piece })
    }
  }
  return lines.filter((line) => line.length > 0)
}
