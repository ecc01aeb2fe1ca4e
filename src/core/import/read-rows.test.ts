import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'
import { fileInMemory, type SourceFile } from './source-file.ts'

async function rowsOf(content: string | Uint8Array) {
  return Array.fromAsync(readRows(fileInMemory('counts.csv', content)))
}
const cellsOf = async (content: string | Uint8Array) => (await rowsOf(content)).map((row) => row.cells)

const text = 'name,cost\nCafé,£5\n'
const table = [
  ['name', 'cost'],
  ['Café', '£5'],
]
const utf16 = (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le')

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`)],
  ['Windows-1252', Buffer.from(text, 'latin1')],
  ['UTF-16, little end first', utf16(text)],
  ['UTF-16, big end first', utf16(text).swap16()],
])('£ and é come out of a file in %s', async (_, bytes) => {
  expect(await cellsOf(bytes)).toEqual(table)
})

test('the euro sign and curly quotes of Windows-1252 are not mistaken for Latin-1', async () => {
  expect(await cellsOf(Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0x80, 0x2c, 0x93, 0x78, 0x94]))).toEqual([
    ['a', 'b'],
    ['€', '“x”'],
  ])
})

test('a character that falls between two pieces of a file is read whole', async () => {
  const bytes = Buffer.from(text)
  const file: SourceFile = {
    name: 'counts.csv',
    size: bytes.length,
    chunks: async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte)
    },
  }
  expect((await Array.fromAsync(readRows(file))).map((row) => row.cells)).toEqual(table)
})

test.each([
  ['', 'counts.csv is empty.'],
  ['\ufeff', 'counts.csv has no rows.'],
  ['\n,,\n\n', 'counts.csv has no rows.'],
  ['PK\u0003\u0004rest', 'counts.csv is a zip file, or a workbook that can’t be read.'],
  ['%PDF-1.7', 'counts.csv is a PDF. Its table has to be saved as CSV.'],
  ['a,b\n1,\u0000\n', 'counts.csv is not a table of text.'],
  ['"a,b\n1,2\n', 'The first row of counts.csv can’t be read.'],
  ['x'.repeat(1_000_001), 'counts.csv is not a table: it has a line longer than a million characters.'],
])('what is not a table is refused in a sentence: %#', async (content, sentence) => {
  await expect(rowsOf(content)).rejects.toThrow(sentence)
})

test.each([
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], /is an old Excel workbook/],
  ['a compressed file', [0x1f, 0x8b, 8, 0], /is compressed\. Unpack it first/],
])('%s is named for what it is', async (_, bytes, sentence) => {
  await expect(rowsOf(Uint8Array.from(bytes))).rejects.toThrow(sentence)
})

test.each([['a,b\n1,2\n'], ['a;b\r\n1;2\r\n'], ['a\tb\r1\t2'], ['a,b\r\n1,2\n']])(
  'the separator and the line ends are found: %j',
  async (content) => {
    expect(await cellsOf(content)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  },
)

test('the delimiter of a UTF-16 file is found as well', async () => {
  expect(await cellsOf(utf16('a;b\n1;2'))).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('blank rows are passed over and blank cells at the right are no columns', async () => {
  expect(await rowsOf('a,b,,\n1,2,,\n,,,\n\n3,4\n,,,\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2'] },
    { line: 5, cells: ['3', '4'] },
  ])
})

test('a last row cut short and a row too long are told apart', async () => {
  const rows = await rowsOf('a,b,c\n1,2,3\n1,2,3,4\n1,2')
  expect(rows.map((row) => row.problem)).toEqual([
    undefined,
    undefined,
    'This row has 4 columns, the first row has 3.',
    'This row has 2 of 3 columns; the file may be cut short.',
  ])
})

test('a quoted cell keeps its separators, quotation marks and lines, and its row counts from where it starts', async () => {
  expect(await rowsOf('a,b\n"1, ""one""","x\ny"\n3,4\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1, "one"', 'x\ny'] },
    { line: 4, cells: ['3', '4'] },
  ])
})

test('a stray quotation mark stands for itself', async () => {
  expect(await cellsOf('a,b\n1,5" pipe\n"2"x,3\n')).toEqual([
    ['a', 'b'],
    ['1', '5" pipe'],
    ['2x', '3'],
  ])
})

test('a quotation mark that is never closed costs its own row and no other', async () => {
  expect(await rowsOf('a,b\n1,2\n3,"4\n5,6\n7,8\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2'] },
    { line: 3, cells: [], problem: expect.stringContaining('opened here and never closed') },
    { line: 4, cells: ['5', '6'] },
    { line: 5, cells: ['7', '8'] },
  ])
})

test('the same holds in a file of many thousand rows', async () => {
  const rows = await rowsOf(`a,b\n"1,2\n${'3,4\n'.repeat(50_000)}`)
  expect(rows).toHaveLength(50_002)
  expect(rows.filter((row) => row.problem).map((row) => row.line)).toEqual([2])
})

test('whatever is written as CSV is read back', async () => {
  // Cells that are blank at the right end, and all-blank rows, are left out on purpose; hence the "x" in each row.
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é', ';') })
  const quoted = (cells: string[]) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell)), async (pairs) => {
      const rows = [['one', 'two', 'last'], ...pairs.map((pair) => [...pair, 'x'])]
      expect(await cellsOf(rows.map(quoted).join('\n'))).toEqual(rows)
    }),
  )
})
