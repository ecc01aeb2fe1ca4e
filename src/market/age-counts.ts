import type { AgeBand } from '../evidence/index.ts'

/** How many people are in each age band; band `i` runs from `lowerAges[i]` to the year before the next, the last is open-ended. */
export interface AgeCounts {
  /** Ascending, from 0. */
  readonly lowerAges: readonly number[]
  readonly people: readonly number[]
}

/** A band and how many people it holds. */
export interface BandCount {
  readonly band: AgeBand
  readonly people: number
}

/** The bands of counts, with how many people each holds. */
export const bandsOf = (counts: AgeCounts): BandCount[] => bandsWithin(counts, 0, counts.lowerAges.length)

function bandsWithin({ lowerAges, people }: AgeCounts, start: number, end: number): BandCount[] {
  return lowerAges.slice(start, end).map((from, at) => {
    const next = lowerAges[start + at + 1]
    return { band: { from, to: next === undefined ? null : next - 1 }, people: people[start + at] ?? 0 }
  })
}

/** Where the bands that make up the asked ages begin and end; undefined when one reaches over their edge. */
function spanOf({ lowerAges }: AgeCounts, { from, to }: AgeBand): { start: number; end: number } | undefined {
  const start = lowerAges.indexOf(from)
  const end = to === null ? lowerAges.length : lowerAges.indexOf(to + 1)
  return start < 0 || end < 0 ? undefined : { start, end }
}

/** The bands that make up the asked ages; undefined when they don't fit, so that no sum would be exact. */
export function bandsAged(counts: AgeCounts, asked: AgeBand): BandCount[] | undefined {
  const span = spanOf(counts, asked)
  return span && bandsWithin(counts, span.start, span.end)
}

/** How many people are of the asked ages, exactly; undefined when the bands cut through them. */
export function peopleAged(counts: AgeCounts, asked: AgeBand): number | undefined {
  const span = spanOf(counts, asked)
  if (!span) return undefined
  let total = 0
  for (let index = span.start; index < span.end; index += 1) total += counts.people[index] ?? 0
  return total
}

/** Counts of two groups added up, band by band; undefined when their bands differ. */
export function addCounts(a: AgeCounts, b: AgeCounts): AgeCounts | undefined {
  const alike =
    a.lowerAges.length === b.lowerAges.length && a.lowerAges.every((age, index) => age === b.lowerAges[index])
  if (!alike) return undefined
  return { lowerAges: a.lowerAges, people: a.people.map((people, index) => people + (b.people[index] ?? 0)) }
}
