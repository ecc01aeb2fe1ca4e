import { invalid } from '../errors/index.ts'
import type { IsoDate } from '../values/index.ts'

/** The nations whose law sets the working days. */
export type Nation = 'scotland' | 'england'

/** A weekday on which nobody is expected to work. */
export interface Holiday {
  date: IsoDate
  name: string
  /** Why it differs from what the rule gives for the year. */
  reason?: string
}

/** The working days of a nation, or of a partnership when its local holidays were added, between two dates. */
export interface WorkingCalendar {
  nation: Nation
  from: IsoDate
  to: IsoDate
  /** In order of date; no date twice. */
  holidays: readonly Holiday[]
}

const day = 86_400_000
const dayNumber = (date: IsoDate): number => Date.parse(date) / day
const dateOf = (number: number): IsoDate => new Date(number * day).toISOString().slice(0, 10)
// Day 0 was a Thursday, ISO weekday 4.
const weekdayOf = (date: IsoDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/** ISO weekdays on which offices work. */
const officeDays: readonly number[] = [1, 2, 3, 4, 5]

const restDates = new WeakMap<WorkingCalendar, ReadonlySet<IsoDate>>()

/** The holidays, and the days at weekends whose holiday was moved: those who work on Saturdays do not on Christmas Day. */
function restDaysOf(calendar: WorkingCalendar): ReadonlySet<IsoDate> {
  const days = ({ date, reason = '' }: Holiday) => [date, /^substitute for (\S+)$/.exec(reason)?.[1] ?? date]
  const known = restDates.get(calendar) ?? new Set(calendar.holidays.flatMap(days))
  restDates.set(calendar, known)
  return known
}

/** Whether a date is worked by those who work on some weekdays, ISO-numbered; one outside the calendar is refused, because its holidays are not known. */
export function isWorkedDay(calendar: WorkingCalendar, date: IsoDate, days: readonly number[]): boolean {
  if (date < calendar.from || date > calendar.to) {
    throw invalid(`Working days are known from ${calendar.from} to ${calendar.to}; ${date} is outside.`)
  }
  return days.includes(weekdayOf(date)) && !restDaysOf(calendar).has(date)
}

/** Whether offices work on a date. */
export const isWorkingDay = (calendar: WorkingCalendar, date: IsoDate): boolean =>
  isWorkedDay(calendar, date, officeDays)

/**
 * The working day that lies a number of working days after a date, the date itself not counted; before it when the
 * number is negative. With 0: the date itself, or the next working day when it is not one.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: IsoDate, days: number): IsoDate {
  if (!Number.isInteger(days)) throw new Error(`Working days are counted whole, not ${days}.`)
  const step = days < 0 ? -1 : 1
  let at = dayNumber(date)
  if (days === 0) while (!isWorkingDay(calendar, dateOf(at))) at += 1
  for (let left = Math.abs(days); left > 0; ) {
    at += step
    if (isWorkingDay(calendar, dateOf(at))) left -= 1
  }
  return dateOf(at)
}

/** How many working days lie after one date up to and including another; negative when the other is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: IsoDate, to: IsoDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let at = dayNumber(from) + 1; at <= dayNumber(to); at += 1) if (isWorkingDay(calendar, dateOf(at))) count += 1
  return count
}

/** The calendar with holidays of a locality added. */
export function withLocalHolidays(calendar: WorkingCalendar, local: readonly Holiday[]): WorkingCalendar {
  const taken = new Set(calendar.holidays.map(({ date }) => date))
  const added = local.filter((holiday) => !taken.has(holiday.date))
  return { ...calendar, holidays: [...calendar.holidays, ...added].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}
