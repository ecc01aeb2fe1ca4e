import type { Told } from './hidden-cells.ts'
import type { Sum } from './table.ts'

/** What it takes to know which numbers of people are shown. */
export interface Publication {
  /** Numbers of people below it are hidden. */
  readonly limit: number
  /** How areas add up, in every hierarchy. */
  readonly areaSums: readonly Sum[]
  readonly told?: Told
}
