import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisPointsFrom, changeWords, scopeWords, upliftedPence } from './uplift-terms.ts'

test.each([
  ['3.5', 350],
  ['3.55 %', 355],
  ['0.05', 5],
  ['+2%', 200],
  ['−2.5', -250],
  ['-2', -200],
])('“%s” is %i hundredths of a per cent', (typed, basisPoints) => {
  expect(basisPointsFrom(typed)).toBe(basisPoints)
})

test.each([[''], ['three'], ['3.555'], ['3,5'], ['1000']])('“%s” is no percentage', (typed) => {
  expect(basisPointsFrom(typed)).toBeUndefined()
})

test('5% on £20.10 is £21.11: half a penny goes up', () => {
  expect(upliftedPence(2010, 500)).toBe(2111)
})

test('a price with a percentage on it is off by half a penny at most, and never falls when the percentage rises', () => {
  const pence = fc.integer({ min: 0, max: 1_000_000 })
  const basisPoints = fc.integer({ min: -2500, max: 5000 })
  fc.assert(
    fc.property(pence, basisPoints, (price, change) => {
      const exact = BigInt(price) * BigInt(10_000 + change)
      const off = BigInt(upliftedPence(price, change)) * 10_000n - exact
      expect(off > -5000n && off <= 5000n).toBe(true)
      expect(upliftedPence(price, change + 1)).toBeGreaterThanOrEqual(upliftedPence(price, change))
    }),
  )
})

test('a round says what it is about and by how much', () => {
  expect(scopeWords({ kind: 'lot', contractId: 'c', reference: 'WL-CON-00007', lotId: 'l', lot: '3' })).toBe(
    'Contract WL-CON-00007, lot 3',
  )
  expect(scopeWords({ kind: 'care-group', key: 'older-people', name: 'Older people' })).toBe(
    'Contracts for older people',
  )
  expect(changeWords({ kind: 'percent', basisPoints: 350 })).toBe('up 3.5%')
  expect(changeWords({ kind: 'percent', basisPoints: -200 })).toBe('down 2%')
  expect(changeWords({ kind: 'prices', prices: [{ lineId: 'a', pence: 1 }] })).toBe('one new price')
  expect(changeWords({ kind: 'table' })).toBe('as the national table says')
})
