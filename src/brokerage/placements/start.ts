import { longDate } from '../../core/ui/format.ts'
import { addDays, dayNumber, type IsoDate, isIsoDate } from '../../core/values/index.ts'
import { type Refusal, refused } from '../offers/outcome.ts'
import { laterOf } from '../offers/unplaced.ts'
import { type Course, overlap, type PlacedVisit } from './course.ts'

/** The visits of a placement, and the end of its short term, once it began on another day than agreed. */
export interface MovedStart {
  readonly visits: readonly PlacedVisit[]
  readonly shortTermUntil: IsoDate | null
}

/** A placement as if it began on a day: visits that were to begin with it do, and a short term lasts as long from then. */
export function movedStart(course: Course, startedOn: IsoDate): MovedStart {
  const later = dayNumber(startedOn) - dayNumber(course.startsOn)
  const shortTermUntil = course.shortTermUntil && addDays(course.shortTermUntil, later)
  const visits = course.visits.flatMap((visit) => {
    const begins = visit.from === course.startsOn || visit.from < startedOn
    const from = begins ? laterOf(startedOn, visit.wantedFrom) : visit.from
    const isShort = visit.until !== null && visit.until === course.shortTermUntil && course.endsOn === null
    const until = isShort ? shortTermUntil : visit.until
    return until === null || from < until ? [{ ...visit, from, until }] : []
  })
  return { visits, shortTermUntil }
}

/** Why care can't have begun on a day; undefined when it can. */
export function startProblem({
  course,
  moved,
  others,
  startedOn,
  assessedOn,
  today,
}: {
  readonly course: Course
  readonly moved: MovedStart
  readonly others: readonly Course[]
  readonly startedOn: IsoDate
  readonly assessedOn: IsoDate
  readonly today: IsoDate
}): Refusal | undefined {
  if (startedOn > today)
    return refused('bad-day', 'Confirm the start when care has begun: the day must not be in the future.')
  if (startedOn < assessedOn)
    return refused('start-too-early', `Care can’t have begun before the assessment of ${longDate(assessedOn)}.`)
  if (course.endsOn !== null && startedOn >= course.endsOn)
    return refused('bad-day', `This care ends on ${longDate(course.endsOn)}: it can’t have begun on that day or later.`)
  return overlapProblem(moved, others)
}

/** Why an agreed start can't move to a day; undefined when it can. */
export function laterProblem({
  course,
  moved,
  others,
  startsOn,
  today,
}: {
  readonly course: Course
  readonly moved: MovedStart
  readonly others: readonly Course[]
  readonly startsOn: IsoDate
  readonly today: IsoDate
}): Refusal | undefined {
  const agreed = longDate(course.startsOn)
  if (course.startedOn !== null)
    return refused('begun', `This care began on ${longDate(course.startedOn)}: its start can’t move any more.`)
  if (!isIsoDate(startsOn)) return refused('bad-day', 'Say on which day care starts now.')
  if (startsOn <= course.startsOn)
    return refused('bad-day', `The start was agreed for ${agreed}: it can move to a later day only.`)
  if (startsOn < today)
    return refused('bad-day', 'The day has gone by: confirm the start instead, or say a day from today on.')
  if (course.endsOn !== null && startsOn >= course.endsOn)
    return refused('bad-day', `This care ends on ${longDate(course.endsOn)}: it can’t begin on that day or later.`)
  if (moved.visits.length === 0) return refused('bad-day', 'Nothing of this care is wanted from that day on.')
  return overlapProblem(moved, others)
}

function overlapProblem(moved: MovedStart, others: readonly Course[]): Refusal | undefined {
  const other = others.find(({ visits }) =>
    visits.some((one) => moved.visits.some((visit) => isSame(one, visit) && overlap(one, visit))),
  )
  return (
    other &&
    refused(
      'start-too-early',
      `${other.organisation} gives some of these visits on days from then on. Say a day after that.`,
    )
  )
}

const isSame = (a: PlacedVisit, b: PlacedVisit): boolean => a.lineId === b.lineId && a.weekday === b.weekday
