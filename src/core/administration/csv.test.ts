import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@x', '\tx', 'a,b', 'a"b', 'a\r\nb', ' a '))

test('no cell starts a formula, and what is read back is what was written but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(csvOf([['one', 'two'], ...rows]))
      expect(read.slice(1)).toHaveLength(rows.length)
      for (const [at, row] of read.slice(1).entries()) {
        for (const [column, text] of row.entries()) {
          expect(text).not.toMatch(/^[=+\-@\t\r]/)
          expect([rows[at]?.[column], `'${rows[at]?.[column]}`]).toContain(text)
        }
      }
    }),
  )
})
