import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf, totalsOf } from './totals.ts'

const pence = fc.integer({ min: 0, max: 10_000_000_000 })
const line = fc.tuple(pence, pence).map(([inHouse, purchased]) => ({ inHouse, purchased, total: inHouse + purchased }))

test('lines add up to the same whatever their order, and the parts add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const totals = totalsOf(lines)
      expect(totalsOf(lines.toReversed())).toEqual(totals)
      expect((totals.inHouse ?? 0) + (totals.purchased ?? 0)).toBe(totals.total)
    }),
  )
})

test('the shares of the lines make a hundred within the rounding of each', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const { total } = totalsOf(lines)
      fc.pre(total > 0)
      const sum = lines.reduce((before, one) => before + (shareOf(one.total, total) ?? 0), 0)
      expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.05 * lines.length + 1e-6)
    }),
  )
})

test('a part that one line lacks has no sum, and a lost amount counts for nothing', () => {
  const known = { inHouse: 100, purchased: 300, total: 400 }
  expect(totalsOf([known, { inHouse: null, purchased: 50, total: 60 }])).toEqual({
    inHouse: null,
    purchased: 350,
    total: 460,
  })
  expect(totalsOf([known, { inHouse: null, purchased: null, total: null }])).toEqual(known)
  expect(totalsOf([])).toEqual({ inHouse: null, purchased: null, total: 0 })
})

test('a share of nothing, or of what is not known, is not a number', () => {
  expect([shareOf(18_178, 37_109), shareOf(0, 5), shareOf(0, 0), shareOf(null, 5), shareOf(5, null)]).toEqual([
    49,
    0,
    null,
    null,
    null,
  ])
})
