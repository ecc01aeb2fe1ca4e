import type { Id, IsoDate, Pence } from '../core/values/index.ts'
import type { ContractDetail, Days } from './contract.ts'
import type { DayType, RateBasis, RateUnit } from './rate-line.ts'
import type { Role } from './standing.ts'

/** A provider put into a lot. */
export interface NewStanding {
  readonly organisationId: Id
  readonly role: Role
  readonly rank: number | null
}

/** A price put into a price list. */
export interface NewRate {
  /** Null for one price for every provider of the lot. */
  readonly organisationId: Id | null
  readonly basis: RateBasis
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly dayType: DayType
  readonly level: string
  readonly includes: string
  readonly yearlyUnits: number | null
  /** Null on the national basis, where the table says. */
  readonly pence: Pence | null
}

/** The most that may be asked for something in a lot. */
export interface NewCap {
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly dayType: DayType
  readonly pence: Pence
}

/** A lot as it is set up. */
export interface NewLot {
  readonly number: string
  readonly name: string
  readonly serviceType: string | null
  readonly areas: readonly string[]
  readonly needsLead: boolean
  readonly caps: readonly NewCap[]
  readonly standings: readonly NewStanding[]
  readonly rates: readonly NewRate[]
}

/** What is asked of a contract, by kind; the day, reason, document and approver stand beside it. */
export type Change =
  /** The contract begins: its first term, options, lots, providers and prices. */
  | {
      readonly kind: 'award'
      readonly detail: ContractDetail
      readonly term: Days
      readonly options: readonly (Days & { readonly decideBy: IsoDate | null })[]
      readonly lots: readonly NewLot[]
    }
  /** What is said of it changes, and with it perhaps its days (a bridging extension has no option behind it). */
  | { readonly kind: 'variation'; readonly detail: ContractDetail; readonly extendUntil: IsoDate | null }
  /** An option is taken: all of its days, or those up to a day. */
  | { readonly kind: 'extension'; readonly optionId: Id; readonly until?: IsoDate | null }
  | { readonly kind: 'option-declined'; readonly optionId: Id }
  /** Of the contract, or of one provider in a lot; until a day, or until it is resumed. */
  | { readonly kind: 'suspension'; readonly lotProviderId: Id | null; readonly until: IsoDate | null }
  | { readonly kind: 'resumption'; readonly lotProviderId: Id | null }
  | { readonly kind: 'early-end' }
  | { readonly kind: 'join'; readonly lotId: Id; readonly standing: NewStanding; readonly rates: readonly NewRate[] }
  /** Someone leaves a lot; who is its lead names who leads after. */
  | { readonly kind: 'leave'; readonly lotProviderId: Id; readonly nextLeadId: Id | null }
  /** Another role or rank in the lot. */
  | { readonly kind: 'standing'; readonly lotProviderId: Id; readonly role: Role; readonly rank: number | null }
  /** One provider takes another's place, rank and prices in every lot of the contract, as after a merger. */
  | { readonly kind: 'transfer'; readonly fromOrganisationId: Id; readonly toOrganisationId: Id }
  | {
      readonly kind: 'rates'
      readonly lotId: Id
      readonly caps: readonly NewCap[]
      readonly rates: readonly NewRate[]
    }

/** A change with what every change has. */
export interface AskedChange {
  readonly change: Change
  readonly effectiveOn: IsoDate
  readonly reason: string
  readonly documentId: Id | null
  /** The version of the contract that it was made on. */
  readonly baseVersion: number
}
