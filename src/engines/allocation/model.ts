import type { Policy, Problem } from './problem.ts'

/**
 * A problem in typed arrays. Sizes: n packages, O options, R rows, Q pairs of provider and area, A areas.
 * A row is a capacity of a provider in an area and band, or a provider's cap; rows that can never bind are left out.
 * Locked packages have no options here: what they use is taken off the rows and stands in the pairs and areas.
 */
export interface Model {
  readonly problem: Problem
  readonly policy: Policy
  readonly packages: number
  readonly options: number
  readonly rows: number
  readonly pairs: number
  readonly areas: number
  /** n: place of its area, minutes a week over all bands, pence a week of leaving it unmet, whether it is locked. */
  readonly area: Int32Array
  readonly minutes: Float64Array
  readonly unmetCost: Float64Array
  readonly locked: Uint8Array
  /** n + 1: the options of package j are optionStart[j] up to optionStart[j + 1]. */
  readonly optionStart: Int32Array
  /** O: provider, pair, rank, pence a week with what a bypass costs under `priced`, and its package. */
  readonly provider: Int32Array
  readonly pair: Int32Array
  readonly rank: Float64Array
  readonly cost: Float64Array
  readonly owner: Int32Array
  /** O + 1 and its uses: option o takes useMinutes[k] of row useRow[k], k from useStart[o]. */
  readonly useStart: Int32Array
  readonly useRow: Int32Array
  readonly useMinutes: Float64Array
  /** R: minutes a week that locked packages leave. */
  readonly room: Float64Array
  /** R: the pair of a capacity row, or −1 − provider for a provider's cap. */
  readonly rowOf: Int32Array
  /** Q: the row that all minutes of the pair stand in, −1 for none. */
  readonly wholeRow: Int32Array
  /** Q: area, provider, minutes of book and locked packages, least minutes once a free package is there (0: none). */
  readonly pairArea: Int32Array
  readonly pairProvider: Int32Array
  readonly pairBase: Float64Array
  readonly pairRun: Float64Array
  /** P + 1 and Q: the pairs of each provider. */
  readonly providerStart: Int32Array
  readonly providerPairs: Int32Array
  /** A + 1 and Q: the pairs of each area; A: minutes of books and locked packages; whether a run or share can bind. */
  readonly areaStart: Int32Array
  readonly areaPairs: Int32Array
  readonly areaBase: Float64Array
  readonly areaBound: Uint8Array
  /** Part of an area's minutes that one provider may hold; Infinity for no limit. */
  readonly share: number
  /** Pence a week of what is locked. */
  readonly lockedCost: number
  /** Whether every cost is a whole number of pence, so that objectives are. */
  readonly whole: boolean
}

/** Slack, in minutes, within which a sum of minutes counts as kept; far below the minute that data are given in. */
export const slack = 1e-7
