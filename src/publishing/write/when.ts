import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../core/ui/format.ts'

/** An instant as people in Britain write it: "22 November 2026, 14:05". */
export function whenText(at: Date): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
  return `${longDate(there.toPlainDate().toString())}, ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
