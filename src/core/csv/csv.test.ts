import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvCell, csvOf, guarded } from './csv.ts'

const cell: fc.Arbitrary<CsvCell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '+44', '-5', '-5.25', '-5e', '@SUM(A1)', '\tx', '\rx', 'a\r\nb', '"', ',', ' edge ', ''),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)

const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))

test('what is read back is what was written, but for the apostrophe before formulas', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const read: string[][] = parse(csvOf(rows), { record_delimiter: '\r\n' })
      const written = rows.map((row) =>
        row.map((each) => (each === null ? '' : typeof each === 'string' ? guarded(each) : String(each))),
      )
      expect(read).toEqual(written)
    }),
    { numRuns: 500 },
  )
})

test('no cell that was text starts a formula, and taking the apostrophe away gives the text again', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const safe = guarded(text)
      expect(safe === text || safe === `'${text}`).toBe(true)
      expect(/^[=+@\t\r]/.test(safe)).toBe(false)
      if (safe.startsWith('-')) expect(Number.isFinite(Number(safe))).toBe(true)
    }),
  )
})

test.each([
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  ['+44 1506', `'+44 1506`],
  ['-1+cmd', `'-1+cmd`],
  ['@x', `'@x`],
  ['-12.5', '-12.5'],
  ['75+', '75+'],
  ['−5', '−5'],
])('%s is written as %s', (text, written) => {
  expect(guarded(text)).toBe(written)
})

test('lines end in CRLF, numbers are plain and a row of nothing is still a row', () => {
  expect(csvOf([['amount'], [-3.5], [null], ['a,b'], [true]])).toBe('amount\r\n-3.5\r\n""\r\n"a,b"\r\ntrue\r\n')
})
