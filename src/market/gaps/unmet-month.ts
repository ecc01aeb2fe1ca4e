import type { UnmetFigure } from './unmet-figure.ts'

/** Who waited for one service in one area in a month. */
export interface UnmetMonth {
  readonly people: UnmetFigure
  /** Those of one reason, the most people first; what is hidden is not among them. */
  readonly reasons: readonly UnmetFigure[]
  /** Those who miss one part of the day, the most people first. */
  readonly parts: readonly UnmetFigure[]
}

/** The months of each area and service, the latest first. */
export function unmetMonths(figures: readonly UnmetFigure[]): (area: string, service: string) => readonly UnmetMonth[] {
  const groups = Map.groupBy(figures, ({ area, service }) => `${area.code} ${service.key}`)
  return (area, service) => {
    const months = Map.groupBy(groups.get(`${area} ${service}`) ?? [], ({ month }) => month)
    return [...months.values()]
      .flatMap((of): UnmetMonth[] => {
        const people = of.find(({ reason, part }) => !reason && !part)
        const most = of.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
        return people
          ? [{ people, reasons: most.filter(({ reason }) => reason), parts: most.filter(({ part }) => part) }]
          : []
      })
      .toSorted((a, b) => (a.people.month < b.people.month ? 1 : -1))
  }
}
