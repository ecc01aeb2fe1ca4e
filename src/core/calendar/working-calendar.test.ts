import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/index.ts'
import { nationalCalendars } from './bank-holidays/nations.ts'
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
  withLocalHolidays,
  workingDaysBetween,
} from './working-calendar.ts'

const [scotland, england] = nationalCalendars as [WorkingCalendar, WorkingCalendar]
const calendar = fc.constantFrom(scotland, england)
const date = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2012-06-01', days))
const count = fc.integer({ min: 1, max: 250 })

test('Easter Monday is a working day in Scotland and not in England', () => {
  expect(isWorkingDay(scotland, '2026-04-06')).toBe(true)
  expect(isWorkingDay(england, '2026-04-06')).toBe(false)
  expect(isWorkingDay(scotland, '2026-11-21')).toBe(false) // a Saturday
})

test('ten working days over Christmas and New Year end later in Scotland', () => {
  expect(addWorkingDays(england, '2026-12-18', 10)).toBe('2027-01-06')
  expect(addWorkingDays(scotland, '2026-12-18', 10)).toBe('2027-01-07')
})

test('zero working days from a holiday is the next working day', () => {
  expect(addWorkingDays(scotland, '2026-12-25', 0)).toBe('2026-12-29')
})

test('a date outside the years of the calendar is refused in a sentence', () => {
  expect(() => isWorkingDay(scotland, '2010-12-31')).toThrow(
    'Working days are known from 2011-01-01 to 2030-12-31; 2010-12-31 is outside.',
  )
  expect(() => addWorkingDays(scotland, '2030-12-30', 5)).toThrow('2031-01-01 is outside')
})

test('a local holiday is added to the nation’s, and one on the same date is not counted twice', () => {
  const local = withLocalHolidays(scotland, [
    { date: '2026-06-09', name: 'Linlithgow Marches' },
    { date: '2026-12-25', name: 'Yule' },
  ])
  expect(isWorkingDay(local, '2026-06-09')).toBe(false)
  expect(isWorkingDay(scotland, '2026-06-09')).toBe(true)
  expect(local.holidays).toHaveLength(scotland.holidays.length + 1)
})

test('adding working days never lands on a holiday or a weekend', () => {
  fc.assert(
    fc.property(calendar, date, fc.integer({ min: -250, max: 250 }), (of, from, days) =>
      isWorkingDay(of, addWorkingDays(of, from, days)),
    ),
  )
})

test('adding then subtracting working days comes back, from any working day', () => {
  fc.assert(
    fc.property(calendar, date, count, (of, any, days) => {
      const from = addWorkingDays(of, any, 0)
      expect(addWorkingDays(of, addWorkingDays(of, from, days), -days)).toBe(from)
    }),
  )
})

test('the count between two dates is the number that was added', () => {
  fc.assert(
    fc.property(calendar, date, count, (of, from, days) => {
      expect(workingDaysBetween(of, from, addWorkingDays(of, from, days))).toBe(days)
      expect(workingDaysBetween(of, addWorkingDays(of, from, days), from)).toBe(-days)
    }),
  )
})

test('adding more working days, or starting later, never ends earlier', () => {
  fc.assert(
    fc.property(calendar, date, count, fc.integer({ min: 0, max: 30 }), (of, from, days, later) => {
      const end = addWorkingDays(of, from, days)
      expect(addWorkingDays(of, from, days + later) >= end).toBe(true)
      expect(addWorkingDays(of, addDays(from, later), days) >= end).toBe(true)
    }),
  )
})
