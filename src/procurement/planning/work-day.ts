import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { dayNumber, type IsoDate } from '../../core/values/index.ts'

/** Whether the holidays of a day are known; beyond the calendar only weekends are. */
export const isKnownDay = ({ from, to }: WorkingCalendar, day: IsoDate): boolean => day >= from && day <= to

const holidayNumbers = new WeakMap<WorkingCalendar, ReadonlySet<number>>()

function holidaysOf(calendar: WorkingCalendar): ReadonlySet<number> {
  const known = holidayNumbers.get(calendar) ?? new Set(calendar.holidays.map(({ date }) => dayNumber(date)))
  holidayNumbers.set(calendar, known)
  return known
}

// Day 0 was a Thursday, so days 2 and 3 of each week are the weekend.
const isWork = (holidays: ReadonlySet<number>, at: number): boolean => {
  const weekday = ((at % 7) + 7) % 7
  return weekday !== 2 && weekday !== 3 && !holidays.has(at)
}

function workNear(calendar: WorkingCalendar, day: number, step: 1 | -1): number {
  const holidays = holidaysOf(calendar)
  let at = day
  while (!isWork(holidays, at)) at += step
  return at
}

/** The day itself when people work on it, or else the last working day before it. */
export const workDayUpTo = (calendar: WorkingCalendar, day: number): number => workNear(calendar, day, -1)

/** The day itself when people work on it, or else the next working day. */
export const workDayFrom = (calendar: WorkingCalendar, day: number): number => workNear(calendar, day, 1)

/** The working day a number of working days before (negative) or after a day. */
export function workDaysOn(calendar: WorkingCalendar, day: number, days: number): number {
  const holidays = holidaysOf(calendar)
  const step = days < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(days); left > 0; ) {
    at += step
    if (isWork(holidays, at)) left -= 1
  }
  return at
}
