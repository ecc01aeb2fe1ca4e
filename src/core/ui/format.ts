import { type IsoDate, isIsoDate, type Pence } from '../values/index.ts'

const minus = '−'

/** A number in en-GB with thousands separators and a true minus; `digits` is how many decimals are always shown. */
export function number(value: number, digits?: number): string {
  const text = formatOf(digits).format(Math.abs(value))
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text
}

const formats = new Map<number | undefined, Intl.NumberFormat>()

/** Making a formatter costs a hundred times what using it does, and a table has hundreds of numbers. */
function formatOf(digits: number | undefined): Intl.NumberFormat {
  const known = formats.get(digits)
  if (known) return known
  const options =
    digits === undefined
      ? { maximumFractionDigits: 2 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const made = new Intl.NumberFormat('en-GB', options)
  formats.set(digits, made)
  return made
}

/** A number with its sign always shown, for differences: "+2", "−24", and plain "0". */
export function signed(value: number, digits = 0): string {
  const text = number(value, digits)
  return text.startsWith(minus) || !/[1-9]/.test(text) ? text : `+${text}`
}

/** A share already in per cent: `percent(36)` is "36%". */
export const percent = (value: number, digits = 0): string => `${number(value, digits)}%`

/** A difference in per cent with its sign: "+2%", "−24%". */
export const signedPercent = (value: number, digits = 0): string => `${signed(value, digits)}%`

/** Money exactly, for tables: pence are shown only where there are some. */
export function pounds(pence: Pence): string {
  const text = number(Math.abs(pence) / 100, pence % 100 === 0 ? 0 : 2)
  return `${pence < 0 ? minus : ''}£${text}`
}

const scales = [
  { from: 999_500_000, unit: 1_000_000_000, name: ' billion' },
  { from: 999_500, unit: 1_000_000, name: ' million' },
]

/** Money in words, for prose: "£44.1 million", "£770,000". Three significant digits; under £1,000 whole pounds. */
export function poundsShort(pence: Pence): string {
  const value = Math.abs(pence) / 100
  const scale = scales.find(({ from }) => value >= from)
  const text = scale
    ? `${number(toSignificant(value / scale.unit, 3))}${scale.name}`
    : number(value < 1000 ? Math.round(value) : toSignificant(value, 3))
  return `${pence < 0 && text !== '0' ? minus : ''}£${text}`
}

/**
 * A count for prose: "about 14,500". Three significant digits from 1,000, two from 100, smaller counts as they are.
 * The word stands only where something was rounded away.
 */
export function about(value: number): string {
  const size = Math.abs(value)
  const rounded = size < 100 ? Math.round(value) : toSignificant(value, size < 1000 ? 2 : 3)
  return rounded === value ? number(value) : `about ${number(rounded)}`
}

/** Minutes as hours and minutes: "14 hours", "5 hours 15 minutes", "45 minutes". */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const part = (count: number, word: string) => `${number(count)} ${word}${count === 1 ? '' : 's'}`
  return [hours > 0 && part(hours, 'hour'), (rest > 0 || hours === 0) && part(rest, 'minute')].filter(Boolean).join(' ')
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date as people write it: "24 November 2026". Throws when it is not a calendar date. */
export function longDate(date: IsoDate): string {
  const known = longDates.get(date)
  if (known) return known
  if (!isIsoDate(date)) throw new RangeError(`Not a calendar date: "${date}"`)
  const [year, month, day] = date.split('-').map(Number)
  const words = `${day} ${months[(month ?? 1) - 1]} ${year}`
  if (longDates.size > 5000) longDates.clear()
  longDates.set(date, words)
  return words
}

/** Checking a date takes a hundred times as long as looking it up, and pages name the same days over and over. */
const longDates = new Map<IsoDate, string>()

/** A month as people write it: "July 2016" for 2016-07. Throws when it is not a month. */
export function monthAndYear(month: string): string {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (!match) throw new RangeError(`Not a month: "${month}"`)
  return `${months[Number(match[2]) - 1]} ${match[1]}`
}

const toSignificant = (value: number, digits: number): number => Number(value.toPrecision(digits))
