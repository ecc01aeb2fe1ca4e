import type { IsoDate } from '../../core/values/index.ts'
import type { ProviderSize, Regulator, Sector } from './regulator.ts'

/** Adult active services of one kind in one place, counted. */
export interface TallyRow {
  readonly regulator: Regulator
  readonly council: string
  /** The smallest area known; '' when none is. */
  readonly place: string
  readonly careService: string
  /** Key; '' when the regulator's words mean no service type. */
  readonly serviceType: string
  readonly sectorWord: string
  readonly sector: Sector
  readonly inHouse: boolean
  readonly providerSize: ProviderSize
  /** Rank; 0 when not graded. */
  readonly lowestGrade: number
  readonly services: number
  readonly places: number
  readonly beds: number
}

/** The day that answers for one council. */
export interface TallyDay {
  readonly regulator: Regulator
  readonly council: string
  readonly councilName: string
  readonly asOf: IsoDate
  readonly sourceKey: string
  readonly demonstration: boolean
}

/** The services of an area, counted by every dimension at once. */
export interface AreaTally {
  readonly area: { readonly code: string; readonly name: string }
  /** The latest of its days; one council has only one. */
  readonly asOf: IsoDate
  /** Of that latest day. */
  readonly regulator: Regulator
  readonly sourceKey: string
  /** Whether any of it is invented. */
  readonly demonstration: boolean
  /** One for each council summed. */
  readonly days: readonly TallyDay[]
  /** Names of councils within the area whose register is not known here. */
  readonly missing: readonly string[]
  readonly rows: readonly TallyRow[]
}

/** What can be added up. */
export interface Sum {
  readonly services: number
  readonly places: number
  readonly beds: number
}

const nothing: Sum = { services: 0, places: 0, beds: 0 }

/** Services, places and beds of all rows together. */
export const sumOf = (rows: readonly Sum[]): Sum =>
  rows.reduce<Sum>(
    (sum, row) => ({
      services: sum.services + row.services,
      places: sum.places + row.places,
      beds: sum.beds + row.beds,
    }),
    nothing,
  )

/** The sums of rows by any dimension, in the order in which its values first come. */
export const sumsBy = <K>(rows: readonly TallyRow[], keyOf: (row: TallyRow) => K): Map<K, Sum> =>
  new Map([...Map.groupBy(rows, keyOf)].map(([key, of]) => [key, sumOf(of)]))

/** How many of a hundred services the council or health board runs itself; undefined where there is none. */
export function shareInHouse(rows: readonly TallyRow[]): number | undefined {
  const all = sumOf(rows).services
  return all === 0 ? undefined : (sumOf(rows.filter((row) => row.inHouse)).services / all) * 100
}
