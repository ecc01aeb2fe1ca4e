import type { IsoDate } from '../../core/values/index.ts'
import { bands, type VisitLine, weekdays } from '../visit-line.ts'
import { type Course, holdsOn, type PlacedVisit } from './course.ts'

/** The visits of a week that a placement gives on a day, in the order of the day. */
export const linesOn = (course: Pick<Course, 'visits'>, on: IsoDate): VisitLine[] =>
  linesOfPlaced(course.visits.filter((visit) => holdsOn(visit, on)))

/** Visits as lines: those of one line together. */
function linesOfPlaced(visits: readonly PlacedVisit[]): VisitLine[] {
  const lines = [...Map.groupBy(visits, ({ lineId }) => lineId)].flatMap(([id, of]) => {
    const [one] = of
    if (!one) return []
    const { band, minutes, carers } = one
    return [{ id, band, minutes, carers, days: weekdays.filter((day) => of.some(({ weekday }) => weekday === day)) }]
  })
  return lines.toSorted((a, b) => bands.indexOf(a.band) - bands.indexOf(b.band))
}

/** The day on whose week a placement is shown: today's while it gives anything then, else that of its next visits. */
export function shownDay(course: Pick<Course, 'visits'>, today: IsoDate): IsoDate {
  if (course.visits.some((visit) => holdsOn(visit, today))) return today
  const later = course.visits.map(({ from }) => from).filter((from) => from > today)
  return later.toSorted()[0] ?? today
}
