import { type Id, type IsoDate, newId } from '../../core/values/index.ts'
import type { WantedLine } from '../offers/unplaced.ts'
import { bands, type VisitLine, type Weekday, weekdays } from '../visit-line.ts'
import { type Days, overlap, type PlacedVisit, within } from './course.ts'

/** The same visit on some days of a week, as it is wanted from now on. */
export type AskedLine = Omit<VisitLine, 'id'>

/** A visit of a placement. */
export interface GivenVisit extends PlacedVisit {
  readonly placementId: Id
}

/** What is wanted from a day on, beside what was and who gives it. */
export interface AmendQuestion {
  readonly from: IsoDate
  /** The first day without the package; null while no end is planned. */
  readonly until: IsoDate | null
  readonly wanted: readonly WantedLine[]
  readonly given: readonly GivenVisit[]
  readonly lines: readonly AskedLine[]
}

/** A visit that a provider keeps under another line, because it is no longer than it was. */
export interface MovedVisit extends Days {
  readonly placementId: Id
  readonly lineId: Id
  readonly weekday: Weekday
}

/** How lines change from a day on. */
export interface AmendPlan {
  /** Lines that stay as they are; whoever gives them keeps them. */
  readonly kept: readonly VisitLine[]
  /** Lines that are not wanted from then on. */
  readonly ended: readonly WantedLine[]
  readonly added: readonly VisitLine[]
  readonly moved: readonly MovedVisit[]
  /** What nobody gives of the new lines, and of the old ones that are gone. */
  readonly unplaced: readonly VisitLine[]
  readonly dropped: readonly VisitLine[]
}

/**
 * How a package changes: visits that stay, or become shorter, stay with whoever gives them; new and longer ones are to be
 * placed. Each visit of the new week takes the place of one of the same part of the same day, if there is one that is no
 * shorter and of no fewer carers.
 */
export function amendLines(question: AmendQuestion): AmendPlan {
  const { from, until } = question
  const kept: WantedLine[] = []
  const rest: AskedLine[] = []
  for (const line of question.lines) {
    const same = question.wanted.find(
      (one) => !kept.includes(one) && one.from <= from && one.until === until && sameVisits(one.line, line),
    )
    if (same) kept.push(same)
    else rest.push(line)
  }
  const ended = question.wanted.filter((one) => !kept.includes(one))
  const added = joined(rest).map((line): VisitLine => ({ ...line, id: newId() }))
  const old = ended.flatMap((one) => one.line.days.map((weekday) => ({ ...one, weekday })))
  const fresh = added.flatMap((line) => line.days.map((weekday) => ({ line, weekday })))
  const pairs = paired(old, fresh, (lineId, weekday) =>
    question.given.some((one) => one.lineId === lineId && one.weekday === weekday),
  )
  const moved = pairs.flatMap(({ old: { line, weekday }, fresh: { line: next } }) =>
    question.given
      .filter((one) => one.lineId === line.id && one.weekday === weekday)
      .flatMap((one) => {
        const days = within(one, { from, until })
        return days ? [{ ...days, placementId: one.placementId, lineId: next.id, weekday }] : []
      }),
  )
  const isMoved = ({ line, weekday }: { line: VisitLine; weekday: Weekday }) =>
    moved.some((one) => one.lineId === line.id && one.weekday === weekday)
  const isPaired = ({ line, weekday }: { line: VisitLine; weekday: Weekday }) =>
    pairs.some(({ old: one }) => one.line.id === line.id && one.weekday === weekday)
  return {
    kept: kept.map(({ line }) => line),
    ended,
    added,
    moved,
    unplaced: linesOfVisits(fresh.filter((one) => !isMoved(one))),
    dropped: linesOfVisits(old.filter((one) => !isPaired(one))),
  }
}

const sameKind = (a: AskedLine, b: AskedLine): boolean =>
  a.band === b.band && a.minutes === b.minutes && a.carers === b.carers

const sameVisits = (a: AskedLine, b: AskedLine): boolean =>
  sameKind(a, b) && a.days.length === b.days.length && a.days.every((day) => b.days.includes(day))

/** Lines in the order of the day, their days in the order of the week; alike ones on different days are one. */
function joined(lines: readonly AskedLine[]): AskedLine[] {
  const all: AskedLine[] = []
  for (const line of lines) {
    const at = all.findIndex((one) => sameKind(one, line) && !one.days.some((day) => line.days.includes(day)))
    const other = all[at]
    if (other) all[at] = { ...other, days: [...other.days, ...line.days] }
    else all.push(line)
  }
  return all
    .map((line) => ({ ...line, days: weekdays.filter((day) => line.days.includes(day)) }))
    .toSorted((a, b) => bands.indexOf(a.band) - bands.indexOf(b.band) || b.minutes - a.minutes)
}

interface OneVisit {
  readonly line: VisitLine
  readonly weekday: Weekday
}

type OldVisit = OneVisit & Days

interface Pair {
  readonly old: OldVisit
  readonly fresh: OneVisit
}

/** Which old visit each new one takes the place of: the likest first, and of like ones one that somebody gives. */
function paired(
  old: readonly OldVisit[],
  fresh: readonly OneVisit[],
  isGiven: (lineId: Id, weekday: Weekday) => boolean,
): Pair[] {
  const fits = fresh.flatMap((one) =>
    old
      .filter(
        ({ line, weekday }) =>
          weekday === one.weekday &&
          line.band === one.line.band &&
          line.minutes >= one.line.minutes &&
          line.carers >= one.line.carers,
      )
      .map((other) => ({ old: other, fresh: one })),
  )
  const far = ({ old: { line }, fresh: { line: next } }: Pair) =>
    line.minutes * line.carers - next.minutes * next.carers
  const free = ({ old: { line, weekday } }: Pair) => (isGiven(line.id, weekday) ? 0 : 1)
  const pairs: Pair[] = []
  for (const pair of fits.toSorted((a, b) => far(a) - far(b) || free(a) - free(b))) {
    // Lines that were to follow each other may both be followed by one.
    const isTaken = (one: Pair) => one.old === pair.old || (one.fresh === pair.fresh && overlap(one.old, pair.old))
    if (!pairs.some(isTaken)) pairs.push(pair)
  }
  return pairs
}

/** Visits as lines: those of one line together. */
function linesOfVisits(visits: readonly OneVisit[]): VisitLine[] {
  const byLine = Map.groupBy(visits, ({ line }) => line.id)
  return [...byLine.values()].flatMap((of) => {
    const line = of[0]?.line
    return line ? [{ ...line, days: weekdays.filter((day) => of.some(({ weekday }) => weekday === day)) }] : []
  })
}
