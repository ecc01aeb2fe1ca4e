import type { WorkingCalendar } from '../../core/calendar/index.ts'
import { dateOfDay, dayNumber, type IsoDate } from '../../core/values/index.ts'
import { isFirstOfMonth, monthsOn } from './day-number.ts'
import {
  type DatedMeeting,
  type MeetingNumbers,
  meetingAfter,
  meetingBefore,
  meetingNumbers,
} from './meeting-number.ts'
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
export function backPlan({ end, ...means }: PlanMeans & { readonly end: IsoDate }): BackPlan {
  const { calendar } = means
  const planned: PlannedStep[] = []
  const first = workedBack(dayNumber(end), means, (step, begins, ends, meeting) =>
    planned.unshift(plannedStep(step, begins, ends, meeting)),
  )
  const latestSafeStart = dateOfDay(first)
  return {
    latestSafeStart,
    steps: planned,
    guessed: !isKnownDay(calendar, latestSafeStart) || !isKnownDay(calendar, end),
  }
}

/** The day on which a back plan begins, without its steps: what a register needs of thousands of contracts. */
export const latestSafeStart = ({ end, ...means }: PlanMeans & { readonly end: IsoDate }): IsoDate =>
  dateOfDay(workedBack(dayNumber(end), means))

type Tell = (step: Step, begins: number, ends: number, meeting: DatedMeeting | undefined) => void

/** The one way back through the steps, in numbers of days; `tell` hears of each, the last first. */
function workedBack(end: number, { steps, committees, calendar }: PlanMeans, tell?: Tell): number {
  let by = end
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at] as Step
    const meeting = meetingBefore(datesOf(step, committees), by)
    const begins = latestBegin(step, meeting ? meeting.papersBy : by, calendar)
    tell?.(step, begins, meeting ? meeting.on : by, meeting)
    by = begins
  }
  return workDayUpTo(calendar, by)
}

/** Works steps on from the day on which they begin: when all is done at the earliest. */
export function forwardPlan({ start, steps, committees, calendar }: PlanMeans & { readonly start: IsoDate }): {
  readonly end: IsoDate
  readonly steps: readonly PlannedStep[]
} {
  const planned: PlannedStep[] = []
  let at = workDayFrom(calendar, dayNumber(start))
  for (const step of steps) {
    const ready = earliestEnd(step, at, calendar)
    const meeting = meetingAfter(datesOf(step, committees), ready)
    const ends = meeting ? meeting.on : ready
    planned.push(plannedStep(step, at, ends, meeting))
    at = ends
  }
  return { end: dateOfDay(at), steps: planned }
}

const none: MeetingNumbers = []

const datesOf = ({ committee }: Step, committees: Committees): MeetingNumbers => {
  const dates = committee === null ? undefined : committees.get(committee)
  return dates ? meetingNumbers(dates) : none
}

const plannedStep = (
  { name, committee }: Step,
  begins: number,
  ends: number,
  dated: DatedMeeting | undefined,
): PlannedStep => ({
  name,
  begins: dateOfDay(begins),
  ends: dateOfDay(ends),
  meeting: committee !== null && dated ? { committee, ...dated.meeting } : null,
  undated: dated ? null : committee,
})

function earliestEnd({ unit, amount }: Step, begins: number, calendar: WorkingCalendar): number {
  if (unit === 'months') return monthsOn(begins, amount)
  if (unit === 'weeks') return begins + amount * 7
  return workDaysOn(calendar, begins, amount)
}

/** The latest day from which a step of its length ends by a day. */
function latestBegin({ unit, amount }: Step, end: number, calendar: WorkingCalendar): number {
  if (amount === 0) return end
  if (unit === 'months') return monthsBefore(end, amount)
  if (unit === 'weeks') return end - amount * 7
  // Days of rest after the working day that is found serve as well as it does.
  return workDaysOn(calendar, workDayUpTo(calendar, end), 1 - amount) - 1
}

/** The latest day from which so many months end by a day: what ends on the last of a month may have begun on the last of one. */
const monthsBefore = (end: number, months: number): number =>
  isFirstOfMonth(end + 1) ? monthsOn(end + 1, -months) - 1 : monthsOn(end, -months)
