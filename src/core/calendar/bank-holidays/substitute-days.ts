import { Temporal } from 'temporal-polyfill'
import { addDays, type IsoDate } from '../../values/index.ts'
import type { Holiday } from '../working-calendar.ts'

const isWeekend = (date: IsoDate) => Temporal.PlainDate.from(date).dayOfWeek > 5

/**
 * Moves each holiday that falls on a weekend to the next weekday that is not a holiday already. Those on a weekday
 * keep their day, so when 1 January is a Sunday, 2 January stays and New Year's Day is kept on the 3rd.
 */
export function withSubstitutes(holidays: readonly Holiday[]): Holiday[] {
  const kept = holidays.filter((holiday) => !isWeekend(holiday.date))
  const taken = new Set(kept.map((holiday) => holiday.date))
  const moved = holidays
    .filter((holiday) => isWeekend(holiday.date))
    .map((holiday) => {
      let date = holiday.date
      while (isWeekend(date) || taken.has(date)) date = addDays(date, 1)
      taken.add(date)
      return { ...holiday, date, reason: `substitute for ${holiday.date}` }
    })
  return [...kept, ...moved].sort((a, b) => (a.date < b.date ? -1 : 1))
}
