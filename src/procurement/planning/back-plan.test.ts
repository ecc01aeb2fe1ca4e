import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalCalendars } from '../../core/calendar/bank-holidays/nations.ts'
import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { addDays, addMonths, dateOfDay, dayNumber } from '../../core/values/index.ts'
import { backPlan, forwardPlan, latestSafeStart } from './back-plan.ts'
import { isFirstOfMonth, monthsOn } from './day-number.ts'
import { type Step, stepUnits } from './step.ts'
import { workDayFrom } from './work-day.ts'

const calendar = nationalCalendars.find(({ nation }) => nation === 'scotland') as WorkingCalendar
const step = (amount: number, unit: Step['unit'], committee: string | null = null): Step => ({
  name: `${amount} ${unit}`,
  amount,
  unit,
  committee,
})
const none = new Map()

test('without steps, all that is needed is a working day', () => {
  // 31 March 2024 was Easter Sunday; 29 March was Good Friday, a holiday.
  expect(backPlan({ end: '2024-03-31', steps: [], committees: none, calendar }).latestSafeStart).toBe('2024-03-28')
})

test('steps follow one another, each from the latest day from which it is done in time', () => {
  const plan = backPlan({
    end: '2027-03-31',
    steps: [step(3, 'months'), step(6, 'weeks'), step(10, 'working-days')],
    committees: none,
    calendar,
  })
  expect(plan.steps.map(({ begins, ends }) => [begins, ends])).toEqual([
    ['2026-11-02', '2027-02-02'],
    ['2027-02-02', '2027-03-16'],
    // Ten working days: Good Friday, 26 March 2027, is none.
    ['2027-03-16', '2027-03-31'],
  ])
  expect(plan.latestSafeStart).toBe('2026-11-02')
  expect(plan.guessed).toBe(false)
})

const board = new Map([
  [
    'Example Board',
    [
      { on: '2026-09-24', papersBy: '2026-09-10' },
      { on: '2026-11-26', papersBy: '2026-11-12' },
      { on: '2027-01-28', papersBy: '2027-01-14' },
    ],
  ],
])

test('a step that a committee ends is worked back from its papers, for the last meeting that is early enough', () => {
  const steps = [step(4, 'weeks', 'Example Board'), step(2, 'months')]
  const plan = backPlan({ end: '2027-03-26', steps, committees: board, calendar })
  // Two months before 26 March is 26 January, two days before the meeting of January: that of November it is.
  expect(plan.steps[0]).toMatchObject({
    begins: '2026-10-15',
    ends: '2026-11-26',
    meeting: { committee: 'Example Board', on: '2026-11-26', papersBy: '2026-11-12' },
    undated: null,
  })
  const later = backPlan({ end: '2027-03-29', steps, committees: board, calendar })
  expect(later.steps[0]?.ends).toBe('2027-01-28')
})

test('a committee whose dates are not known for that time is worked back without, and says so', () => {
  const steps = [step(4, 'weeks', 'Example Board')]
  for (const committees of [board, none]) {
    const plan = backPlan({ end: '2030-03-29', steps, committees, calendar })
    expect(plan.steps[0]).toMatchObject({ begins: '2030-03-01', meeting: null, undated: 'Example Board' })
  }
})

test('beyond the calendar only weekends are left out, and the plan says so', () => {
  const plan = backPlan({ end: '2045-12-26', steps: [step(1, 'working-days')], committees: none, calendar })
  expect(plan).toMatchObject({ latestSafeStart: '2045-12-25', guessed: true })
})

const day = fc.integer({ min: 0, max: 3600 }).map((days) => addDays('2014-01-01', days))
const steps = fc.array(
  fc.record({ amount: fc.integer({ min: 0, max: 9 }), unit: fc.constantFrom(...stepUnits), met: fc.boolean() }),
  { maxLength: 6 },
)
/** A committee that met every six weeks for twenty years, papers in two weeks before. */
const often = new Map([
  [
    'Example Board',
    Array.from({ length: 180 }, (_, at) => addDays('2008-01-10', at * 42)).map((on) => ({
      on,
      papersBy: addDays(on, -14),
    })),
  ],
])

test('what begins on the latest safe start is done in time, and what begins a working day later is not', () => {
  fc.assert(
    fc.property(day, steps, (end, drawn) => {
      const asked = drawn.map(({ amount, unit, met }) => step(amount, unit, met ? 'Example Board' : null))
      const means = { steps: asked, committees: often, calendar }
      const safe = backPlan({ ...means, end }).latestSafeStart
      expect(forwardPlan({ ...means, start: safe }).end <= end).toBe(true)
      if (asked.length === 0) return
      const next = dateOfDay(workDayFrom(calendar, dayNumber(safe) + 1))
      expect(forwardPlan({ ...means, start: next }).end > end).toBe(true)
    }),
  )
})

test('steps never overlap, and none ends after the day by which all must be done', () => {
  fc.assert(
    fc.property(day, steps, (end, drawn) => {
      const asked = drawn.map(({ amount, unit, met }) => step(amount, unit, met ? 'Example Board' : null))
      const planned = backPlan({ end, steps: asked, committees: often, calendar }).steps
      for (const [at, one] of planned.entries()) {
        expect(one.begins <= one.ends).toBe(true)
        expect(one.ends <= (planned[at + 1]?.begins ?? end)).toBe(true)
      }
    }),
  )
})

test('the latest safe start alone is that of the whole plan, dates of committees known or not', () => {
  fc.assert(
    fc.property(day, steps, fc.constantFrom(often, board, none), (end, drawn, committees) => {
      const asked = drawn.map(({ amount, unit, met }) => step(amount, unit, met ? 'Example Board' : null))
      const means = { end, steps: asked, committees, calendar }
      expect(latestSafeStart(means)).toBe(backPlan(means).latestSafeStart)
    }),
  )
})

test('days as numbers are the days that dates are', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (date, months) => {
      expect(dateOfDay(dayNumber(date))).toBe(date)
      expect(dateOfDay(monthsOn(dayNumber(date), months))).toBe(addMonths(date, months))
      expect(isFirstOfMonth(dayNumber(date))).toBe(date.endsWith('-01'))
    }),
  )
})
