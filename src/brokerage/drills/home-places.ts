import type { DrillAsked } from './drill-asked.ts'
import type { ClosingHome, DrillGround, OtherHome } from './drill-ground.ts'

/** A home that could take some, by what is known and assumed. */
export interface HomeWithRoom extends Omit<OtherHome, 'organisationId'> {
  /** Places that would be free by the assumption; null where none was made. */
  readonly free: number | null
  /** How many would go there; null where nobody knows how many have to. */
  readonly takes: number | null
}

/** What closing a home comes to, in places. */
export interface HomesFound {
  readonly closing: readonly ClosingHome[]
  /** Registered places that would go. */
  readonly places: number
  readonly residents: number | null
  readonly othersFullPercent: number | null
  /** Near ones first. */
  readonly others: readonly HomeWithRoom[]
  readonly otherPlaces: number
  /** Those for whom no place would be free within reach; null where nobody knows or assumed enough. */
  readonly withoutPlace: number | null
}

/**
 * Where those who live in a home could go. Registers know places and not who fills them, so without a number of residents
 * and an assumption of how full other homes are it only says how many places there are.
 */
export function homesFound(
  { homes, otherHomes }: Pick<DrillGround, 'homes' | 'otherHomes'>,
  { residents, othersFullPercent }: Pick<DrillAsked, 'residents' | 'othersFullPercent'>,
): HomesFound | null {
  if (homes.length === 0) return null
  let left = residents
  const others = otherHomes.toSorted(nearerOrBetter).map(({ organisationId: _, ...home }): HomeWithRoom => {
    const free = othersFullPercent === null ? null : Math.floor((home.places * (100 - othersFullPercent)) / 100)
    const takes = free === null || left === null ? null : Math.min(free, left)
    if (takes !== null && left !== null) left -= takes
    return { ...home, free, takes }
  })
  return {
    closing: homes,
    places: homes.reduce((sum, { places }) => sum + (places ?? 0), 0),
    residents,
    othersFullPercent,
    others,
    otherPlaces: others.reduce((sum, { places }) => sum + places, 0),
    withoutPlace: othersFullPercent === null ? null : left,
  }
}

/** The nearer first where distances are known, then the better graded, then by name. */
const nearerOrBetter = (a: OtherHome, b: OtherHome): number =>
  (a.metres ?? Number.MAX_SAFE_INTEGER) - (b.metres ?? Number.MAX_SAFE_INTEGER) ||
  (b.grade ?? 0) - (a.grade ?? 0) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
