import type { Id, IsoDate } from '../../core/values/index.ts'
import type { Problem } from '../../engines/allocation/problem.ts'

/** A package of a problem, in the problem's order. */
export interface PlacedPackage {
  readonly packageId: Id
  readonly reference: string
  readonly version: number
  readonly serviceType: string
  /** Code of its own area. */
  readonly area: string
  readonly origin: 'hospital' | 'community'
  readonly startBy: IsoDate
  readonly carers: 1 | 2
  /** Carers' minutes a week. */
  readonly minutes: number
  /** Providers whose price for it is not known: counted at the highest that is. */
  readonly unpriced: readonly Id[]
  /** Who can't be asked for it: positions of the organisation and of the sentence that says why. */
  readonly not: readonly (readonly [organisation: number, sentence: number])[]
  /** Positions of those who are there and whom no step of the rule asks. */
  readonly beside: readonly number[]
}

/** What one organisation has left for one service in the area for which it declared it: a provider of the problem, in its order. */
export interface Room {
  readonly organisation: number
  readonly serviceType: string
  /** Code of the area; null where nothing is declared and hours are assumed, or there are none. */
  readonly declaredFor: string | null
}

/** A problem with what its numbers stand for; no person in it, only references. */
export interface PlacingInput {
  readonly problem: Problem
  readonly packages: readonly PlacedPackage[]
  readonly rooms: readonly Room[]
  /** Areas of the problem: one for each service, of all places that share somebody's declared room. */
  readonly areas: readonly { readonly serviceType: string; readonly codes: readonly string[] }[]
  readonly organisations: readonly { readonly id: Id; readonly name: string }[]
  readonly sentences: readonly string[]
  readonly on: IsoDate
}
