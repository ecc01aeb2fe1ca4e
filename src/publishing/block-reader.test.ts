import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, paragraph, sections } from '../../test/support/blocks.ts'
import { blockBounds, readBlocks } from './block-reader.ts'

const sentences = (value: unknown) => {
  const read = readBlocks(value)
  return 'problems' in read ? read.problems.map(({ sentence }) => sentence) : []
}

test('any words that can be kept are read as they are', () => {
  fc.assert(
    fc.property(sections, (blocks) => {
      expect(readBlocks(blocks)).toEqual({ blocks })
    }),
  )
})

test('whatever comes from outside, it is read or refused in sentences, and reading twice changes nothing', () => {
  const kinds = fc.constantFrom('heading', 'paragraph', 'list', 'figure', 'lead', 'message', 'script')
  const loose = fc.record(
    {
      id: fc.constantFrom(idOf(1), idOf(2), 'x'),
      kind: kinds,
      text: fc.string({ unit: 'binary' }),
      heading: fc.string({ unit: 'binary' }),
      items: fc.array(fc.string()),
      cited: fc.constantFrom(null, { source: 'plan', locus: ' ' }, { source: '' }),
      figure: fc.string(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.array(loose, { maxLength: 4 })), (value) => {
      const read = readBlocks(value)
      if ('problems' in read) for (const { sentence } of read.problems) expect(sentence).toMatch(/^[A-Z].*\.$/)
      else expect(readBlocks(read.blocks)).toEqual(read)
    }),
  )
})

test('text keeps its lines, and loses what a database could not keep', () => {
  expect(readBlocks([paragraph(1, '  One\r\nTwo\u0000\ud800 ')])).toEqual({ blocks: [paragraph(1, 'One\nTwo\ufffd')] })
})

test('a script in a paragraph is words like others', () => {
  const blocks = [paragraph(1, '<script>alert(1)</script>')]
  expect(readBlocks(blocks)).toEqual({ blocks })
})

test('the opening comes first, and there is one', () => {
  const lead = (number: number) =>
    ({ id: idOf(number), kind: 'lead', heading: 'So', text: 'It is.', cited: null }) as const
  expect(readBlocks([paragraph(1, 'One.'), lead(2)])).toEqual({ blocks: [lead(2), paragraph(1, 'One.')] })
  expect(sentences([lead(1), lead(2)])).toEqual(['A section has one opening; this is a second.'])
})

test('blanks alone are not words, and the block is named', () => {
  expect(readBlocks([paragraph(1, 'One.'), paragraph(2, ' \n ')])).toEqual({
    problems: [{ id: idOf(2), sentence: 'Write the paragraph, or take it away.' }],
  })
  expect(sentences([{ id: idOf(1), kind: 'figure', figure: '' }])).toEqual(['Choose a figure, or take the block away.'])
})

test('two blocks with one identifier are refused', () => {
  expect(sentences([paragraph(1, 'One.'), paragraph(1, 'Two.')])).toEqual(['Two blocks carry the same identifier.'])
})

test('a section as large as allowed is taken, and one more is refused in a sentence with both numbers', () => {
  const many = (count: number, length = 1) =>
    Array.from({ length: count }, (_, at) => paragraph(at, 'x'.repeat(length)))
  expect(sentences(many(blockBounds.blocks))).toEqual([])
  expect(sentences(many(201))[0]).toContain('The section has 201 blocks, and 200 is the most.')
  expect(sentences(many(1, 20_000))).toEqual([])
  expect(sentences(many(1, 20_001))[0]).toContain('The block has 20,001 characters, and 20,000 is the most.')
  expect(sentences(many(10, 15_000))).toEqual([])
  expect(sentences(many(10, 15_001))[0]).toContain('The section has 150,010 characters, and 150,000 is the most.')
})
