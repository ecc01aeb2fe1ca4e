import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Candidate } from '../candidate.ts'
import type { OfferState } from '../offer.ts'
import type { OfferRule } from '../offer-rule.ts'
import type { PassedOver } from './passed-over.ts'

/** An offer that was made in the round. */
export interface PastOffer {
  readonly organisationId: Id
  readonly step: number
  readonly turn: number
  readonly state: OfferState
}

/** Whether somebody may be asked above the limit in a step, as was asked in the round. */
export interface PastApproval {
  readonly organisationId: Id
  readonly step: number
  readonly state: 'asked' | 'approved' | 'declined'
}

/** All that the next offers of a round depend on; kept in the ledger with what came of it. */
export interface OffersInput {
  readonly rule: OfferRule
  /** The first step that is asked: later than 1 when a broker widened the round. */
  readonly fromStep: number
  readonly candidates: readonly Candidate[]
  readonly past: readonly PastOffer[]
  readonly approvals: readonly PastApproval[]
  /** Carers' minutes a week that are not placed yet. */
  readonly weeklyMinutes: number
  /** The start asked for, from which a short term counts. */
  readonly on: IsoDate
  /** Who gives care to the person already, and is asked before all others about what a change adds to it. */
  readonly goesWith?: Id
}

/** Someone who is asked now. */
export interface NextOffer {
  readonly organisationId: Id
  /** The how many-th that is asked in the step. */
  readonly turn: number
  readonly shortTermUntil: IsoDate | null
  /** Somebody approved that it is dearer than the step allows by itself. */
  readonly aboveLimit: boolean
}

/** What comes next in a round, and why. */
export type OffersDecision =
  | {
      readonly kind: 'send'
      readonly step: number
      readonly offers: readonly NextOffer[]
      readonly passedOver: readonly PassedOver[]
      readonly why: string
    }
  | {
      readonly kind: 'approval'
      readonly step: number
      readonly turn: number
      readonly organisationId: Id
      readonly hourlyPence: number
      readonly abovePence: number
      readonly weeklyPence: number
      readonly passedOver: readonly PassedOver[]
      readonly why: string
    }
  | { readonly kind: 'wait'; readonly step: number }
  | { readonly kind: 'exhausted'; readonly passedOver: readonly PassedOver[]; readonly why: string }
