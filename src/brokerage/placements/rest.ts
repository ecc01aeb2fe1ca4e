import { longDate } from '../../core/ui/format.ts'
import { type IsoDate, isIsoDate } from '../../core/values/index.ts'
import { type Refusal, refused } from '../offers/outcome.ts'
import { type Course, type Days, overlap } from './course.ts'

/** Why care can't rest over some days; undefined when it can. */
export function restProblem(course: Course, { from, until }: Days): Refusal | undefined {
  if (course.startedOn === null)
    return refused('not-begun', 'This care has not begun: confirm its start first, or call it off.')
  if (!isIsoDate(from) || (until !== null && !isIsoDate(until)))
    return refused('bad-day', 'Say from which day on care rests.')
  if (until !== null && until <= from)
    return refused('bad-day', 'The day on which care goes on must be after the day from which it rests.')
  if (from < course.startedOn)
    return refused('bad-day', `This care began on ${longDate(course.startedOn)}: it can’t have rested before.`)
  if (course.endsOn !== null && from >= course.endsOn)
    return refused('bad-day', `This care ends on ${longDate(course.endsOn)}: it can’t rest after that.`)
  const other = course.pauses.find((pause) => overlap(pause, { from, until }))
  return other && refused('at-rest', `It rests from ${longDate(other.from)}${untilWords(other.until)} already.`)
}

const untilWords = (until: IsoDate | null): string => (until === null ? ' on' : ` until ${longDate(until)}`)
