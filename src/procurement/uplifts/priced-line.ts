import type { Id, Pence } from '../../core/values/index.ts'
import type { CapPiece } from '../changes/change-context.ts'
import type { TermPiece } from '../contract.ts'
import type { Rate, RateLine } from '../rate-line.ts'

/** A cap with its row, by which a price names the cap that it stays within. */
export type NamedCap = CapPiece & { readonly id: Id }

/** What a round needs to know of the contract that a price is of. */
export interface PricedContract {
  readonly id: Id
  readonly reference: string
  readonly title: string
  readonly version: number
  /** Keys of care groups. */
  readonly careGroups: readonly string[]
  readonly yearlyPence: Pence | null
  readonly terms: readonly TermPiece[]
}

/** One line of a price list, with all that decides what a round does to it. */
export interface PricedLine extends Omit<RateLine, 'includes'> {
  readonly contract: PricedContract
  readonly lot: {
    readonly number: string
    readonly name: string
    readonly capped: boolean
    readonly caps: readonly NamedCap[]
  }
  /** The provider; null where the price is everyone's. */
  readonly organisation: string | null
  /** Every price known for it, by its days; on the national basis those of the table. */
  readonly rates: readonly Rate[]
  /** Who reads a price of this line. */
  readonly parties: readonly Id[]
}
