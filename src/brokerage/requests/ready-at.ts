import { Temporal } from 'temporal-polyfill'
import { type IsoDate, londonDate } from '../../core/values/index.ts'

/** The instant from which somebody waits who was ready on a day: its first, in London; now, when that is today. */
export const readyFrom = (day: IsoDate, now: Date): Date =>
  day === londonDate(now)
    ? now
    : new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London' }).epochMilliseconds)
