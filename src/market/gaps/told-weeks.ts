import type { ToldWeekCount } from '../../brokerage/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { hoursOf } from './unmet-figure.ts'
import type { Named } from './volume.ts'

/** How many waited on a Monday, all together or of one kind; null where they are hidden. */
export interface ToldWeek {
  readonly week: IsoDate
  readonly service: Named
  /** null: wherever they wait. */
  readonly origin: 'hospital' | 'community' | null
  /** Whether they have none or a part of their care; null: both. */
  readonly met: 'none' | 'part' | null
  readonly people: number | null
  /** Hours a week that they wait for. */
  readonly hours: number | null
}

/** The counts of Mondays with the names of services; a limit that was raised since holds before they are told anew. */
export function toldWeeks(weeks: readonly ToldWeekCount[], types: readonly Named[], limit: number): ToldWeek[] {
  const names = new Map(types.map(({ key, name }) => [key, name]))
  return weeks.map(({ service: key, people, minutes, ...week }) => {
    const told = people !== null && people >= limit
    return {
      ...week,
      service: { key, name: names.get(key) ?? key },
      people: told ? people : null,
      hours: told && minutes !== null ? hoursOf(minutes) : null,
    }
  })
}
