import type { Id } from '../../core/values/index.ts'

/** What became of sending offers for packages of a plan. */
export interface Sending {
  readonly sent: readonly { readonly packageId: Id; readonly reference: string; readonly to: readonly Id[] }[]
  /** Those for which nothing went out, each with why. */
  readonly not: readonly { readonly packageId: Id; readonly reference: string; readonly sentence: string }[]
}

/** Under which name it stands in the ledger. */
export const sentEvent = 'brokerage.plan-sent'

/** At most so many packages have offers sent at once. */
export const mostSent = 50
