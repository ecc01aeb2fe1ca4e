import { Temporal } from 'temporal-polyfill'
import { addDays, type IsoDate, londonDate } from '../values/index.ts'
import { isWorkedDay, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** The hours of a working day in London time, as `HH:MM`; the end is not worked. */
export interface WorkingHours {
  readonly from: string
  readonly to: string
  /** ISO weekdays that are worked; Monday to Friday when left out. Holidays never are. */
  readonly days?: readonly number[]
}

const officeHours: WorkingHours = { from: '09:00', to: '17:00' }

const worked = (calendar: WorkingCalendar, date: IsoDate, { days }: WorkingHours): boolean =>
  days ? isWorkedDay(calendar, date, days) : isWorkingDay(calendar, date)

const minute = 60_000

/** The start and end of a working day in milliseconds since 1970. */
function windowOf(date: IsoDate, hours: WorkingHours): { start: number; end: number } {
  const at = (time: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).epochMilliseconds
  return { start: at(hours.from), end: at(hours.to) }
}

/**
 * The instant at which a number of working minutes has run from an instant; back from it when negative. Time outside
 * the working hours does not count. Going forward it ends no later than the end of a working day, going back no
 * earlier than the start of one; with 0 minutes it is the instant itself, or the start of the next working day.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: Date,
  minutes: number,
  hours: WorkingHours = officeHours,
): Date {
  if (hours.from >= hours.to) throw new Error(`Working hours from ${hours.from} to ${hours.to} have no length.`)
  if (hours.days?.length === 0) throw new Error('Working hours on no weekday never run.')
  return minutes < 0
    ? backward(calendar, from, -minutes * minute, hours)
    : forward(calendar, from, minutes * minute, hours)
}

function forward(calendar: WorkingCalendar, from: Date, duration: number, hours: WorkingHours): Date {
  let left = duration
  for (let date = londonDate(from); ; date = addDays(date, 1)) {
    if (!worked(calendar, date, hours)) continue
    const { start, end } = windowOf(date, hours)
    const begin = Math.max(start, from.getTime())
    if (begin < end && left <= end - begin) return new Date(begin + left)
    left -= Math.max(0, end - begin)
  }
}

function backward(calendar: WorkingCalendar, from: Date, duration: number, hours: WorkingHours): Date {
  let left = duration
  for (let date = londonDate(from); ; date = addDays(date, -1)) {
    if (!worked(calendar, date, hours)) continue
    const { start, end } = windowOf(date, hours)
    const begin = Math.min(end, from.getTime())
    if (begin > start && left <= begin - start) return new Date(begin - left)
    left -= Math.max(0, begin - start)
  }
}

/** The working minutes from one instant to another; negative when the other is earlier. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  hours: WorkingHours = officeHours,
): number {
  if (to < from) return -workingMinutesBetween(calendar, to, from, hours)
  let total = 0
  for (let date = londonDate(from); date <= londonDate(to); date = addDays(date, 1)) {
    if (!worked(calendar, date, hours)) continue
    const { start, end } = windowOf(date, hours)
    total += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()))
  }
  return total / minute
}
