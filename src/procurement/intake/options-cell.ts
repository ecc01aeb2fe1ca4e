import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'
import { afterMonths } from '../term.ts'

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const number = `(\\d{1,2}|${words.join('|')})`
const unit = '-?\\s*(months?|m|years?|yrs?|y)?'
const times = new RegExp(`^${number}\\s*(?:x|×|\\*|times)\\s*${number}${unit}$`, 'i')
const span = new RegExp(`^${number}${unit}$`, 'i')

/**
 * The rights to extend that a cell tells, as months in their order: "2 x 12 months", "12 months; 12 months", "1+1 years",
 * "2 years, year by year". Undefined when it can't be read.
 */
export function optionMonths(text: string): readonly number[] | undefined {
  const plain = text
    .trim()
    .replace(/\b(up to|a further|further|optional|extensions?|options?|of)\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const yearly = /^(.*?)[,;]? ?\(?(?:year by year|in yearly steps)\)?$/i.exec(plain)
  if (yearly?.[1]) {
    const whole = optionMonths(yearly[1])
    return whole && whole.length === 1 && (whole[0] ?? 0) % 12 === 0 ? repeated((whole[0] ?? 0) / 12, 12) : undefined
  }
  const parts = plain.split(/\s*(?:[;,+]| and )\s*/i)
  const last = unitOf(parts.at(-1) ?? '')
  const read = parts.map((part) => monthsOf(part, last))
  const months = read.flatMap((each) => each ?? [])
  return read.includes(undefined) || months.some((each) => each < 1) || months.length > 20 ? undefined : months
}

/** Options as they are understood, and what to say of that where the cell leaves it open. */
interface ReadOptions {
  readonly months: readonly number[]
  readonly remark: string | null
}

/** The rights to extend that a cell of a contract tells; "2+1+1" are years, as Scottish notices write them. */
export function optionsOf(text: string, term: { readonly start: IsoDate | null; readonly until: IsoDate | null }) {
  const years = /^\d{1,2}(\s*\+\s*\d{1,2})+$/.test(text.trim()) ? text.split('+').map(Number) : []
  const [first, ...rest] = years
  if (first === undefined || years.some((each) => each < 1 || each > mostYears)) {
    const months = optionMonths(text)
    return months && { months, remark: null }
  }
  // A notice counts the first term in: who wrote down its days as well wrote it twice.
  const counted = term.start !== null && term.until === afterMonths(term.start, first * 12)
  const options = counted ? rest : years
  const words = options.map((each) => (each === 1 ? '1 year' : `${each} years`)).join(', then ')
  const read: ReadOptions = {
    months: options.map((each) => each * 12),
    remark: counted
      ? `“${text}” is read as a first term of ${first === 1 ? '1 year' : `${first} years`}, then options of ${words}.`
      : `“${text}” is read as options of ${words}.`,
  }
  return read
}

/** A number without a unit above this is more likely months. */
const mostYears = 10

const unitOf = (part: string) => (times.exec(part)?.[3] ?? span.exec(part)?.[2])?.charAt(0).toLowerCase()

function monthsOf(part: string, last: string | undefined): readonly number[] | undefined {
  const [several, one] = [times.exec(part), span.exec(part)]
  // "1 + 1 years" names its unit once.
  const months = (unitOf(part) ?? last) === 'y' ? 12 : 1
  if ((unitOf(part) ?? last) === undefined) return undefined
  if (several) return repeated(amount(several[1]), amount(several[2]) * months)
  return one ? [amount(one[1]) * months] : undefined
}

const amount = (text = '') => (/\d/.test(text) ? Number(text) : words.indexOf(text.toLowerCase()) + 1)
const repeated = (count: number, months: number): number[] => Array.from({ length: count }, () => months)

/** The days of options that follow one another from a day on. */
export function optionDays(from: IsoDate, months: readonly number[]): (Days & { readonly until: IsoDate })[] {
  let gone = 0
  return months.map((each) => {
    // Counted from the first day, so that "31 January and a month and a month" does not creep.
    const begins = afterMonths(from, gone)
    gone += each
    return { from: begins, until: afterMonths(from, gone) }
  })
}

/** Options as a file says them, read back from their days; undefined where they are no whole months. */
export function optionWords(options: readonly Days[]): string | undefined {
  const first = options[0]
  if (!first) return ''
  const months = options.map(({ from, until }) => {
    if (until === null) return 0
    return Math.round(
      Temporal.PlainDate.from(from).until(until, { largestUnit: 'months' }).total({ unit: 'months', relativeTo: from }),
    )
  })
  const same = optionDays(first.from, months).every((days, at) => days.until === options[at]?.until)
  return same ? months.map((each) => `${each} months`).join('; ') : undefined
}
