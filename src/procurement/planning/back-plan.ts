import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { addDays, addMonths, type IsoDate } from '../../core/values/index.ts'
import type { Committees, Meeting, Step } from './step.ts'
import { isKnownDay, workDayFrom, workDaysOn, workDayUpTo } from './work-day.ts'

/** A step with its days; the next begins on the day on which it ends. */
export interface PlannedStep {
  readonly name: string
  readonly begins: IsoDate
  readonly ends: IsoDate
  /** The meeting that it ends with. */
  readonly meeting: (Meeting & { readonly committee: string }) | null
  /** A committee that decides at its end and whose dates are not known for that time, so that none is counted. */
  readonly undated: string | null
}

/** When work has to begin so that all of its steps are done in time. */
export interface BackPlan {
  readonly latestSafeStart: IsoDate
  readonly steps: readonly PlannedStep[]
  /** Some of it lies beyond the working calendar, where weekends are known and holidays are not. */
  readonly guessed: boolean
}

/** What is worked back or forward by. */
export interface PlanMeans {
  readonly steps: readonly Step[]
  readonly committees: Committees
  readonly calendar: WorkingCalendar
}

/**
 * Works steps back from the last day by which all must be done. Each step begins on the latest day from which it still
 * ends in time; a step that ends with a meeting, in time for the papers of the last meeting that is early enough. The
 * first begins on a working day. Months and weeks run from date to date, as documents count them.
 */
export function backPlan({ end, steps, committees, calendar }: PlanMeans & { readonly end: IsoDate }): BackPlan {
  const planned: PlannedStep[] = []
  let by = end
  for (const step of steps.toReversed()) {
    const dates = step.committee === null ? [] : (committees.get(step.committee) ?? [])
    const meeting = meetingBefore(dates, by)
    const begins = latestBegin(step, meeting ? meeting.papersBy : by, calendar)
    planned.unshift({ name: step.name, begins, ends: meeting?.on ?? by, ...metAt(step, meeting) })
    by = begins
  }
  const latestSafeStart = workDayUpTo(calendar, by)
  return {
    latestSafeStart,
    steps: planned,
    guessed: !isKnownDay(calendar, latestSafeStart) || !isKnownDay(calendar, end),
  }
}

/** Works steps on from the day on which they begin: when all is done at the earliest. */
export function forwardPlan({ start, steps, committees, calendar }: PlanMeans & { readonly start: IsoDate }): {
  readonly end: IsoDate
  readonly steps: readonly PlannedStep[]
} {
  const planned: PlannedStep[] = []
  let at = workDayFrom(calendar, start)
  for (const step of steps) {
    const begins = at
    const ready = earliestEnd(step, begins, calendar)
    const meeting = meetingAfter(step.committee === null ? [] : (committees.get(step.committee) ?? []), ready)
    planned.push({ name: step.name, begins, ends: meeting?.on ?? ready, ...metAt(step, meeting) })
    at = meeting?.on ?? ready
  }
  return { end: at, steps: planned }
}

const metAt = ({ committee }: Step, meeting: Meeting | undefined): Pick<PlannedStep, 'meeting' | 'undated'> => ({
  meeting: committee !== null && meeting ? { committee, ...meeting } : null,
  undated: meeting ? null : committee,
})

/** Committees publish their dates year by year and rest for a summer: within so many days one must meet, if its dates are known. */
const longestRest = 100

/** The last meeting up to a day; none where the dates of that time are not known. */
function meetingBefore(meetings: readonly Meeting[], day: IsoDate): Meeting | undefined {
  const earliest = addDays(day, -longestRest)
  const possible = meetings.filter(({ on }) => on <= day && on >= earliest)
  return possible.reduce<Meeting | undefined>(
    (best, one) => (best && best.papersBy >= one.papersBy ? best : one),
    undefined,
  )
}

/** The first meeting for which papers that are ready on a day are early enough. */
function meetingAfter(meetings: readonly Meeting[], day: IsoDate): Meeting | undefined {
  const latest = addDays(day, longestRest * 2)
  const possible = meetings.filter(({ on, papersBy }) => papersBy >= day && on <= latest)
  return possible.reduce<Meeting | undefined>((best, one) => (best && best.on <= one.on ? best : one), undefined)
}

function earliestEnd({ unit, amount }: Step, begins: IsoDate, calendar: WorkingCalendar): IsoDate {
  if (unit === 'months') return addMonths(begins, amount)
  if (unit === 'weeks') return addDays(begins, amount * 7)
  return workDaysOn(calendar, begins, amount)
}

/** The latest day from which a step of its length ends by a day. */
function latestBegin({ unit, amount }: Step, end: IsoDate, calendar: WorkingCalendar): IsoDate {
  if (amount === 0) return end
  if (unit === 'months') return monthsBefore(end, amount)
  if (unit === 'weeks') return addDays(end, -amount * 7)
  // Days of rest after the working day that is found serve as well as it does.
  return addDays(workDaysOn(calendar, workDayUpTo(calendar, end), 1 - amount), -1)
}

/** The latest day from which so many months end by a day: what ends on the last of a month may have begun on the last of one. */
function monthsBefore(end: IsoDate, months: number): IsoDate {
  const next = addDays(end, 1)
  return next.endsWith('-01') ? addDays(addMonths(next, -months), -1) : addMonths(end, -months)
}
