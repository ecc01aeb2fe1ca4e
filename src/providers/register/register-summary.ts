import type { IsoDate } from '../../core/values/index.ts'
import { type AreaTally, sumOf, sumsBy } from './tally.ts'

/** A register in a few numbers, in the regulator's own words. */
export interface RegisterSummary {
  /** The day of the register. */
  readonly asOf: IsoDate
  readonly area: string
  readonly adultActive: number
  readonly byType: Readonly<Record<string, number>>
  readonly bySector: Readonly<Record<string, number>>
  readonly careHomesOlder: number
  readonly careHomesOlderPlaces: number
}

/** The adult active services of an area, by the regulator's words for what they are and who owns them. */
export function summaryOf({ area, asOf, rows }: AreaTally): RegisterSummary {
  const homes = sumOf(rows.filter(({ serviceType }) => serviceType === 'care-home-older-people'))
  return {
    asOf,
    area: area.code,
    adultActive: sumOf(rows).services,
    byType: services(sumsBy(rows, (row) => row.careService)),
    bySector: services(sumsBy(rows, (row) => row.sectorWord)),
    careHomesOlder: homes.services,
    careHomesOlderPlaces: homes.places,
  }
}

const services = (sums: ReadonlyMap<string, { readonly services: number }>): Record<string, number> =>
  Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([words, sum]) => [words, sum.services]))
