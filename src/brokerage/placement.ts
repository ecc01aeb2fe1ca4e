import type { Id, IsoDate } from '../core/values/index.ts'
import type { VisitLine } from './visit-line.ts'

/** Agreed, begun, at rest (hospital), under notice, over; or never begun. */
export const placementStates = ['agreed', 'started', 'suspended', 'notice', 'ended', 'cancelled'] as const

export type PlacementState = (typeof placementStates)[number]

/** Why care rests. */
export const pauseReasons = ['hospital', 'respite', 'family', 'other'] as const

export type PauseReason = (typeof pauseReasons)[number]

/** What one provider gives of one package. */
export interface Placement {
  readonly id: Id
  readonly reference: string
  readonly packageId: Id
  readonly personId: Id
  readonly organisationId: Id
  readonly organisation: string
  readonly offerId: Id | null
  readonly contractId: Id | null
  readonly lotId: Id | null
  readonly state: PlacementState
  readonly version: number
  readonly startsOn: IsoDate
  readonly startedOn: IsoDate | null
  /** The first day without it; null while none is agreed. */
  readonly endsOn: IsoDate | null
  readonly shortTermUntil: IsoDate | null
  /** The visits it gives on the day asked about: lines with those of their days that are its own. */
  readonly lines: readonly VisitLine[]
}
