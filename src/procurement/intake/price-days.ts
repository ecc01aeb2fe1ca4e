import type { IsoDate } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'

/** The days of what begins on a day and holds until the next of its kind begins. */
export function daysUntilNext(from: IsoDate, starts: readonly IsoDate[]): Days {
  const until = starts.filter((start) => start > from).toSorted()[0] ?? null
  return { from, until }
}
