import type { ExactAnswer, Problem } from '../../engines/allocation/index.ts'
import { type Exact, newExact } from './exact.ts'

/** Free packages of a problem that the engine may give to HiGHS as a whole; loading it takes a tenth of a second. */
const mostPackages = 50

/** Simplex iterations that HiGHS may take where iterations are what stops the work. */
const iterations = 40_000

/** How the engine may be helped: what is left of the time in seconds, and whether to stop at once. */
export interface HelpSettings {
  /** Null where iterations stop the work: then HiGHS is stopped by its own, the same on every machine. */
  readonly secondsLeft: (() => number) | null
  readonly isOver: () => boolean
}

/** HiGHS as the engine calls it for a small problem; undefined for one that is too large. */
export async function exactHelp(
  problem: Problem,
  { secondsLeft, isOver }: HelpSettings,
): Promise<((problem: Problem) => ExactAnswer | null) | undefined> {
  if (problem.packages.filter(({ locked }) => !locked).length > mostPackages) return undefined
  const exact: Exact = await newExact()
  return (whole) => {
    if (secondsLeft === null) return exact(whole, { iterations, seconds: Infinity, isOver })
    return exact(whole, { iterations: Infinity, seconds: Infinity, isOver: () => isOver() || secondsLeft() <= 0 })
  }
}
