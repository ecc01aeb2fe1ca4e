import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenInSparse, type SparseSum } from './sparse-table.ts'

const limit = 3
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const idOf = (area: string | number, reason: string | number) => `${area}/${reason}`

/** A table of areas by reasons with all its margins, as it is kept and as it adds up. */
function tableOf(rows: readonly (readonly number[])[]) {
  const values = new Map<string, number>()
  const sums: SparseSum[] = []
  const reasons = [...(rows[0] ?? []).keys()]
  for (const [area, row] of rows.entries()) {
    for (const [reason, value] of row.entries()) values.set(idOf(area, reason), value)
    values.set(idOf(area, 'all'), sum(row))
    sums.push({ total: idOf(area, 'all'), parts: reasons.map((reason) => idOf(area, reason)) })
  }
  for (const reason of reasons) {
    values.set(idOf('all', reason), sum(rows.map((row) => row[reason] ?? 0)))
    sums.push({ total: idOf('all', reason), parts: rows.map((_, area) => idOf(area, reason)) })
  }
  values.set(idOf('all', 'all'), sum(rows.map(sum)))
  sums.push({ total: idOf('all', 'all'), parts: rows.map((_, area) => idOf(area, 'all')) })
  sums.push({ total: idOf('all', 'all'), parts: reasons.map((reason) => idOf('all', reason)) })
  return { values, sums }
}

/** Every table of two areas by two reasons that prints the same: what its readers can't tell apart. */
function readings(shown: ReadonlyMap<string, number>, most: number): Map<string, number>[] {
  const range = (id: string) => {
    const told = shown.get(id)
    return told === undefined ? Array.from({ length: most + 1 }, (_, value) => value) : [told]
  }
  return range('0/0').flatMap((a) =>
    range('0/1').flatMap((b) =>
      range('1/0').flatMap((c) =>
        range('1/1').flatMap((d) => {
          const { values } = tableOf([
            [a, b],
            [c, d],
          ])
          return [...shown].every(([id, value]) => values.get(id) === value) ? [values] : []
        }),
      ),
    ),
  )
}

test('whoever tries all tables that print the same finds two answers for every small number', () => {
  const number = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(fc.tuple(fc.tuple(number, number), fc.tuple(number, number)), (table) => {
      const { values, sums } = tableOf(table)
      const hidden = hiddenInSparse(values, sums, limit)
      // Noughts are not told either.
      const shown = new Map([...values].filter(([id, value]) => value > 0 && !hidden.has(id)))
      const possible = readings(shown, 8)
      expect(possible.length).toBeGreaterThan(0)
      for (const [id, value] of values) {
        if (value === 0 || value >= limit) continue
        const answers = new Set(possible.map((reading) => reading.get(id)))
        expect([id, answers.size]).not.toEqual([id, 1])
      }
    }),
    { numRuns: 60 },
  )
})

test('of every sum that is shown, what is hidden in it is nobody or enough people', () => {
  const rows = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 7,
    }),
  )
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 10 }), (table, least) => {
      const { values, sums } = tableOf(table)
      const hidden = hiddenInSparse(values, sums, least)
      for (const [id, value] of values) if (value > 0 && value < least) expect(hidden).toContain(id)
      for (const { total, parts } of sums) {
        if (hidden.has(total)) continue
        const rest = sum(parts.map((part) => (hidden.has(part) ? (values.get(part) ?? 0) : 0)))
        expect(rest === 0 || rest >= least).toBe(true)
      }
    }),
  )
})

test('a table without small numbers is shown whole', () => {
  const { values, sums } = tableOf([
    [5, 9],
    [0, 12],
  ])
  expect(hiddenInSparse(values, sums, 5)).toEqual(new Set())
})

test('what a total has beyond its named parts stays as unknown as a part that is hidden', () => {
  const values = new Map([
    ['all', 12],
    ['north', 9],
  ])
  expect(hiddenInSparse(values, [{ total: 'all', parts: ['north'] }], 5)).toEqual(new Set(['north']))
})
