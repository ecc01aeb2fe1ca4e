import type { Id } from '../../core/values/index.ts'
import type { OfferState } from '../offer.ts'
import type { OffersDecision, OffersInput, PastApproval } from './round-decision.ts'

/** An offer as it was made in a round that is over or running. */
export interface MadeOffer {
  readonly organisationId: Id
  readonly organisation: string
  readonly step: number
  readonly turn: number
  readonly state: OfferState
  readonly acceptedMinutes: number
  readonly sentAt: Date
}

/** A round as it went: what each decision was made of, and what those who were asked said. */
export interface PastRound {
  readonly id: Id
  /** Of the package. */
  readonly reference: string
  readonly number: number
  readonly openedAt: Date
  readonly wantedMinutes: number
  readonly decisions: readonly { readonly input: OffersInput; readonly decision: OffersDecision }[]
  readonly offers: readonly MadeOffer[]
  readonly approvals: readonly PastApproval[]
}

/** By what it is known how somebody would have answered: what they said then, what they had declared, or nothing. */
export type AnswerBasis = 'answer' | 'capacity' | 'unknown'

/** Someone who would have been asked. */
export interface ReplayedOffer {
  readonly organisationId: Id
  readonly organisation: string
  readonly step: number
  readonly turn: number
  /** Carers' minutes a week that it would have taken. */
  readonly minutes: number
  readonly basis: AnswerBasis
}
