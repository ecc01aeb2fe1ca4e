import { addDays, type IsoDate, type Pence } from '../../core/values/index.ts'
import type { Weekday } from '../visit-line.ts'
import { type Course, holdsOn } from './course.ts'

/** Visits of one day that cost the same each. */
export interface PricedVisits {
  readonly minutes: number
  /** A second carer is another. */
  readonly times: number
}

/** What visits on a day cost; without a price, why. */
export type DayPrice = { readonly pence: Pence } | { readonly why: string }

/** What care costs over some days; where a day has no price, it says why, and the sum is of the others. */
export interface Cost {
  readonly pence: Pence
  readonly unpriced: string | null
}

const weekdayOf = (day: IsoDate): Weekday => (((new Date(day).getUTCDay() + 6) % 7) + 1) as Weekday

/** The visits of a placement on a day: none before it begins or while it rests. */
export function visitsOn(course: Pick<Course, 'visits' | 'pauses'>, day: IsoDate): PricedVisits[] {
  if (course.pauses.some((pause) => holdsOn(pause, day))) return []
  const weekday = weekdayOf(day)
  const times = new Map<number, number>()
  for (const visit of course.visits)
    if (visit.weekday === weekday && holdsOn(visit, day))
      times.set(visit.minutes, (times.get(visit.minutes) ?? 0) + visit.carers)
  return [...times].map(([minutes, count]) => ({ minutes, times: count }))
}

/** What a placement costs from a day up to another, at the price of each day. */
export function costOver(
  course: Pick<Course, 'visits' | 'pauses'>,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
  priceOn: (day: IsoDate, visits: readonly PricedVisits[]) => DayPrice,
): Cost {
  let [pence, unpriced]: [number, string | null] = [0, null]
  for (let day = from; day < until; day = addDays(day, 1)) {
    const visits = visitsOn(course, day)
    if (visits.length === 0) continue
    const price = priceOn(day, visits)
    if ('pence' in price) pence += price.pence
    else unpriced ??= price.why
  }
  return { pence, unpriced }
}
