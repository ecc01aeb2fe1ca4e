import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../core/ui/format.ts'
import { type Id, type IsoDate, londonDate } from '../../core/values/index.ts'

/** That a partnership places nothing new with an organisation for a time. */
export interface Suspension {
  readonly id: Id
  readonly organisationId: Id
  readonly organisation: string
  readonly from: Date
  /** Null until it is lifted. */
  readonly until: Date | null
  readonly reason: string
}

/** A suspension as it is asked for, in whole days. */
export interface AskedSuspension {
  readonly from: IsoDate
  /** The first day on which placing begins again; null until it is lifted. */
  readonly until: IsoDate | null
  readonly reason: string
  readonly at: Date
  /** The suspensions of the organisation that are not over. */
  readonly standing: readonly Pick<Suspension, 'from' | 'until'>[]
}

/** A suspension that may be made, with its instants; or what stands in the way. */
export type SuspensionDecision =
  | { readonly allowed: true; readonly from: Date; readonly until: Date | null }
  | {
      readonly allowed: false
      readonly because: 'past' | 'backwards' | 'suspended-already' | 'no-reason'
      readonly field: 'from' | 'until' | 'reason'
      readonly sentence: string
    }

/** Decides whether placing may be suspended: from today or a day to come, for a reason, once at a time. */
export function decideSuspension({ from, until, reason, at, standing }: AskedSuspension): SuspensionDecision {
  const today = londonDate(at)
  const refused = <Because extends Extract<SuspensionDecision, { allowed: false }>['because']>(
    because: Because,
    field: 'from' | 'until' | 'reason',
    sentence: string,
  ) => ({ allowed: false as const, because, field, sentence })
  if (reason.trim() === '') return refused('no-reason', 'reason', 'Say why placing is suspended.')
  if (from < today) {
    return refused('past', 'from', 'A suspension can’t begin in the past: what was placed since then stays placed.')
  }
  if (until !== null && until <= from) {
    return refused('backwards', 'until', 'The suspension would end before it begins.')
  }
  // Today's begins now: what was placed this morning was placed rightly.
  const start = from === today ? at : startOf(from)
  const end = until === null ? null : startOf(until)
  const other = standing.find((one) => (one.until === null || one.until > start) && (end === null || one.from < end))
  if (other) {
    const days = other.until
      ? `from ${longDate(londonDate(other.from))} to ${longDate(londonDate(new Date(other.until.getTime() - 1)))}`
      : `since ${longDate(londonDate(other.from))}`
    return refused('suspended-already', 'from', `It is suspended already, ${days}. Lift that suspension first.`)
  }
  return { allowed: true, from: start, until: end }
}

/** The instant at which a day begins in London. */
export const startOf = (day: IsoDate): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').epochMilliseconds)

/** Whether a suspension counts on a day: it still runs when the day ends. */
export function suspendedOn({ from, until }: Pick<Suspension, 'from' | 'until'>, day: IsoDate): boolean {
  const ends = startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString())
  return from < ends && (until === null || until >= ends)
}
