import { Temporal } from 'temporal-polyfill'

declare const unit: unique symbol

/** A calendar date as `YYYY-MM-DD`, with no time and no zone. */
export type IsoDate = string & { readonly [unit]?: 'date' }

/** Whether a text is a real calendar date in the form `YYYY-MM-DD`, of the years 1000 to 2999: days added to later ones would need a fifth digit. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false
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

// By whole numbers: a register works back thousands of ends, day by day, and a calendar object for each takes seconds.
const day = 86_400_000
const dates = new Map<number, IsoDate>()

/** How many days a date lies after the first of 1970. */
export const dayNumber = (date: IsoDate): number => Date.parse(date) / day

/** The date that lies so many days after the first of 1970; the same few thousand come up over and over. */
export function dateOfDay(number: number): IsoDate {
  const known = dates.get(number)
  if (known) return known
  const date = new Date(number * day).toISOString().slice(0, 10)
  if (dates.size > 50_000) dates.clear()
  dates.set(number, date)
  return date
}

/** The date a number of days later (or earlier, when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days)

/** The date a number of months later (or earlier, when negative); the last day of a month that has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const whole = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(whole / 12)
  const month = whole - year * 12
  const last = month === 1 ? (isLeap(year) ? 29 : 28) : (monthDays[month] ?? 31)
  return dateOfDay(Date.UTC(year, month, Math.min(Number(date.slice(8)), last)) / day)
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** How many whole months lie between a date and a later one, and the days over. */
export function monthsBetween(from: IsoDate, to: IsoDate): { months: number; days: number } {
  const monthOf = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const most = monthOf(to) - monthOf(from)
  // From the 30th to the 28th of a February is short of a month, though the 30th plus months would fall on it.
  const months = to.slice(8) < from.slice(8) ? most - 1 : most
  return { months, days: (Date.parse(to) - Date.parse(addMonths(from, months))) / day }
}
