import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/index.ts'
import { type Period, periodFrom, rangeOf, without } from './period.ts'

const start = '2026-01-01'
const holds = (period: Period, day: string) => period.from <= day && (period.until === null || day < period.until)
const period = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 1, max: 8 })))
  .map(([from, days]) => ({
    from: addDays(start, from),
    until: days === null ? null : addDays(start, from + days),
  }))

test('what is left of a period is every day of it that the other has not, once each', () => {
  fc.assert(
    fc.property(period, period, (whole, cut) => {
      const left = without(whole, cut)
      for (let n = 0; n < 25; n += 1) {
        const day = addDays(start, n)
        expect(left.filter((part) => holds(part, day))).toHaveLength(holds(whole, day) && !holds(cut, day) ? 1 : 0)
      }
    }),
  )
})

test('a period is read as it is written', () => {
  fc.assert(
    fc.property(period, (any) => {
      expect(periodFrom(rangeOf(any))).toEqual(any)
    }),
  )
})
