import { dayNumber } from '../../core/values/index.ts'
import type { Meeting } from './step.ts'

/** A meeting with its days as numbers. */
export interface DatedMeeting {
  readonly on: number
  readonly papersBy: number
  readonly meeting: Meeting
}

/** The meetings of a committee, in order of date. */
export type MeetingNumbers = readonly DatedMeeting[]

const known = new WeakMap<readonly Meeting[], MeetingNumbers>()

/** The meetings of a committee with their days as numbers: worked out once for each list of them. */
export function meetingNumbers(meetings: readonly Meeting[]): MeetingNumbers {
  const found =
    known.get(meetings) ??
    meetings
      .map((meeting) => ({ on: dayNumber(meeting.on), papersBy: dayNumber(meeting.papersBy), meeting }))
      .toSorted((a, b) => a.on - b.on)
  known.set(meetings, found)
  return found
}

/** Committees publish their dates year by year and rest for a summer: within so many days one must meet, if its dates are known. */
const longestRest = 100

/** The meeting up to a day that takes papers last; none where the dates of that time are not known. */
export function meetingBefore(meetings: MeetingNumbers, day: number): DatedMeeting | undefined {
  let best: DatedMeeting | undefined
  for (let at = meetings.length - 1; at >= 0; at -= 1) {
    const one = meetings[at] as DatedMeeting
    if (one.on < day - longestRest) break
    // Of two that take papers up to the same day, the earlier decides.
    if (one.on <= day && (!best || one.papersBy >= best.papersBy)) best = one
  }
  return best
}

/** The first meeting for which papers that are ready on a day are early enough. */
export const meetingAfter = (meetings: MeetingNumbers, day: number): DatedMeeting | undefined =>
  meetings.find(({ on, papersBy }) => papersBy >= day && on <= day + longestRest * 2)
