import type { Id, IsoDate, Pence } from '../../core/values/index.ts'
import type { NewCap, NewRate } from '../change.ts'
import type { ContractDetail, Days } from '../contract.ts'
import type { Role, StandingState } from '../standing.ts'
import type { TermOrigin, TermState } from '../term.ts'

/** One thing that an allowed change writes. */
export type Effect =
  /** Only the fields that differ, from a day on, in whatever is known from then. */
  | {
      readonly write: 'detail'
      readonly from: IsoDate
      readonly before: ContractDetail
      readonly after: ContractDetail
    }
  | ({ readonly write: 'term' } & TermEffect)
  | {
      readonly write: 'option'
      readonly optionId: Id
      readonly decision: 'taken' | 'declined'
      readonly on: IsoDate
    }
  | ({ readonly write: 'standing' } & StandingEffect)
  /** Who leads an open lot; null when the lot does without. */
  | { readonly write: 'lead'; readonly lotId: Id; readonly organisationId: Id | null }
  /** What is paid more for single people goes from one provider of a lot to another. */
  | {
      readonly write: 'enhancements'
      readonly lotId: Id
      readonly fromOrganisationId: Id
      readonly toOrganisationId: Id
      readonly from: IsoDate
    }
  | { readonly write: 'cap'; readonly lotId: Id; readonly cap: NewCap; readonly days: Days }
  | ({ readonly write: 'rate' } & RateEffect)

/** A stretch of a contract's life. */
export interface TermEffect {
  readonly days: Days
  readonly state: TermState
  readonly origin: TermOrigin
  /** The option that the days rest on, with all of its days. */
  readonly option: (Days & { readonly id: Id }) | null
}

/** A provider's place in a lot over some days. */
export interface StandingEffect {
  readonly lotId: Id
  readonly organisationId: Id
  /** The place that it takes over, as after a merger. */
  readonly follows?: Id
  readonly days: Days
  readonly role: Role
  readonly rank: number | null
  readonly state: StandingState
  /** A new place is awarded, and so rests on a registration and is not given to the suspended; others rest on what they did. */
  readonly awarded: boolean
}

/** A price over some days; its line is found by what it prices, or added. */
export interface RateEffect {
  readonly lotId: Id
  readonly rate: NewRate
  readonly days: Days
  /** Null on the national basis, where the table says. */
  readonly pence: Pence | null
}
