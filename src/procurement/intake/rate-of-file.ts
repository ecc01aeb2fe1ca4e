import type { IsoDate, Pence } from '../../core/values/index.ts'
import type { DayType, RateBasis, RateUnit } from '../rate-line.ts'

/** A price, or the most that may be asked, as a row of a file tells it. */
export interface RateOfFile {
  readonly line: number
  readonly contract: string
  readonly lot: string
  /** '' for one price for every provider of the lot. */
  readonly provider: string
  readonly basis: RateBasis
  readonly unit: RateUnit
  readonly visitMinutes: number | null
  readonly dayType: DayType
  readonly level: string
  readonly includes: string
  readonly yearlyUnits: number | null
  readonly cap: Pence | null
  readonly rate: Pence | null
  /** Null: from the contract's first day. */
  readonly from: IsoDate | null
}

/** By what a row is known again. */
export const rateKey = ({ contract, lot, provider, unit, visitMinutes, dayType, level, from }: RateOfFile): string =>
  JSON.stringify([
    contract.toLowerCase(),
    lot.toLowerCase(),
    provider.toLowerCase(),
    unit,
    visitMinutes,
    dayType,
    level,
    from,
  ])
