import { Temporal } from 'temporal-polyfill'
import { londonDate } from '../values/index.ts'
import { longDate } from './format.ts'

/** A moment as people write it, on London's clock: "24 November 2026, 09:05". */
export function moment(at: Date): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
  const two = (part: number) => String(part).padStart(2, '0')
  return `${longDate(londonDate(at))}, ${two(hour)}:${two(minute)}`
}

/** The day of a moment as people write it: "24 November 2026". */
export const day = (at: Date): string => longDate(londonDate(at))
