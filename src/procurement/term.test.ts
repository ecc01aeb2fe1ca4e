import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../core/values/index.ts'
import { afterMonths, agreedUntil, firstDay, inForceOn, stateAtEnd, yearsOf } from './term.ts'

const piece = (from: string, until: string | null, state: 'agreed' | 'suspended' | 'ended' = 'agreed') => ({
  from,
  until,
  state,
})

test('a contract begins with its first piece and is agreed until the end of its last that is not ended', () => {
  const terms = [
    piece('2020-01-01', '2022-01-01'),
    piece('2022-01-01', '2023-01-01', 'suspended'),
    piece('2023-01-01', '2024-01-01', 'ended'),
  ]
  expect(firstDay(terms)).toBe('2020-01-01')
  expect(agreedUntil(terms)).toBe('2023-01-01')
  expect(inForceOn(terms, '2021-12-31')).toBe(true)
  expect(inForceOn(terms, '2022-01-01')).toBe(false)
  expect(inForceOn(terms, '2023-01-01')).toBe(false)
})

test('a contract reaches its end resting where its last days do', () => {
  expect(stateAtEnd([piece('2020-01-01', '2022-01-01'), piece('2022-01-01', '2023-01-01', 'suspended')])).toBe(
    'suspended',
  )
  expect(stateAtEnd([piece('2020-01-01', '2021-01-01', 'suspended'), piece('2021-01-01', '2022-01-01')])).toBe('agreed')
  expect(stateAtEnd([piece('2020-01-01', null, 'suspended')])).toBe('suspended')
})

// Last days: 28 or 29 February, the end of a month, the last but one of January.
test.each([
  ['2028-02-29', 12, '2029-03-01'],
  ['2028-02-29', 24, '2030-03-01'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2028-03-01', 24, '2030-03-01'],
  ['2027-03-01', 12, '2028-03-01'],
  ['2026-01-31', 1, '2026-03-01'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-05-01', 1, '2026-06-01'],
  ['2026-08-31', 6, '2027-03-01'],
])('from %s, %s months go to the day before %s', (from, months, until) => {
  expect(afterMonths(from, months)).toBe(until)
})

test('without an end it is agreed for good, and without a piece not at all', () => {
  expect(agreedUntil([piece('2020-01-01', null)])).toBeNull()
  expect(agreedUntil([piece('2020-01-01', '2021-01-01', 'ended')])).toBeUndefined()
  expect(firstDay([])).toBeUndefined()
})

test.each([
  ['2025-04-01', '2028-04-01', 3],
  ['2025-04-01', '2028-04-02', 4],
  ['2025-04-01', '2025-04-02', 1],
  ['2024-02-29', '2025-03-01', 1],
  ['2024-02-29', '2025-03-02', 2],
  ['2024-02-29', '2028-02-29', 4],
  ['2023-02-28', '2024-02-29', 2],
  ['2025-04-01', null, 4],
])('from %s until %s are %s years, begun ones counted whole', (from, until, years) => {
  expect(yearsOf({ from, until })).toBe(years)
})

test('years never shrink as days are added, and no year is longer than its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (start, length) => {
      const from = addDays('2020-01-01', start)
      const years = yearsOf({ from, until: addDays(from, length) })
      expect(years).toBeLessThanOrEqual(yearsOf({ from, until: addDays(from, length + 1) }))
      expect(years).toBeGreaterThanOrEqual(length / 366)
      expect(years).toBeLessThan(length / 365 + 1.01)
    }),
  )
})
