// Plans are worked out in days as numbers, and months without an object for each: a register asks for thousands at once.

/** Days of 400 years, and those from the first of March of year 0 to the first of 1970. */
const [era, origin] = [146_097, 719_468]

interface MonthDay {
  /** Counted from March of year 0: with leap days last in a year, months begin at the same days of every year. */
  readonly month: number
  /** 0 on the first. */
  readonly day: number
}

function monthDay(number: number): MonthDay {
  const since = number + origin
  const eras = Math.floor(since / era)
  const inEra = since - eras * era
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - yearStart(years)
  const month = Math.floor((5 * inYear + 2) / 153)
  return { month: (eras * 400 + years) * 12 + month, day: inYear - monthStart(month) }
}

const yearStart = (years: number): number => 365 * years + Math.floor(years / 4) - Math.floor(years / 100)
const monthStart = (month: number): number => Math.floor((153 * month + 2) / 5)

function firstOf(month: number): number {
  const year = Math.floor(month / 12)
  const eras = Math.floor(year / 400)
  return eras * era + yearStart(year - eras * 400) + monthStart(month - year * 12) - origin
}

/** The day a number of months later (or earlier, when negative); the last day of a month that has no such day. */
export function monthsOn(number: number, months: number): number {
  const { month, day } = monthDay(number)
  return Math.min(firstOf(month + months) + day, firstOf(month + months + 1) - 1)
}

/** Whether a month begins on a day. */
export const isFirstOfMonth = (number: number): boolean => monthDay(number).day === 0
