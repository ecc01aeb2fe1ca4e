import type { IsoDate } from '../../core/values/index.ts'
import type { DeclineReason, Proposal } from '../offer.ts'
import type { WeeklyVisit } from '../visit-line.ts'

/** What a provider can say to an offer. */
export type Answer =
  | { readonly kind: 'accept'; readonly startOn: IsoDate }
  | { readonly kind: 'accept-part'; readonly startOn: IsoDate; readonly visits: readonly WeeklyVisit[] }
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly words: string }
  /** Stops the clock until the partnership answers. */
  | { readonly kind: 'ask'; readonly words: string }
  /** Stops the clock until the partnership decides. */
  | { readonly kind: 'propose'; readonly proposal: Proposal }
  /** Tells the pen picture; the clock runs on. */
  | { readonly kind: 'interest' }
