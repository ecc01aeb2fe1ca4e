import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../values/index.ts'

/** The first Monday of a month (1–12). */
export function firstMonday(year: number, month: number): IsoDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: (8 - first.dayOfWeek) % 7 }).toString()
}

/** The last Monday of a month (1–12). */
export function lastMonday(year: number, month: number): IsoDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: last.dayOfWeek - 1 }).toString()
}
