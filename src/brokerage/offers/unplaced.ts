import { dateOfDay, dayNumber, type IsoDate } from '../../core/values/index.ts'
import type { VisitLine, WeeklyVisit } from '../visit-line.ts'

/** Days on which something holds; without a last, it goes on. */
interface Days {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** A line over the days on which it is wanted. */
export interface WantedLine extends Days {
  readonly line: VisitLine
}

/** A visit that somebody gives, over the days on which they do. */
export interface GivenVisit extends WeeklyVisit, Days {}

/** What is still to be placed, and the first day on which nobody gives it. */
export interface Unplaced {
  readonly on: IsoDate
  readonly lines: readonly VisitLine[]
}

/** Every visit of a week. */
export const visitsOf = (lines: readonly VisitLine[]): WeeklyVisit[] =>
  lines.flatMap(({ id, days }) => days.map((weekday) => ({ lineId: id, weekday })))

/** Lines with only some of their visits; those left without any are gone. */
export const linesWith = (lines: readonly VisitLine[], visits: readonly WeeklyVisit[]): VisitLine[] =>
  lines.flatMap((line) => {
    const days = line.days.filter((day) => visits.some(({ lineId, weekday }) => lineId === line.id && weekday === day))
    return days.length === 0 ? [] : [{ ...line, days }]
  })

/** What nobody gives yet of the lines that are wanted from a day on, as of the first day on which any of it is missing. */
export function unplacedFrom(
  wanted: readonly WantedLine[],
  given: readonly GivenVisit[],
  from: IsoDate,
): Unplaced | undefined {
  const gaps = wanted.flatMap(({ line, from: begins, until }) =>
    visitsOf([line]).flatMap((visit) => {
      const on = firstMissing(visit, { from: begins > from ? begins : from, until }, given)
      return on === undefined ? [] : [{ line, visit, on }]
    }),
  )
  const [first] = gaps.map(({ on }) => on).sort()
  if (first === undefined) return undefined
  const missing = gaps.filter(({ on }) => on === first)
  const lines = linesWith(
    wanted.map(({ line }) => line),
    missing.map(({ visit }) => visit),
  )
  return { on: first, lines }
}

/** From which day of a stretch on nobody gives a visit any more; days before an agreed start are no gap to fill. */
function firstMissing(visit: WeeklyVisit, days: Days, given: readonly GivenVisit[]): IsoDate | undefined {
  let on = days.from
  for (const { lineId, weekday, until } of given) {
    if (lineId !== visit.lineId || weekday !== visit.weekday) continue
    if (until === null) return undefined
    if (until > on) on = until
  }
  return days.until !== null && on >= days.until ? undefined : on
}

/** What of some lines nobody gives once care has to have started: a visit counts as given when it goes on after that day. */
export const leftOf = (lines: readonly VisitLine[], given: readonly GivenVisit[], startBy: IsoDate): VisitLine[] =>
  linesWith(
    lines,
    visitsOf(lines).filter(
      (visit) =>
        !given.some(
          ({ lineId, weekday, until }) =>
            lineId === visit.lineId && weekday === visit.weekday && (until === null || until > startBy),
        ),
    ),
  )

/** Of what is wanted, what goes on after a day. */
export const wantedAfter = (wanted: readonly WantedLine[], day: IsoDate): WantedLine[] =>
  wanted.filter(({ until }) => until === null || until > day)

/** Of what is given, what goes on after a day. */
export const givenAfter = (given: readonly GivenVisit[], day: IsoDate): GivenVisit[] =>
  given.filter(({ until }) => until === null || until > day)

/** From which day on nobody gives any of some visits that are left; undefined when nobody does now. */
export const freeFrom = (visits: readonly WeeklyVisit[], given: readonly GivenVisit[]): IsoDate | undefined =>
  given
    .filter((one) => visits.some(({ lineId, weekday }) => one.lineId === lineId && one.weekday === weekday))
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1)

/** The later of two days. */
export const laterOf = (one: IsoDate, other: IsoDate): IsoDate => dateOfDay(Math.max(dayNumber(one), dayNumber(other)))
