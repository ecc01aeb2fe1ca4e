import type { Days } from '../contract.ts'
import type { DayType, RateUnit } from '../rate-line.ts'
import { hasDay, turnsFrom } from './days.ts'

/** What one price is for. */
export interface Priced {
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly dayType: DayType
}

/** Some days of a price under one cap, or under none. */
export interface Segment<Cap> {
  readonly days: Days
  readonly cap: Cap | null
}

/** The days of a price, cut where its cap changes; the cap for its very length and kind of day goes before a general one. */
export function segmentsUnder<Cap extends Priced & Days>(
  caps: readonly Cap[],
  price: Priced,
  days: Days,
): readonly Segment<Cap>[] {
  const own = caps.filter((cap) => covers(cap, price))
  const turns = turnsFrom(own, days.from).filter((day) => hasDay(days, day))
  const segments: Segment<Cap>[] = []
  for (const [index, from] of turns.entries()) {
    const until = turns[index + 1] ?? days.until
    const cap = own.filter((one) => hasDay(one, from)).toSorted((a, b) => exactness(b) - exactness(a))[0] ?? null
    const last = segments.at(-1)
    if (last?.cap === cap) segments.splice(-1, 1, { days: { from: last.days.from, until }, cap })
    else segments.push({ days: { from, until }, cap })
  }
  return segments
}

/** Whether a cap bounds a price: of the same unit, and of its length and kind of day or of any. */
export const covers = (cap: Priced, price: Priced): boolean =>
  cap.unit === price.unit &&
  (cap.visitMinutes === null || cap.visitMinutes === price.visitMinutes) &&
  (cap.dayType === 'any' || cap.dayType === price.dayType)

const exactness = (cap: Priced) => (cap.visitMinutes === null ? 0 : 2) + (cap.dayType === 'any' ? 0 : 1)
