import type { Id } from '../../core/values/index.ts'
import { type Band, bands } from '../visit-line.ts'

/** A kind of service in an area for which a provider can declare, or has. */
export interface AreaAsked {
  readonly partnershipId: Id
  readonly serviceType: string
  readonly area: string
  readonly name: string
}

/** What is declared or given already in one part of the day. */
export interface Cell extends AreaAsked {
  readonly band: string
  readonly declared: number | null
  readonly committed: number
  readonly declaredAt: Date | null
}

/** One number a part of the day for an area: what a provider can give there in a week. */
export interface CapacityNumbers extends AreaAsked {
  readonly bands: Readonly<Record<Band, { readonly declared: number | null; readonly committed: number }>>
  /** Null while nothing is declared, and so nothing is limited. */
  readonly declaredAt: Date | null
}

/** An area directly below another. */
interface Link {
  readonly parent: string
  readonly code: string
}

/**
 * Where a provider declares: the areas of its lots, without those that lie in another of them, and where it declared
 * already; with what is declared and given in each.
 */
export function capacityNumbers(
  lots: readonly AreaAsked[],
  cells: readonly Cell[],
  links: readonly Link[],
): CapacityNumbers[] {
  const declared = cells.filter((cell) => cell.declared !== null)
  const within = linesBelow(links)
  const wanted = lots.filter((lot) => {
    const near = (other: AreaAsked) => sameService(lot, other) && lot.area !== other.area
    const inAnother = [...lots, ...declared].some((other) => near(other) && within(lot.area, other.area))
    return !inAnother && !declared.some((other) => near(other) && within(other.area, lot.area))
  })
  const areas = new Map([...declared, ...wanted].map((one) => [keyOf(one), one]))
  return [...areas.values()].map(({ partnershipId, serviceType, area, name }) => {
    const here = cells.filter((cell) => keyOf(cell) === keyOf({ partnershipId, serviceType, area, name }))
    const declaredAt = here.find((cell) => cell.declaredAt !== null)?.declaredAt ?? null
    const given = cells.filter(
      (cell) =>
        cell.partnershipId === partnershipId &&
        cell.serviceType === serviceType &&
        (cell.area === area || (cell.declared === null && within(cell.area, area))),
    )
    const numbers = bands.map((band) => [
      band,
      {
        declared: declaredAt === null ? null : (here.find((cell) => cell.band === band)?.declared ?? 0),
        committed: given.reduce((sum, cell) => sum + (cell.band === band ? cell.committed : 0), 0),
      },
    ])
    return { partnershipId, serviceType, area, name, bands: Object.fromEntries(numbers), declaredAt }
  })
}

const keyOf = ({ partnershipId, serviceType, area }: AreaAsked): string => `${partnershipId} ${serviceType} ${area}`

const sameService = (one: AreaAsked, other: AreaAsked): boolean =>
  one.partnershipId === other.partnershipId && one.serviceType === other.serviceType

/** Tells whether an area lies in another, however far below. */
function linesBelow(links: readonly Link[]): (area: string, around: string) => boolean {
  const parents = Map.groupBy(links, ({ code }) => code)
  const known = new Map<string, ReadonlySet<string>>()
  const above = (area: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
    const held = known.get(area)
    if (held) return held
    const next = (parents.get(area) ?? []).filter(({ parent }) => !seen.has(parent))
    const all = new Set(next.flatMap(({ parent }) => [parent, ...above(parent, new Set([...seen, parent]))]))
    known.set(area, all)
    return all
  }
  return (area, around) => above(area).has(around)
}
