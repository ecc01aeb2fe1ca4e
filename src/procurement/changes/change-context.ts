import type { Id, Pence } from '../../core/values/index.ts'
import type { MayBeAwarded } from '../../providers/index.ts'
import type { Days } from '../contract.ts'
import type { DayType, RateUnit } from '../rate-line.ts'

/** The most that may be asked for something in a lot, over some days. */
export interface CapPiece extends Days {
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly dayType: DayType
  readonly pence: Pence
}

/** A place that someone is to get. */
export interface AskedPlace {
  readonly organisationId: Id
  readonly serviceType: string | null
}

/** What a rule has to know of the world beside the contract. */
export interface ChangeContext {
  /** Decided by people, or written down by an importer from what others decided. */
  readonly through: 'people' | 'import'
  /** Whether an organisation may be given a place, by `placeKey`. */
  readonly places: ReadonlyMap<string, MayBeAwarded>
  /** Names of the organisations that are newly named. */
  readonly names: ReadonlyMap<Id, string>
  /** Keys of service types whose providers the law wants registered. */
  readonly registered: ReadonlySet<string>
  /** Caps by lot. */
  readonly caps: ReadonlyMap<Id, readonly CapPiece[]>
}

/** Under which key a context says whether an organisation may be given a place for a kind of service. */
export const placeKey = (organisationId: Id, serviceType: string | null): string =>
  `${organisationId} ${serviceType ?? ''}`

/** A name for a sentence. */
export const nameIn = (context: Pick<ChangeContext, 'names'>, organisationId: Id): string =>
  context.names.get(organisationId) ?? 'This provider'
