import { Temporal } from 'temporal-polyfill'
import { type IsoDate, isIsoDate } from '../../core/values/index.ts'

/** Which day is read, and as it was known when. */
export interface AsAt {
  readonly on: IsoDate
  /** As it is known now, when left out. */
  readonly known?: Date | undefined
}

/** How an address asks for it: a day, and a day or an instant. */
export interface AsAtAsked {
  readonly on?: string | undefined
  readonly known?: string | undefined
}

/** What an address asks for, read; or the sentence that says what is wrong with it. */
export function readAsAt({ on, known }: AsAtAsked, today: IsoDate): AsAt | { readonly problem: string } {
  if (on && !isIsoDate(on)) return { problem: 'The day to read must be a real date.' }
  if (!known) return { on: on || today }
  const instant = isIsoDate(known) ? endOf(known) : new Date(known)
  if (Number.isNaN(instant.getTime())) return { problem: 'The day on which it was known must be a real date.' }
  return { on: on || today, known: instant }
}

/** The last millisecond of a day in London: what was known on a day is what was known when it was over. */
const endOf = (day: IsoDate): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/London').epochMilliseconds - 1)
