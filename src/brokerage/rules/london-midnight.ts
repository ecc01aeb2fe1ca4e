import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../core/values/index.ts'

/** The instant at which a day begins in London, or one some days after it. */
export const londonMidnight = (day: IsoDate, daysAfter = 0): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: daysAfter }).toZonedDateTime('Europe/London').epochMilliseconds)
