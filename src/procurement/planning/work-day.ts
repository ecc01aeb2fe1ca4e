import { isWorkingDay, type WorkingCalendar } from '../../core/calendar/index.ts'
import { addDays, type IsoDate } from '../../core/values/index.ts'

/** Whether the holidays of a day are known; beyond the calendar only weekends are. */
export const isKnownDay = ({ from, to }: WorkingCalendar, day: IsoDate): boolean => day >= from && day <= to

const isWeekend = (day: IsoDate): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** Whether people work on a day; beyond the calendar, every weekday counts. */
export const isWorkDay = (calendar: WorkingCalendar, day: IsoDate): boolean =>
  isKnownDay(calendar, day) ? isWorkingDay(calendar, day) : !isWeekend(day)

/** The day itself when people work on it, or else the last working day before it. */
export function workDayUpTo(calendar: WorkingCalendar, day: IsoDate): IsoDate {
  let at = day
  while (!isWorkDay(calendar, at)) at = addDays(at, -1)
  return at
}

/** The day itself when people work on it, or else the next working day. */
export function workDayFrom(calendar: WorkingCalendar, day: IsoDate): IsoDate {
  let at = day
  while (!isWorkDay(calendar, at)) at = addDays(at, 1)
  return at
}

/** The working day a number of working days before (negative) or after a day. */
export function workDaysOn(calendar: WorkingCalendar, day: IsoDate, days: number): IsoDate {
  const step = days < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step)
    if (isWorkDay(calendar, at)) left -= 1
  }
  return at
}
