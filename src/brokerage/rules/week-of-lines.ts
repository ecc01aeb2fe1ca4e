import type { WeeklyVisits } from '../../procurement/index.ts'
import { minutesByBand } from '../minutes-by-band.ts'
import type { VisitLine, Weekday } from '../visit-line.ts'

const dayTypeOf = (day: Weekday): WeeklyVisits['dayType'] => (day === 7 ? 'sunday' : day === 6 ? 'saturday' : 'weekday')

/** The visits of a week as they are priced: how many of each length on each kind of day; a second carer is another. */
export function visitsOfWeek(lines: readonly VisitLine[]): WeeklyVisits[] {
  const times = new Map<string, WeeklyVisits>()
  for (const { days, minutes, carers } of lines) {
    for (const day of days) {
      const dayType = dayTypeOf(day)
      const key = `${minutes} ${dayType}`
      times.set(key, { minutes, dayType, times: (times.get(key)?.times ?? 0) + carers })
    }
  }
  return [...times.values()]
}

/** Minutes left in the parts of the day that lines ask for. */
export function freeIn(left: Readonly<Partial<Record<string, number>>>, lines: readonly VisitLine[]): number {
  const bands = Object.keys(minutesByBand(lines))
  return bands.reduce((sum, band) => sum + Math.max(0, left[band] ?? 0), 0)
}
