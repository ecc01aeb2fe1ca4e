import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTable, itemsOf, piecesOf, wordCount } from './pasted-text.ts'

test('blank lines part paragraphs, and a line broken within one is joined', () => {
  expect(piecesOf('One\nand a half.\n\n \n\nTwo.')).toEqual([
    { kind: 'paragraph', text: 'One and a half.' },
    { kind: 'paragraph', text: 'Two.' },
  ])
})

test('lines that begin with a mark become a list between the paragraphs around them', () => {
  expect(piecesOf('We will:\n- grow\n• change\n–not a mark\n\nThen rest.')).toEqual([
    { kind: 'paragraph', text: 'We will:' },
    { kind: 'list', items: ['grow', 'change'] },
    { kind: 'paragraph', text: '–not a mark' },
    { kind: 'paragraph', text: 'Then rest.' },
  ])
})

test.each(['-4% a year', '- 4% a year'])(
  '%j alone is a paragraph that begins so, because its dash may be a minus',
  (text) => {
    expect(piecesOf(text)).toEqual([{ kind: 'paragraph', text }])
  },
)

test('paragraphs that a word processor parts by one line end are not run together', () => {
  const long = 'A paragraph as long as no line of a page is, for it was never broken to fit one. '.repeat(2).trim()
  expect(piecesOf(`Introduction\n${long}\n${long}\nThe end.`)).toEqual(
    ['Introduction', long, long, 'The end.'].map((text) => ({ kind: 'paragraph', text })),
  )
})

const line = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', '- ', '- item', '•\titem', 'words - and more', '--', '-', '\t'),
)
const pasted = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'))

/** All that must survive: everything but white space and the marks before items. */
const kept = (text: string) =>
  text
    .split('\n')
    .map((one) => one.replace(/^\s*(?:[-•‣◦▪·](?:\s+|$))+/, ''))
    .join('')
    .replaceAll(/\s/g, '')

test('whatever is pasted, no word is lost and none changes its place', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const words = piecesOf(text).flatMap((piece) => (piece.kind === 'list' ? piece.items : [piece.text]))
      expect(kept(words.join('\n'))).toBe(kept(text))
    }),
  )
})

test('whatever is pasted, no piece is empty', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      for (const piece of piecesOf(text)) expect(piece.kind === 'list' ? piece.items.length : piece.text).toBeTruthy()
    }),
  )
})

test('whatever the items of a list are, none is lost', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      expect(itemsOf(text).join('').replaceAll(/\s/g, '')).toBe(kept(text))
    }),
  )
})

test.each([
  ['Year\tPeople\n2018\t12,944', true],
  ['\tMen\tWomen\nAll\t1\t2', true],
  ['One line\twith a tab', false],
  ['•\tgrow\n•\tchange', false],
  ['1.\tgrow\n2.\tchange', false],
  ['1.1\tPeople grow older.\n1.2\tThey live alone.', false],
  ['1.1\t48\t50\n1.2\t47\t51', true],
  ['Year\tPeople\n\n2018\t12', false],
  ['plain\nwords', false],
])('%j holds a table: %s', (text, table) => {
  expect(isTable(text)).toBe(table)
})

test('words are counted as people count them', () => {
  expect(wordCount(' One  two\nthree ')).toBe(3)
  expect(wordCount('')).toBe(0)
})
