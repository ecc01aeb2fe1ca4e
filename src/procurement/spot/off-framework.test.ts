import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byContract, byMonth, reasonsOf, yearUpTo } from './off-framework.ts'

const months = ['2026-08', '2026-09', '2026-10']
const count = fc.record({
  month: fc.constantFrom(...months),
  contractId: fc.constantFrom('a', 'b'),
  reason: fc.constantFrom('No capacity', 'no capacity ', 'Too far', ''),
  orders: fc.integer({ min: 1, max: 20 }),
})

test('however orders are grouped, none is lost or counted twice', () => {
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const total = counts.reduce((sum, { orders }) => sum + orders, 0)
      const sum = (groups: readonly { orders: number }[]) => groups.reduce((all, { orders }) => all + orders, 0)
      const grouped = byMonth(counts, months)
      expect([sum(grouped), sum(byContract(counts)), sum(reasonsOf(counts))]).toEqual([total, total, total])
      for (const month of grouped) expect(sum(month.reasons)).toBe(month.orders)
      expect(reasonsOf(counts).length).toBeLessThanOrEqual(3)
    }),
  )
})

test('a month without orders is told, and the newest comes first', () => {
  expect(byMonth([{ month: '2026-09', contractId: 'a', reason: 'Too far', orders: 2 }], months)).toEqual([
    { month: '2026-10', orders: 0, reasons: [] },
    { month: '2026-09', orders: 2, reasons: [{ reason: 'Too far', orders: 2 }] },
    { month: '2026-08', orders: 0, reasons: [] },
  ])
})

test('a year is the twelve months up to a day, over the turn of the year as well', () => {
  expect(yearUpTo('2026-03-31')).toEqual([
    ...['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
    ...['2026-01', '2026-02', '2026-03'],
  ])
  expect(yearUpTo('2026-12-01')).toHaveLength(12)
  expect(yearUpTo('2026-12-01')[0]).toBe('2026-01')
})
