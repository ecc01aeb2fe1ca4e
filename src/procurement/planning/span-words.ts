import { type IsoDate, monthsBetween } from '../../core/values/index.ts'

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** How long it is from one day to another, in months: "24 months", "about 19 months"; in days when it is less than one. */
export function spanWords(from: IsoDate, to: IsoDate): string {
  const { months, days } = monthsBetween(from, to)
  if (months === 0) return counted(days, 'day')
  if (days === 0) return counted(months, 'month')
  return `about ${counted(days >= 15 ? months + 1 : months, 'month')}`
}

/** A number of months: "3 months". */
export const monthsWords = (months: number): string => counted(months, 'month')
