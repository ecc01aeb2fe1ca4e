import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { clockRuns, dueAfter, minutesLeft } from './working-clock.ts'

const calendar: WorkingCalendar = {
  nation: 'scotland',
  from: '2026-01-01',
  to: '2028-12-31',
  holidays: [
    { date: '2026-11-30', name: 'St Andrew’s Day' },
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-12-28', name: 'Boxing Day', reason: 'substitute for 2026-12-26' },
  ],
}
const hours = { days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '18:00' }
const at = (text: string) => new Date(text)

test('three working hours from Monday at 16:00 are over on Tuesday at 09:00', () => {
  expect(dueAfter(calendar, hours, at('2026-11-23T16:00:00Z'), 180)).toEqual(at('2026-11-24T09:00:00Z'))
  expect(minutesLeft(calendar, hours, at('2026-11-23T17:30:00Z'), at('2026-11-24T09:00:00Z'))).toBe(90)
})

test('a window over Christmas rests on the holiday, the Saturday that was one, the Sunday and its substitute', () => {
  expect(dueAfter(calendar, hours, at('2026-12-24T17:00:00Z'), 120)).toEqual(at('2026-12-29T09:00:00Z'))
})

test('begun minutes are left whole, and none once it is due', () => {
  const due = at('2026-11-24T12:00:00Z')
  expect(minutesLeft(calendar, hours, at('2026-11-24T11:59:01Z'), due)).toBe(1)
  expect(minutesLeft(calendar, hours, due, due)).toBe(0)
  expect(minutesLeft(calendar, hours, at('2026-11-25T12:00:00Z'), due)).toBe(0)
  // Due at night, as when a rule changed its hours: nothing of it is left to work.
  expect(minutesLeft(calendar, hours, at('2026-11-24T19:00:00Z'), at('2026-11-24T20:00:00Z'))).toBe(0)
})

test('the clock runs on a Saturday and rests at night, on Sundays and on holidays', () => {
  const runs = ['2026-11-28T08:00:00Z', '2026-11-28T18:00:00Z', '2026-11-29T10:00:00Z', '2026-11-30T10:00:00Z']
  expect(runs.map((text) => clockRuns(calendar, hours, at(text)))).toEqual([true, false, false, false])
})

test('what is left of a window when it begins is the window, and a rest in between gives back what was left', () => {
  const instant = fc.date({ min: at('2026-02-01T00:00:00Z'), max: at('2028-10-01T00:00:00Z'), noInvalidDate: true })
  const minutes = fc.integer({ min: 1, max: 3000 })
  fc.assert(
    fc.property(instant, minutes, fc.double({ min: 0, max: 1, noNaN: true }), (sent, window, share) => {
      const due = dueAfter(calendar, hours, sent, window)
      expect(minutesLeft(calendar, hours, sent, due)).toBe(window)
      const rest = new Date(sent.getTime() + Math.floor((due.getTime() - sent.getTime()) * share))
      const left = minutesLeft(calendar, hours, rest, due)
      const again = dueAfter(calendar, hours, rest, left)
      // A begun minute counts whole, so that a rest never shortens a window.
      expect(again.getTime()).toBeGreaterThanOrEqual(due.getTime())
      expect(minutesLeft(calendar, hours, due, again)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})
