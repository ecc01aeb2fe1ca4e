import type { Id, Pence } from '../core/values/index.ts'
import type { Days } from './days.ts'

/** What one price buys. */
export const rateUnits = [
  'hour',
  'half-hour',
  'visit',
  'sleepover',
  'waking-night',
  'day',
  'session',
  'week',
  'month',
  'year',
  'mile',
] as const

export type RateUnit = (typeof rateUnits)[number]

/** On which days a price holds; a line for any day answers where none is for that kind of day. */
export const dayTypes = ['any', 'weekday', 'saturday', 'sunday', 'public-holiday'] as const

export type DayType = (typeof dayTypes)[number]

/** Where a price comes from: the provider's tender, one price for all of the lot, or a national table. */
export const rateBases = ['tendered', 'harmonised', 'national'] as const

export type RateBasis = (typeof rateBases)[number]

/** One price of a price list, as it changes over time. */
export interface RateLine {
  readonly id: Id
  readonly lotId: Id
  /** Null when it is one price for every provider of the lot. */
  readonly organisationId: Id | null
  readonly basis: RateBasis
  readonly unit: RateUnit
  /** Length of the visit, when the price is for one length only. */
  readonly visitMinutes: number | null
  readonly dayType: DayType
  /** Level of care: "nursing"; '' when there is only one. */
  readonly level: string
  /** What the fee includes. */
  readonly includes: string
  /** How many units are bought a year, for costing; null when not known. */
  readonly yearlyUnits: number | null
}

/** A price over some days. */
export interface Rate extends Days {
  readonly pence: Pence
}
