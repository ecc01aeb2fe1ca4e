import type { IsoDate } from '../../core/values/index.ts'
import type { Change, NewLot, NewStanding } from '../change.ts'
import type { StandingState } from '../standing.ts'

/** A contract as it is awarded. */
export type Award = Extract<Change, { kind: 'award' }>

/** A provider's place as a register tells it, with days and state of its own. */
export interface ImportedStanding extends NewStanding {
  readonly from?: IsoDate
  readonly until?: IsoDate | null
  readonly state?: StandingState
}

/** A contract as a register tells it: perhaps long in life. */
export interface ImportedAward extends Award {
  readonly lots: readonly (NewLot & { readonly standings: readonly ImportedStanding[] })[]
  /** The day after the last that is agreed by now, options taken and bridges included. */
  readonly extendedUntil?: IsoDate | null
}
