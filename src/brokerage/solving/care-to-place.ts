import type { Id, IsoDate } from '../../core/values/index.ts'
import type { DeclineReason } from '../offer.ts'
import type { VisitLine } from '../visit-line.ts'

/** Some care of one package that is to be placed, or that is given and may stay where it is. */
export interface CareToPlace {
  readonly packageId: Id
  readonly reference: string
  /** Of the package as it was read: what was done to it since moved it on. */
  readonly version: number
  readonly serviceType: string
  /** Code of the area. */
  readonly area: string
  readonly origin: 'hospital' | 'community'
  readonly level: string | null
  readonly startBy: IsoDate
  /** What nobody gives yet; or what the present provider gives. */
  readonly lines: readonly VisitLine[]
  /** Who said no to it before, the latest first. */
  readonly declined: readonly { readonly organisationId: Id; readonly reason: DeclineReason; readonly on: IsoDate }[]
  /** Who gives it now, and what that costs a week where it is known. */
  readonly current: { readonly organisationId: Id; readonly weeklyPence: number | null } | null
  /** Whether it has to stay as it is. */
  readonly locked: boolean
}

/** Days for which somebody who had no room, or did not say why, is not proposed again. */
const askedLately = 14

/** Reasons that are about the person's needs and do not pass with time. */
const lasting: ReadonlySet<DeclineReason> = new Set([
  'skill',
  'carer-gender',
  'outside-lot',
  'cannot-meet-need',
  'previous-breakdown',
])

/** Whether an earlier no still stands on a day. */
export const stillDeclined = (
  { reason, on }: { readonly reason: DeclineReason; readonly on: IsoDate },
  since: IsoDate,
): boolean => lasting.has(reason) || on >= since

/** The days of an earlier no that still counts, as days before today. */
export const daysOfRest = askedLately

/**
 * How much an hour left unmet weighs: one, and one more each for somebody in hospital, a critical need, and a start that
 * is past its day.
 */
export const priorityOf = (
  { origin, level, startBy }: Pick<CareToPlace, 'origin' | 'level' | 'startBy'>,
  today: IsoDate,
): number => 1 + (origin === 'hospital' ? 1 : 0) + (level === 'critical' ? 1 : 0) + (startBy < today ? 1 : 0)
