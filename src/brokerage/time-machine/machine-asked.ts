import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import type { CapacityOf, Swap } from './changes.ts'

/** What is asked of the past: which care, and what is to be otherwise than it was. */
export interface MachineAsked {
  readonly service: string
  readonly from: IsoDate
  /** The last day. */
  readonly to: IsoDate
  /** A version of a rule in the place of those that held then; null for each round's own. */
  readonly ruleVersionId: Id | null
  readonly swaps: readonly Swap[]
  readonly capacity: readonly { readonly of: CapacityOf; readonly percent: number }[]
  readonly priceCap: Pence | null
  readonly openLots: boolean
  /** How many courses are drawn, from this seed on. */
  readonly seeds: number
  readonly seed: number
  /** What is changed, in words as it was asked: providers and lots may be called otherwise later. */
  readonly changes: readonly string[]
}

/** At most so many rounds are gone through. */
export const mostRounds = 1000

/** How often the period can be gone through. */
export const seedCounts = [10, 20, 50] as const
