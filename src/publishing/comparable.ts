import type { CitedFigure } from '../evidence/index.ts'

/** Figures of different things that may stand side by side, because unit, period and area are the same. */
export interface Comparable {
  /** Largest first. */
  readonly figures: readonly CitedFigure[]
}

/** As many as make a drawing say more than the table. */
const fewest = 4

/** The largest group among figures that may be drawn side by side; undefined when there is none. */
export function comparableFigures(figures: readonly CitedFigure[]): Comparable | undefined {
  const groups = Map.groupBy(
    figures.filter((figure) => figure.value !== null && figure.status !== 'caution'),
    ({ unit, period, area, sex }) => JSON.stringify([unit, period, area.code, sex]),
  )
  const [largest] = [...groups.values()].toSorted((a, b) => b.length - a.length)
  if (!largest || largest.length < fewest || new Set(largest.map((figure) => figure.label)).size < largest.length) {
    return undefined
  }
  return { figures: largest.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)) }
}
