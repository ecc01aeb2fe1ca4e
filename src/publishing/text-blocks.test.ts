import { expect, test } from 'vitest'
import { paragraph } from '../../test/support/blocks.ts'
import type { Block } from './block.ts'
import { importRows, type TextRow } from './text-blocks.ts'
import { textRows } from './text-rows.ts'

const row = (position: number, text: string, over: Partial<TextRow> = {}): TextRow => ({
  section: 'demand',
  position,
  kind: 'paragraph',
  heading: null,
  text,
  cited: null,
  ...over,
})
const said = (blocks: readonly Block[]) => blocks.map((block) => ('text' in block ? block.text : block.kind))

test('a file that comes again changes nothing', () => {
  const rows = [row(1, 'One.', { heading: 'First' }), row(2, 'Two.')]
  const { blocks, added } = importRows([], rows)
  expect({ said: said(blocks), added }).toEqual({ said: ['First', 'One.', 'Two.'], added: 2 })
  expect(importRows(blocks, rows)).toEqual({ blocks, added: 0, changed: 0 })
})

test('a changed row takes its place, a new one follows the row before it, and what was written by hand stays', () => {
  const { blocks } = importRows([], [row(1, 'One.'), row(4, 'Four.')])
  const byHand = [blocks[0], paragraph(77, 'By hand.'), blocks[1]].filter((block) => block !== undefined)
  const next = importRows(byHand, [row(4, 'Four, changed.'), row(2, 'Two.', { heading: 'Second' })])
  expect(next).toMatchObject({ added: 1, changed: 1 })
  expect(said(next.blocks)).toEqual(['One.', 'Second', 'Two.', 'By hand.', 'Four, changed.'])
})

test('a heading that the file has no more goes', () => {
  const { blocks } = importRows([], [row(1, 'One.', { heading: 'First' })])
  const next = importRows(blocks, [row(1, 'One.')])
  expect({ said: said(next.blocks), changed: next.changed }).toEqual({ said: ['One.'], changed: 1 })
})

test('the opening comes first wherever the file has it', () => {
  const { blocks } = importRows([], [row(1, 'One.'), row(2, 'So it is.', { kind: 'lead', heading: 'So' })])
  expect(said(blocks)).toEqual(['So it is.', 'One.'])
})

test('words are given as the rows that an import takes', () => {
  const cited = { source: 'a-plan', locus: '§4' }
  const rows = [row(1, 'So it is.', { kind: 'lead', heading: 'So' }), row(2, 'Two.', { heading: 'Second', cited })]
  const { blocks } = importRows([], rows)
  expect(textRows(blocks)).toEqual(
    rows.map(({ kind, heading, text, cited: of }) => ({ kind, heading, text, cited: of })),
  )
})
