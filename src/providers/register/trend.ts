import type { IsoDate } from '../../core/values/index.ts'

/** The counts of one council's register on one day, of one service type; '' is every type together. */
export interface CouncilCount {
  readonly council: string
  readonly asOf: IsoDate
  readonly serviceType: string
  readonly services: number
  readonly places: number
  readonly inHouse: number
}

/** What an area had on one day. */
export interface TrendPoint {
  readonly asOf: IsoDate
  readonly services: number
  readonly places: number
  /** Services that the council or health board runs itself. */
  readonly inHouse: number
}

/** The services of an area on every day of which its register is known. */
export interface Trend {
  readonly days: readonly IsoDate[]
  /** The total under '', then each service type under its key, when asked for. */
  readonly lines: readonly { readonly key: string; readonly points: readonly TrendPoint[] }[]
}

/**
 * Adds up councils day by day. Each council counts with its latest register of that day or before;
 * the first day is the first on which all of them are known, so that a council that comes late is no growth.
 */
export function trendFrom(counts: readonly CouncilCount[]): Trend {
  const councils = [...Map.groupBy(counts, (count) => count.council).values()].map(
    (of) => new Map([...Map.groupBy(of, (count) => count.asOf)].sort(([a], [b]) => (a < b ? -1 : 1))),
  )
  const first = councils.map((byDay) => byDay.keys().next().value ?? '').reduce((a, b) => (a > b ? a : b), '')
  const days = [...new Set(counts.map((count) => count.asOf))].filter((day) => day >= first).sort()
  const standing = days.map((day) => councils.flatMap((byDay) => latest(byDay, day)))
  const keys = [...new Set(counts.map((count) => count.serviceType))].sort()
  return {
    days,
    lines: keys.map((key) => ({ key, points: days.map((day, at) => pointOf(day, key, standing[at] ?? [])) })),
  }
}

function latest(byDay: ReadonlyMap<IsoDate, readonly CouncilCount[]>, day: IsoDate): readonly CouncilCount[] {
  let found: readonly CouncilCount[] = []
  for (const [asOf, counts] of byDay) if (asOf <= day) found = counts
  return found
}

function pointOf(asOf: IsoDate, key: string, counts: readonly CouncilCount[]): TrendPoint {
  const of = counts.filter(({ serviceType }) => serviceType === key)
  const sum = (what: 'services' | 'places' | 'inHouse') => of.reduce((total, count) => total + count[what], 0)
  return { asOf, services: sum('services'), places: sum('places'), inHouse: sum('inHouse') }
}
