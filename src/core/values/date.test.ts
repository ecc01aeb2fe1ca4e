import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, addMonths, isIsoDate, monthsBetween } from './index.ts'

const date = fc
  .integer({ min: 0, max: 400 * 366 })
  .map((days) => Temporal.PlainDate.from('1800-01-01').add({ days }).toString())

test('days and months are added as the calendar adds them, over leap years and ends of months', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, number) => {
      const calendar = Temporal.PlainDate.from(from)
      expect(addDays(from, number)).toBe(calendar.add({ days: number }).toString())
      expect(addMonths(from, number % 600)).toBe(calendar.add({ months: number % 600 }).toString())
    }),
  )
})

test('31 January and a month is the last day of February', () => {
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
})

test('months between two dates are those that the calendar counts, with the days over', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 20_000 }), (from, days) => {
      const to = addDays(from, days)
      const counted = Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' })
      expect(monthsBetween(from, to)).toEqual({ months: counted.months, days: counted.days })
    }),
    { examples: [['2200-10-30', 8156]] },
  )
})

test('what is no day of the calendar, or so far off that days can’t be added to it, is no date', () => {
  expect(
    ['2026-02-29', '2026-13-01', '26-01-01', '9999-12-31', '3000-01-01', '0001-01-01', ''].filter(isIsoDate),
  ).toEqual([])
  expect(['2024-02-29', '1000-01-01', '2999-12-31'].filter((text) => !isIsoDate(text))).toEqual([])
})
