import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Origin } from '../care-package.ts'
import type { CountedPiece } from './count-month.ts'

/** How many waited on a Monday, of one kind. */
export interface WeekCount {
  readonly serviceType: string
  readonly origin: Origin
  /** None of their care yet, or a part of it. */
  readonly met: 'none' | 'part'
  readonly people: number
  readonly minutes: number
}

/**
 * Who was assessed and waiting on a day, as Public Health Scotland's snapshot of care at home counts them: people
 * without any of their package and the hours a week that they wait for, and apart from them people who have a part.
 */
export function countWeek(pieces: readonly (CountedPiece & { readonly origin: Origin })[], on: IsoDate): WeekCount[] {
  const counts = new Map<string, WeekCount & { who: Set<Id> }>()
  for (const { from, until, personId, serviceType, origin, wantedMinutes, deliveredMinutes } of pieces) {
    if (from > on || (until !== null && until <= on)) continue
    const of = { serviceType, origin, met: deliveredMinutes > 0 ? 'part' : 'none' } as const
    const key = JSON.stringify(Object.values(of))
    const { minutes = 0, who = new Set<Id>() } = counts.get(key) ?? {}
    who.add(personId)
    counts.set(key, { ...of, people: who.size, minutes: minutes + wantedMinutes - deliveredMinutes, who })
  }
  return [...counts.values()].map(({ who: _, ...count }) => count)
}
