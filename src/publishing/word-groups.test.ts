import { expect, test } from 'vitest'
import { idOf, paragraph } from '../../test/support/blocks.ts'
import type { Block } from './block.ts'
import { wordGroups } from './word-groups.ts'

const cited = (number: number, text: string): Block => ({
  ...(paragraph(number, text) as Extract<Block, { kind: 'paragraph' }>),
  cited: { source: 'a-plan', locus: '§4' },
})
const heading: Block = { id: idOf(9), kind: 'heading', text: 'Need' }
const figure: Block = { id: idOf(8), kind: 'figure', figure: 'f' }
const message: Block = { id: idOf(7), kind: 'message', heading: 'Work together', text: 'Share.', cited: null }

test('prose stands with the heading above it, and a figure or a message by itself', () => {
  const groups = wordGroups([
    paragraph(1, 'One.'),
    heading,
    paragraph(2, 'Two.'),
    paragraph(3, 'Three.'),
    figure,
    message,
    paragraph(4, 'Four.'),
  ])
  expect(groups.map((group) => ('figure' in group ? group.figure : [group.heading, group.body.length]))).toEqual([
    ['', 1],
    ['Need', 2],
    'f',
    ['Work together', 1],
    ['', 1],
  ])
})

test('a place that several paragraphs draw on is named once, under the last of them', () => {
  const [group] = wordGroups([cited(1, 'One.'), cited(2, 'Two.'), paragraph(3, 'Three.')])
  expect(group && 'body' in group && group.body.map(({ says }) => says?.locus ?? null)).toEqual([null, '§4', null])
})
