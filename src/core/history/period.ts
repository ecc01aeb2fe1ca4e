import type { IsoDate } from '../values/index.ts'

/** Days on which something held: from the first, up to but not including the last; without a last, it still holds. */
export interface Period {
  from: IsoDate
  until: IsoDate | null
}

/** The parts of a period that another leaves over: none, one or two. */
export function without(period: Period, cut: Period): Period[] {
  const endsAfter = (a: IsoDate | null, b: IsoDate | null) => b !== null && (a === null || a > b)
  const overlap = endsAfter(period.until, cut.from) && endsAfter(cut.until, period.from)
  if (!overlap) return [period]
  const before = { from: period.from, until: cut.from }
  const after = cut.until === null ? undefined : { from: cut.until, until: period.until }
  return [...(period.from < cut.from ? [before] : []), ...(after && endsAfter(period.until, after.from) ? [after] : [])]
}

/** A period from the text of a `daterange`, which is always written half-open. */
export function periodFrom(range: string): Period {
  const match = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(range)
  if (!match?.[1]) throw new Error('A period of a history has no first day.')
  return { from: match[1], until: match[2] ?? null }
}

/** The text of a `daterange` for a period. */
export const rangeOf = (period: Period): string => `[${period.from},${period.until ?? ''})`
