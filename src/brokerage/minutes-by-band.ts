import type { Band, VisitLine } from './visit-line.ts'

/** Carers' minutes a week in each part of the day: what is taken of a provider's capacity. */
export function minutesByBand(
  lines: readonly Pick<VisitLine, 'band' | 'days' | 'minutes' | 'carers'>[],
): Partial<Record<Band, number>> {
  const sums: Partial<Record<Band, number>> = {}
  for (const { band, days, minutes, carers } of lines) sums[band] = (sums[band] ?? 0) + days.length * minutes * carers
  return sums
}
