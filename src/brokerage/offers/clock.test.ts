import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleHours, sampleSteps } from '../../../test/support/brokerage.ts'
import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { furtherAt, resting, running, windowOf } from './clock.ts'

const calendar: WorkingCalendar = { nation: 'scotland', from: '2026-01-01', to: '2027-12-31', holidays: [] }
const clock = {
  calendar,
  rule: {
    ...{ id: 'rule', versionId: 'version', name: 'Care at home', version: 1, contractId: null, until: null },
    ...{ serviceType: 'care-at-home', from: '2026-01-01', hours: sampleHours, steps: sampleSteps },
  },
}
const monday = new Date('2026-11-23T10:00:00Z')
const minutes = (count: number) => new Date(monday.getTime() + count * 60_000)

test('a clock runs for its window, and reminds when a quarter of it is left', () => {
  expect(running(clock, monday, 180, 180)).toEqual({
    due_at: minutes(180),
    left_minutes: null,
    remind_at: minutes(135),
  })
  // What is left after a rest is less than a quarter: there is nobody to remind any more.
  expect(running(clock, monday, 40, 180)).toEqual({ due_at: minutes(40), left_minutes: null, remind_at: null })
  expect(furtherAt(clock, monday, windowOf(clock, 3))).toEqual(minutes(240))
  expect(() => windowOf(clock, 4)).toThrow('no step 4')
})

test('a clock that rests and runs on again loses no working minute, whenever that is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      (window, until, rest) => {
        const face = running(clock, monday, window, window)
        const due = face.due_at ?? monday
        const stopped = new Date(Math.min(minutes(until).getTime(), due.getTime()))
        const rested = resting(clock, stopped, { dueAt: due, leftMinutes: null })
        expect(rested).toMatchObject({ due_at: null, remind_at: null })
        expect(resting(clock, monday, { dueAt: null, leftMinutes: rested.left_minutes })).toEqual(rested)
        const again = new Date(stopped.getTime() + rest * 60_000)
        const left = rested.left_minutes ?? -1
        expect(left).toBeGreaterThanOrEqual(0)
        const after = running(clock, again, left, window).due_at
        if (rest === 0 && left > 0) expect(after).toEqual(due)
        expect((after ?? monday).getTime()).toBeGreaterThanOrEqual(due.getTime())
      },
    ),
  )
})
