import type { Id, IsoDate } from '../core/values/index.ts'

/** Who is asked in a step: by their place in the lots that serve the area, or beside them. */
export type Pool =
  | { readonly kind: 'lead' }
  | { readonly kind: 'fallback' }
  /** Those on the framework; a tier is a part of their ranks. */
  | { readonly kind: 'framework' }
  | { readonly kind: 'tier'; readonly fromRank: number; readonly toRank: number }
  | { readonly kind: 'additional' }
  /** Registered for the service and declaring capacity in the area, without a place in any lot: a spot purchase. */
  | { readonly kind: 'accredited' }
  | { readonly kind: 'in-house' }

/** In which order those of a step are asked; ties fall to rank, then name, so that it is never chance. */
export const orders = ['rank', 'round-robin', 'even-share', 'price', 'quality', 'distance'] as const

export type Order = (typeof orders)[number]

/** One step: who, in which order, how, for how long, within which limits. */
export interface RuleStep {
  readonly pool: Pool
  readonly order: Order
  readonly mode: 'one-after-another' | 'all-at-once'
  /** Working minutes to answer. */
  readonly window: number
  /** Pence an hour; dearer ones are passed over. */
  readonly priceCap: number | null
  /** A grade's rank on its regulator's scale; those graded lower are passed over, and those without a grade. */
  readonly lowestGrade: number | null
  /** Metres from the provider's base; farther ones are passed over. */
  readonly distance: number | null
  /** Months for which the placement may last; null when it may stay. */
  readonly shortTermMonths: number | null
  /** Pence an hour above which somebody has to approve before the offer goes. */
  readonly approvalAbove: number | null
}

/** Hours in which clocks run, in London's time; the days are ISO weekdays, holidays never. */
export interface ClockHours {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

/** A rule as it held from a day on; a change makes a new version. */
export interface OfferRule {
  readonly id: Id
  readonly versionId: Id
  readonly name: string
  readonly version: number
  /** Whose lots it is about; null for all of the partnership's for the service. */
  readonly contractId: Id | null
  readonly serviceType: string
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly hours: ClockHours
  readonly steps: readonly RuleStep[]
}
