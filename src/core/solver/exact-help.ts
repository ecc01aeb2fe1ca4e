import type { ExactAnswer, Problem } from '../../engines/allocation/index.ts'
import { type Exact, newExact } from './exact.ts'

/** Problems with at most so many packages have areas small enough for HiGHS; loading it takes a tenth of a second. */
const mostPackages = 2000

/** Simplex iterations that HiGHS may take where iterations are what stops the work: on a whole problem, and on one area. */
const iterations = { whole: 40_000, area: 2_000 } as const

/** Part of the time left that one area may take. */
const partOfTime = 0.25

/** How the engine may be helped: what is left of the time in seconds, and whether to stop at once. */
export interface HelpSettings {
  /** Null where iterations stop the work: then HiGHS is stopped by its own, the same on every machine. */
  readonly secondsLeft: (() => number) | null
  readonly isOver: () => boolean
}

/** HiGHS as the engine calls it for a problem or for one of its areas; undefined for problems that are too large. */
export async function exactHelp(
  problem: Problem,
  { secondsLeft, isOver }: HelpSettings,
): Promise<((part: Problem) => ExactAnswer | null) | undefined> {
  if (problem.packages.length > mostPackages) return undefined
  const exact: Exact = await newExact()
  return (part) => {
    const isWhole = part === problem
    if (secondsLeft === null)
      return exact(part, { iterations: isWhole ? iterations.whole : iterations.area, seconds: Infinity, isOver })
    const end = (isWhole ? 1 : partOfTime) * Math.max(0, secondsLeft())
    const until = secondsLeft() - end
    return exact(part, { iterations: Infinity, seconds: Infinity, isOver: () => isOver() || secondsLeft() <= until })
  }
}
