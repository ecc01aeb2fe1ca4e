import type { FormState } from '../../../core/ui/form/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import type { Offer } from '../../offer.ts'
import type { VisitLine } from '../../visit-line.ts'
import type { OfferTold } from '../queries/offer-told.ts'
import type { PartnershipNamed } from '../queries/partnerships-of.ts'
import type { ToldDecision } from '../why.ts'

/** Everything that the pages of one offer show. */
export interface OfferContent {
  readonly partnership: PartnershipNamed
  /** The kind of service, in words. */
  readonly service: string
  readonly offer: Offer
  readonly told: OfferTold
  /** What of it nobody else took. */
  readonly left: readonly VisitLine[]
  readonly nearby: number
  readonly why: readonly ToldDecision[]
  readonly now: Date
  readonly minutesLeft: number | null
  /** The day from which it would be taken whole. */
  readonly startOn: IsoDate
  /** Whether it can still be answered. */
  readonly live: boolean
  readonly form: FormState
}
