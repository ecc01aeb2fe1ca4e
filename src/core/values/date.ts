import { Temporal } from 'temporal-polyfill'

declare const unit: unique symbol

/** A calendar date as `YYYY-MM-DD`, with no time and no zone. */
export type IsoDate = string & { readonly [unit]?: 'date' }

/** Whether a text is a real calendar date in the form `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The calendar date in London at an instant: what "today" means to everyone who uses the product. */
export const londonDate = (at: Date): IsoDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London').toPlainDate().toString()

/** The date a number of days later (or earlier, when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(date).add({ days }).toString()

/** The date a number of months later (or earlier, when negative); the last day of a month that has no such day. */
export const addMonths = (date: IsoDate, months: number): IsoDate =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** How many whole months lie between two dates, and the days over. */
export function monthsBetween(from: IsoDate, to: IsoDate): { months: number; days: number } {
  const { months, days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'month' })
  return { months, days }
}
