import type { Id, IsoDate, Pence } from '../core/values/index.ts'
import type { ContractKind, Method } from './contract-kind.ts'
import type { Days } from './days.ts'
import type { Rate, RateLine } from './rate-line.ts'
import type { Role, StandingState } from './standing.ts'
import type { TermOrigin, TermState } from './term.ts'

export type { Days } from './days.ts'

/** What is said of a contract and may be varied. */
export interface ContractDetail {
  readonly title: string
  readonly kind: ContractKind
  readonly method: Method | null
  /** Key of its market area, under which its summary is published. */
  readonly marketArea: string | null
  /** Key of the service type; null when its lots differ, or none is known. */
  readonly serviceType: string | null
  /** Keys of care groups. */
  readonly careGroups: readonly string[]
  /** Who decides on its ends and options: the partnership, or the owner of a national framework. */
  readonly decidedBy: 'partnership' | 'national-owner'
  /** Key of the national framework that it is called off from, or whose terms and fees it takes. */
  readonly nationalFramework: string | null
  /** How a person comes to it: "Service matching unit", "The person's choice". */
  readonly allocation: string
  readonly monitoring: string
  /** Notice that either side gives, in months; needed where there is no end. */
  readonly noticeMonths: number | null
  /** How often it is reviewed, in months. */
  readonly reviewMonths: number | null
  readonly lastReviewedOn: IsoDate | null
  /** What it is worth a year; null when not known (a zero in a register means the same). */
  readonly yearlyPence: Pence | null
  readonly yearlyBasis: 'budget' | 'spend' | 'estimate' | null
  /** Of a block: how much a week is paid for, the least that is paid whatever is used, and the unit. */
  readonly blockUnits: number | null
  readonly blockMinimum: number | null
  readonly blockUnit: 'hour' | 'place' | 'session' | 'bed' | null
  /** What is planned to follow it. */
  readonly successorFrom: IsoDate | null
  readonly successorUntil: IsoDate | null
  readonly note: string
}

/** A stretch of a contract's life. */
export interface TermPiece extends Days {
  readonly state: TermState
  readonly origin: TermOrigin
  readonly optionId: Id | null
}

/** One right to extend; "two years, year by year" are two of them. */
export interface ExtensionOption extends Days {
  readonly id: Id
  readonly position: number
  /** When the decision is planned to be told. */
  readonly decideBy: IsoDate | null
  readonly decision: 'open' | 'taken' | 'declined'
  readonly decidedOn: IsoDate | null
}

/** A provider's place in a lot, in one stretch of time. */
export interface Standing extends Days {
  /** Of the provider in the lot, however its standing changes. */
  readonly lotProviderId: Id
  readonly organisationId: Id
  readonly organisation: string
  readonly role: Role
  /** 1 is asked first; null where all are equal. */
  readonly rank: number | null
  readonly state: StandingState
}

/** A part of a contract that is held, and offered, on its own. */
export interface Lot {
  readonly id: Id
  /** "3", "10"; '' when the contract is one whole. */
  readonly number: string
  readonly name: string
  readonly serviceType: string | null
  /** Codes of the areas served. */
  readonly areas: readonly string[]
  readonly needsLead: boolean
  /** Its rates may not pass a cap. */
  readonly capped: boolean
  /** The law wants its providers registered. */
  readonly registered: boolean
  /** In the order of the framework. */
  readonly standings: readonly Standing[]
  readonly rateLines: readonly (RateLine & { readonly rates: readonly Rate[] })[]
}

/** From which day on a partner has its part no longer, and why. */
export interface ShareEnd {
  readonly until: IsoDate
  readonly reason: string
}

/** A contract as it held and was known at one time, whole. */
export interface Contract {
  readonly id: Id
  readonly reference: string
  readonly version: number
  readonly stage: 'draft' | 'awarded' | 'withdrawn'
  readonly published: boolean
  /** The contract that it follows. */
  readonly followsId: Id | null
  /** Of a contract shared by partnerships: whose copy this is, and how its share ended; null for one's own. */
  readonly sharedFrom: {
    readonly partnershipId: Id
    readonly contractId: Id
    readonly ended?: ShareEnd | undefined
  } | null
  /** Where its facts come from, and by how many years its dates were moved on for a demonstration. */
  readonly source: { readonly key: string; readonly locus: string; readonly movedYears: number } | null
  readonly detail: ContractDetail
  /** In order, the ended left out of none: what is not agreed is ended. */
  readonly terms: readonly TermPiece[]
  readonly options: readonly ExtensionOption[]
  readonly lots: readonly Lot[]
}
