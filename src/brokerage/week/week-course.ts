import {
  addWorkingMinutes,
  isWorkingDay,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../../core/calendar/index.ts'
import { addDays, type IsoDate, londonDate, type Random } from '../../core/values/index.ts'

/** Hours in which care managers ask and brokers press buttons. */
const desk = { from: '08:30', to: '17:00' }

/** The days played: from the morning of the first working day up to now, so that nothing stands in the future. */
export interface WeekCourse {
  readonly from: Date
  readonly until: Date
  /** When care managers ask, in order. */
  readonly requests: readonly Date[]
}

/** The last working days up to a moment, and the moments at which care is asked for in them. */
export function weekCourse(
  random: Random,
  calendar: WorkingCalendar,
  { days, aDay, until }: { readonly days: number; readonly aDay: number; readonly until: Date },
): WeekCourse {
  const from = addWorkingMinutes(calendar, startOf(calendar, until, days), 0, desk)
  const minutes = Math.floor(workingMinutesBetween(calendar, from, until, desk))
  const requests = Array.from({ length: days * aDay }, () =>
    addWorkingMinutes(calendar, from, random.between(1, Math.max(1, minutes - 20)), desk),
  )
  // Something has just been asked, and something not been sent yet, whatever the hour at which the days end.
  const latest = [31, 14, 4].map((before) => new Date(until.getTime() - before * 60_000))
  const all = [...requests.filter((at) => at < until), ...latest]
  return { from, until, requests: all.toSorted((a, b) => a.getTime() - b.getTime()) }
}

/** Working minutes of a day after which it counts as one of those played: before, nothing could have happened in it. */
const begun = 60

/** Midnight, or a little before, of so many working days back; today counts when work has begun in it. */
function startOf(calendar: WorkingCalendar, until: Date, days: number): Date {
  const today = londonDate(until)
  const worked = workingMinutesBetween(calendar, new Date(`${today}T00:00:00Z`), until, desk)
  let day: IsoDate = worked < begun ? addDays(today, -1) : today
  for (let left = days; ; day = addDays(day, -1)) {
    if (isWorkingDay(calendar, day)) left -= 1
    if (left === 0) return new Date(`${day}T00:00:00Z`)
  }
}

/** A moment so many minutes of the desk's day later. */
export const deskMinutesAfter = (calendar: WorkingCalendar, at: Date, minutes: number): Date =>
  addWorkingMinutes(calendar, at, minutes, desk)

/** When the broker sends offers for what was asked at a moment: soon, for the latest of a week before it ends. */
export function sendingAfter({ until }: WeekCourse, calendar: WorkingCalendar, at: Date, minutes: number): Date {
  const usual = deskMinutesAfter(calendar, at, minutes)
  const soon = new Date(at.getTime() + 8 * 60_000)
  return usual > until && until.getTime() - at.getTime() < 3_600_000 ? soon : usual
}
