import { addWorkingMinutes, type WorkingCalendar, workingMinutesBetween } from '../../core/calendar/index.ts'
import type { ClockHours } from '../offer-rule.ts'

/** When a number of working minutes has run; with none, the next moment at which the clock runs. */
export const dueAfter = (calendar: WorkingCalendar, hours: ClockHours, from: Date, minutes: number): Date =>
  addWorkingMinutes(calendar, from, minutes, hours)

/** Working minutes until something is due, begun ones whole; 0 once it is. */
export const minutesLeft = (calendar: WorkingCalendar, hours: ClockHours, now: Date, due: Date): number =>
  due <= now ? 0 : Math.ceil(workingMinutesBetween(calendar, now, due, hours))

/** Whether the clock runs at an instant. */
export const clockRuns = (calendar: WorkingCalendar, hours: ClockHours, at: Date): boolean =>
  dueAfter(calendar, hours, at, 0).getTime() === at.getTime()
