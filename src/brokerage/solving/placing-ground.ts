import type { Id, IsoDate } from '../../core/values/index.ts'
import type { VisitPrice } from '../../procurement/index.ts'
import type { DeclaredRoom } from '../../providers/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferRule } from '../offer-rule.ts'
import type { CareToPlace } from './care-to-place.ts'

/** Who might give one kind of service in one area, and by which rule they are asked. */
export interface Ground {
  readonly serviceType: string
  readonly area: string
  readonly rule: OfferRule | undefined
  /** Prices and room are worked out for each package. */
  readonly candidates: readonly Candidate[]
}

/** Minutes a week that somebody gives already and that are no part of the problem. */
export interface GivenCare {
  readonly serviceType: string
  readonly area: string
  readonly organisationId: Id
  readonly organisation: string
  readonly minutes: number
}

/** What is weighed against what. */
export interface PlanLimits {
  readonly unmetPencePerHour: number
  /** What each place in the rule's order that is passed over counts for. */
  readonly bypassPence: number
  /** Per cent of an area's minutes that one provider may come to; null for no limit. */
  readonly sharePercent: number | null
  /** Hours a week below which a provider's care in an area is no sensible run; null for no limit. */
  readonly runHours: number | null
  /** Hours a week that are counted of a provider that declared none. */
  readonly undeclaredHours: number
}

/** All that a problem is made of, as it was read. */
export interface PlacingGround {
  readonly care: readonly CareToPlace[]
  readonly grounds: readonly Ground[]
  readonly rooms: readonly DeclaredRoom[]
  readonly given: readonly GivenCare[]
  readonly price: VisitPrice
  readonly on: IsoDate
  readonly limits: PlanLimits
  /** By package, those who are refused for it here. */
  readonly forbidden?: ReadonlyMap<Id, readonly Id[]>
  /** By package, with whom it is kept. */
  readonly kept?: ReadonlyMap<Id, Id>
}
