import type { IsoDate, Pence } from '../../core/values/index.ts'
import type { Days } from '../contract.ts'
import type { RateUnit } from '../rate-line.ts'

/** A framework that someone else made, from which partnerships call off or whose fees they pay. */
export interface NationalFramework extends Days {
  readonly key: string
  readonly owner: string
  readonly title: string
  readonly nation: 'scotland' | 'england' | null
  /** The last day that it can have with all of its options. */
  readonly latestEnd: IsoDate | null
  readonly sourceKey: string | null
  readonly note: string
}

/** One price of a national table. */
export interface TablePrice extends Days {
  readonly framework: string
  readonly unit: RateUnit
  readonly level: string
  readonly pence: Pence
  readonly sourceKey: string | null
  readonly note: string
}

/** Prices of one kind of a table, in order, each held until the next: where a table has no newer one, its last holds. */
export const lasting = <Price extends Days>(prices: readonly Price[]): readonly Price[] =>
  prices.map((price, at) => ({ ...price, until: prices[at + 1]?.from ?? null }))
