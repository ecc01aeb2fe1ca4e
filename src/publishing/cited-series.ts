import type { CitedFigure } from '../evidence/index.ts'

/** Figures of one measure at several dates, in order: what a small chart can draw. */
export interface CitedSeries {
  readonly measure: string
  readonly figures: readonly CitedFigure[]
}

/** The series among cited figures: one measure, one group of people, at least three periods that have values. */
export function citedSeries(figures: readonly CitedFigure[]): CitedSeries[] {
  const groups = Map.groupBy(
    figures.filter((figure) => figure.value !== null && figure.period !== null),
    ({ measure, area, ages, sex, unit }) => JSON.stringify([measure, area.code, ages, sex, unit]),
  )
  return [...groups.values()]
    .filter((group) => new Set(group.map((figure) => figure.period)).size >= 3)
    .map((group) => ({
      measure: group[0]?.measure ?? '',
      figures: group.toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1)),
    }))
}
