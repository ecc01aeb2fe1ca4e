import type { IsoDate } from '../core/values/index.ts'
import type { Days, TermPiece } from './contract.ts'
import { holdsOn } from './standing.ts'

/** The unbroken days of a contract around a day, in force or resting; undefined when the day lies outside. */
export function spanAround(
  terms: readonly Pick<TermPiece, 'from' | 'until' | 'state'>[],
  on: IsoDate,
): Days | undefined {
  const spans: Days[] = []
  const pieces = terms.filter(({ state }) => state !== 'ended').toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const { from, until } of pieces) {
    const last = spans.at(-1)
    if (last === undefined || (last.until !== null && last.until < from)) spans.push({ from, until })
    else if (last.until !== null && (until === null || until > last.until)) spans[spans.length - 1] = { ...last, until }
  }
  return spans.find((span) => holdsOn(span, on))
}
