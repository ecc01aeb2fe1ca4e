import { type DeclineReason, declineReasons, type OfferState } from '../offer.ts'
import type { UnmetReason } from '../spell.ts'

/** What the latest round of a package came to, as far as the reason goes. */
export interface AskedSoFar {
  /** Over: everybody was asked, and something is left. Open: it goes on, or none was opened yet. */
  readonly round: 'open' | 'over'
  readonly offers: readonly { readonly state: OfferState; readonly reason: DeclineReason | null }[]
  /** Prices above the limit that nobody approved. */
  readonly refusedPrices?: number
  /** Whether a provider gave it back and nobody else was found since. */
  readonly handedBack?: boolean
}

const counted = [...declineReasons, 'no-reply'] as const

/** Why somebody waits: what providers answered most once all were asked; of equally many the first on the list. */
export function unmetReasonOf({ round, offers, refusedPrices = 0, handedBack = false }: AskedSoFar): UnmetReason {
  if (round !== 'over') return handedBack ? 'handed-back' : 'being-arranged'
  const told = Map.groupBy(offers, ({ state, reason }) => (state === 'lapsed' ? 'no-reply' : reason))
  const count = (reason: (typeof counted)[number]) =>
    (told.get(reason)?.length ?? 0) + (reason === 'price' ? refusedPrices : 0)
  const most = counted.reduce((best, reason) => (count(reason) > count(best) ? reason : best))
  return count(most) > 0 ? most : 'nobody-to-ask'
}
