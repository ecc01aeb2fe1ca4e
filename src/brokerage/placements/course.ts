import type { Id, IsoDate } from '../../core/values/index.ts'
import type { PauseReason, PlacementState } from '../placement.ts'
import type { Band, WeeklyVisit } from '../visit-line.ts'

/** Days on which something holds; without a last, it goes on. */
export interface Days {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** A visit that a placement gives, over the days on which it does. */
export interface PlacedVisit extends WeeklyVisit, Days {
  readonly id: Id
  readonly band: Band
  readonly minutes: number
  readonly carers: 1 | 2
  /** The first day on which its line is wanted. */
  readonly wantedFrom: IsoDate
}

/** Days on which care rests. */
export interface Pause extends Days {
  readonly id: Id
  readonly reason: PauseReason
  /** From when on its capacity is not kept, while nobody knows when it goes on. */
  readonly keptUntil: IsoDate | null
}

/** What one provider gives of a package over all its days, as it is written down. */
export interface Course {
  readonly id: Id
  readonly reference: string
  readonly organisationId: Id
  readonly organisation: string
  readonly offerId: Id | null
  readonly contractId: Id | null
  readonly lotId: Id | null
  readonly serviceType: string
  readonly area: string
  readonly state: PlacementState
  readonly startsOn: IsoDate
  readonly startedOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly endReason: string | null
  readonly shortTermUntil: IsoDate | null
  /** Minutes a week in each part of the day that it takes of the organisation's capacity. */
  readonly committed: Readonly<Partial<Record<Band, number>>>
  readonly visits: readonly PlacedVisit[]
  readonly pauses: readonly Pause[]
}

/** Whether something holds on a day. */
export const holdsOn = ({ from, until }: Days, day: IsoDate): boolean => from <= day && (until === null || day < until)

/** Whether two stretches of days share one. */
export const overlap = (a: Days, b: Days): boolean =>
  (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)

/** The days that two stretches share; nothing when they share none. */
export function within(a: Days, b: Days): Days | undefined {
  const from = a.from > b.from ? a.from : b.from
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until
  return until === null || from < until ? { from, until } : undefined
}

/** Whether a placement is neither over nor called off. */
export const isLive = ({ state }: Pick<Course, 'state'>): boolean => state !== 'ended' && state !== 'cancelled'

/** When and why a placement ends: as agreed, or because it was for a short term. */
function endOf({ endsOn, endReason, shortTermUntil }: Course, today: IsoDate) {
  if (endsOn !== null) return { endsOn, endReason }
  return shortTermUntil !== null && shortTermUntil <= today
    ? { endsOn: shortTermUntil, endReason: 'short-term-over' }
    : { endsOn: null, endReason: null }
}

/** Where a placement stands on a day by what is agreed of it. */
export function standOn(course: Course, today: IsoDate): Pick<Course, 'state' | 'endsOn' | 'endReason'> {
  if (!isLive(course)) return course
  const end = endOf(course, today)
  const isNever = course.startedOn === null && end.endsOn !== null && end.endsOn <= course.startsOn
  const isOver = isNever || (end.endsOn !== null && end.endsOn <= today)
  if (isOver) return { ...end, state: course.startedOn === null ? 'cancelled' : 'ended' }
  if (course.startedOn === null) return { ...end, state: 'agreed' }
  if (course.pauses.some((pause) => holdsOn(pause, today))) return { ...end, state: 'suspended' }
  return { ...end, state: end.endsOn === null ? 'started' : 'notice' }
}

/** Whether the capacity of a placement is given back while it rests: it has for long, and nobody knows until when. */
const isGivenBack = ({ pauses }: Course, today: IsoDate): boolean =>
  pauses.some(
    ({ from, until, keptUntil }) => from <= today && until === null && keptUntil !== null && keptUntil <= today,
  )

/** Minutes a week in each part of the day that a placement takes of its organisation's capacity: as many as in the fullest week from a day on. */
export function takenFrom(course: Course, today: IsoDate): Partial<Record<Band, number>> {
  if (!isLive(course) || isGivenBack(course, today)) return {}
  const visits = course.visits.filter(({ until }) => until === null || until > today)
  const days = new Set([today, ...visits.map(({ from }) => from).filter((from) => from > today)])
  const most: Partial<Record<Band, number>> = {}
  for (const day of days) {
    const sums: Partial<Record<Band, number>> = {}
    for (const visit of visits.filter((one) => holdsOn(one, day)))
      sums[visit.band] = (sums[visit.band] ?? 0) + visit.minutes * visit.carers
    for (const band of Object.keys(sums) as Band[]) most[band] = Math.max(most[band] ?? 0, sums[band] ?? 0)
  }
  return most
}
