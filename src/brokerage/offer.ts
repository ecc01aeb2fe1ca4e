import type { Id, IsoDate } from '../core/values/index.ts'
import type { Pool } from './offer-rule.ts'
import type { Band, VisitLine, Weekday } from './visit-line.ts'

/** Open until answered or over; while something is asked or proposed, the clock rests. */
export const offerStates = [
  'open',
  'asked',
  'proposed',
  'accepted',
  'part-accepted',
  'declined',
  'lapsed',
  'cancelled',
  'taken',
] as const

export type OfferState = (typeof offerStates)[number]

/** The offers that a provider can still answer. */
export const liveStates = ['open', 'asked', 'proposed'] as const satisfies readonly OfferState[]

/** Why a provider can't: a closed list, because these are counted. */
export const declineReasons = [
  'no-capacity-area',
  'no-capacity-time',
  'no-capacity-two-carers',
  'no-capacity-staff',
  'skill',
  'carer-gender',
  'outside-lot',
  'cannot-meet-need',
  'price',
  'short-notice',
  'previous-breakdown',
  'other',
] as const

export type DeclineReason = (typeof declineReasons)[number]

/** What a provider is told at first: enough to plan a run, too little to tell who it is. */
export interface Ask {
  readonly partnership: string
  readonly serviceType: string
  /** Postcode district, such as EH47. */
  readonly district: string
  readonly lines: readonly VisitLine[]
  readonly needs: readonly string[]
  readonly startBy: IsoDate
  readonly shortTerm: boolean
  readonly origin: 'hospital' | 'community'
}

/** Other times or another start that a provider proposes; a line keeps its id. */
export interface Proposal {
  readonly startOn: IsoDate
  readonly lines: readonly { readonly id: Id; readonly band: Band; readonly days: readonly Weekday[] }[]
  readonly words: string
}

/** One provider asked once in a round. */
export interface Offer {
  readonly id: Id
  readonly reference: string
  readonly roundId: Id
  readonly packageId: Id
  readonly organisationId: Id
  readonly organisation: string
  readonly contractId: Id | null
  readonly lotId: Id | null
  readonly step: number
  /** Which place in the step's order it had: 1 is asked first. */
  readonly turn: number
  readonly pool: Pool['kind']
  readonly rank: number | null
  readonly weeklyMinutes: number
  /** At the price in force for the start asked for; null where no price is known. */
  readonly weeklyPence: number | null
  readonly priceWhy: string
  readonly shortTermUntil: IsoDate | null
  readonly state: OfferState
  readonly sentAt: Date
  /** Until when it can, or could, be answered; null while the clock rests. */
  readonly dueAt: Date | null
  /** Working minutes left when the clock was stopped. */
  readonly leftMinutes: number | null
  /** When it was answered, or came to an end without. */
  readonly answeredAt: Date | null
  readonly acceptedMinutes: number
  readonly reason: DeclineReason | null
  readonly words: string
  readonly proposal: Proposal | null
  readonly ask: Ask
}
