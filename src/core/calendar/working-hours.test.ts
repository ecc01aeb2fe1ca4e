import fc from 'fast-check'
import { expect, test } from 'vitest'
import { londonDate } from '../values/index.ts'
import { nationalCalendars } from './bank-holidays/nations.ts'
import { isWorkedDay, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'
import { addWorkingMinutes, workingMinutesBetween } from './working-hours.ts'

const [scotland, england] = nationalCalendars as [WorkingCalendar, WorkingCalendar]
const calendar = fc.constantFrom(scotland, england)
const instant = fc.date({
  min: new Date('2012-06-01T00:00:00Z'),
  max: new Date('2029-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const minutes = fc.integer({ min: 1, max: 10_000 })
const at = (text: string) => new Date(text)

test('four working hours from Friday afternoon end on Monday', () => {
  expect(addWorkingMinutes(scotland, at('2026-11-20T15:00:00Z'), 240)).toEqual(at('2026-11-23T11:00:00Z'))
})

test('a clock that starts at night starts in the morning', () => {
  expect(addWorkingMinutes(scotland, at('2026-11-23T22:00:00Z'), 30)).toEqual(at('2026-11-24T09:30:00Z'))
  expect(addWorkingMinutes(scotland, at('2026-11-23T22:00:00Z'), 0)).toEqual(at('2026-11-24T09:00:00Z'))
})

test('minutes that fill the day end at the end of it, not on the next morning', () => {
  expect(addWorkingMinutes(scotland, at('2026-11-23T09:00:00Z'), 480)).toEqual(at('2026-11-23T17:00:00Z'))
})

test('over the weekend on which the clocks change, hours stay the hours on the wall', () => {
  // Spring: 16:00 on Friday 27 March is 16:00 UTC; two working hours later it is 10:00 on Monday, 09:00 UTC.
  expect(addWorkingMinutes(england, at('2026-03-27T16:00:00Z'), 120)).toEqual(at('2026-03-30T09:00:00Z'))
  // Autumn: 16:00 on Friday 23 October is 15:00 UTC; two working hours later it is 10:00 on Monday, 10:00 UTC.
  expect(addWorkingMinutes(england, at('2026-10-23T15:00:00Z'), 120)).toEqual(at('2026-10-26T10:00:00Z'))
})

test('going back from Monday morning reaches Friday afternoon', () => {
  expect(addWorkingMinutes(scotland, at('2026-11-23T10:00:00Z'), -120)).toEqual(at('2026-11-20T16:00:00Z'))
})

test('a broker’s evening and weekend hours may be given', () => {
  const hours = { from: '07:00', to: '23:00' }
  expect(addWorkingMinutes(scotland, at('2026-11-23T22:00:00Z'), 120, hours)).toEqual(at('2026-11-24T08:00:00Z'))
  expect(() => addWorkingMinutes(scotland, at('2026-11-23T22:00:00Z'), 1, { from: '17:00', to: '09:00' })).toThrow(
    /no length/,
  )
})

test('adding working minutes ends on a working day within the hours', () => {
  fc.assert(
    fc.property(calendar, instant, minutes, (of, from, count) => {
      const end = addWorkingMinutes(of, from, count)
      expect(isWorkingDay(of, londonDate(end))).toBe(true)
      const wall = end.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })
      expect(wall >= '09:00:00' && wall <= '17:00:00').toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the minutes between are the minutes added, and subtracting them comes back', () => {
  fc.assert(
    fc.property(calendar, instant, minutes, (of, any, count) => {
      const from = addWorkingMinutes(of, any, 0)
      const end = addWorkingMinutes(of, from, count)
      expect(workingMinutesBetween(of, from, end)).toBe(count)
      expect(workingMinutesBetween(of, end, from)).toBe(-count)
      expect(addWorkingMinutes(of, end, -count)).toEqual(from)
    }),
    { numRuns: 60 },
  )
})

test('more minutes never end earlier', () => {
  fc.assert(
    fc.property(calendar, instant, minutes, minutes, (of, from, some, more) => {
      expect(addWorkingMinutes(of, from, some + more) >= addWorkingMinutes(of, from, some)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('a desk that works on Saturdays goes on then, and rests on Sundays and holidays', () => {
  const hours = { days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '18:00' }
  // Friday 20 November 17:00, three hours: one on Friday, two on Saturday morning.
  expect(addWorkingMinutes(scotland, at('2026-11-20T17:00:00Z'), 180, hours)).toEqual(at('2026-11-21T10:00:00Z'))
  expect(addWorkingMinutes(scotland, at('2026-11-21T17:00:00Z'), 120, hours)).toEqual(at('2026-11-23T09:00:00Z'))
  expect(workingMinutesBetween(scotland, at('2026-11-20T17:00:00Z'), at('2026-11-23T09:00:00Z'), hours)).toBe(720)
})

test('a Saturday that is Christmas Day is not worked, though the holiday is kept on the Monday', () => {
  const hours = { days: [6], from: '08:00', to: '18:00' }
  expect(isWorkedDay(scotland, '2027-12-25', hours.days)).toBe(false)
  expect(addWorkingMinutes(scotland, at('2027-12-24T12:00:00Z'), 1, hours)).toEqual(at('2028-01-08T08:01:00Z'))
})

test('hours on no weekday are refused, because they never run', () => {
  const hours = { days: [], from: '08:00', to: '18:00' }
  expect(() => addWorkingMinutes(scotland, at('2026-11-20T17:00:00Z'), 1, hours)).toThrow(/never run/)
})
