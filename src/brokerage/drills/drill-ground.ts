import type { Id, IsoDate, Pence } from '../../core/values/index.ts'

/** Someone who could give some care, in the place in which the framework's order asks them. */
export interface CareOption {
  readonly organisationId: Id
  /** A week; null where no price is known. */
  readonly pence: Pence | null
  /** Place in the order of the rule: 1 is asked first. */
  readonly rank: number
  /** The declared hours that it would take from; null where the provider declared none for the area. */
  readonly cell: string | null
}

/** What one provider gives of one package, on the day on which the drill closes something. */
export interface CareGiven {
  /** Reference of the package; nothing here says who it is. */
  readonly package: string
  readonly placement: string
  readonly serviceType: string
  readonly area: string
  readonly organisationId: Id
  /** Carers' minutes a week by band, in the order of `bands`. */
  readonly minutes: readonly number[]
  /** Key of the level of need and its place among the levels, the highest first; null without one. */
  readonly level: { readonly name: string; readonly place: number; readonly of: number } | null
  readonly twoCarers: boolean
  readonly inHospital: boolean
  /** What it costs a week now; null where no price is known. */
  readonly pence: Pence | null
  readonly options: readonly CareOption[]
  /** Those who serve the area and can't be asked at all: placing with them is suspended, or the rule passes them over. */
  readonly notAsked: number
}

/** Hours that a provider declared free for one service in an area or one around it. */
export interface FreeCell {
  readonly key: string
  readonly organisationId: Id
  readonly serviceType: string
  /** Minutes a week by band, in the order of `bands`. */
  readonly minutes: readonly number[]
}

/** A home of the register of the same kind as one that closes. */
export interface OtherHome {
  readonly organisationId: Id | null
  readonly name: string
  readonly provider: string
  readonly place: string | null
  readonly places: number
  readonly grade: number | null
  readonly metres: number | null
  /** People who live there with their care bought from here; null where it can't be told in which home of its provider they live. */
  readonly known: number | null
}

/** What the registers know of a home that closes. */
export interface ClosingHome {
  readonly name: string
  readonly service: string
  readonly place: string | null
  /** Registered places; null where the register has none. */
  readonly places: number | null
  readonly asOf: IsoDate
}

/** All that a drill is worked out from, as it stood; references and names of organisations only. */
export interface DrillGround {
  readonly closesOn: IsoDate
  /** What closes. */
  readonly affected: readonly CareGiven[]
  /** Care that others give of the same services; only where they may be moved. */
  readonly others: readonly CareGiven[]
  /** How many people others look after whose care stays as it is, whatever comes out. */
  readonly othersLocked: number
  readonly cells: readonly FreeCell[]
  readonly names: Readonly<Record<Id, string>>
  readonly areas: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, string>>
  readonly homes: readonly ClosingHome[]
  readonly otherHomes: readonly OtherHome[]
  /** People who live in the homes that close, with their care bought from here; others may live there too. */
  readonly homeResidents: number
  /** Packages of these services that wait already; a drill gives their hours to nobody. */
  readonly waiting: number
}
