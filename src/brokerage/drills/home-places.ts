import type { DrillAsked } from './drill-asked.ts'
import type { ClosingHome, DrillGround, OtherHome } from './drill-ground.ts'

/** A home that could take some, by what is known and assumed. */
export interface HomeWithRoom extends Omit<OtherHome, 'organisationId'> {
  /** Places that would be free by the assumption, and no more than those that nobody known here has; null where none was made. */
  readonly free: number | null
  /** How many would go there; null where nobody knows how many have to. */
  readonly takes: number | null
}

/** What closing a home comes to, in places. */
export interface HomesFound {
  readonly closing: readonly ClosingHome[]
  /** Registered places that would go. */
  readonly places: number
  /** As whoever ran the drill said. */
  readonly residents: number | null
  /** Who is known to live there, for their care is bought from here; others may live there too. Drills of before have none. */
  readonly known?: number
  readonly othersFullPercent: number | null
  /** Near ones first. */
  readonly others: readonly HomeWithRoom[]
  readonly otherPlaces: number
  /** Those for whom no place would be free within reach; null where nobody knows or assumed enough. */
  readonly withoutPlace: number | null
}

/**
 * Where those who live in a home could go. Registers know places and not who fills them. Who is known here, because their
 * care is bought from here, is counted; without an assumption of how full other homes are nobody is said to find a place.
 */
export function homesFound(
  { homes, otherHomes, homeResidents }: Pick<DrillGround, 'homes' | 'otherHomes' | 'homeResidents'>,
  { residents, othersFullPercent }: Pick<DrillAsked, 'residents' | 'othersFullPercent'>,
): HomesFound | null {
  if (homes.length === 0) return null
  let left = livingThere(residents, homeResidents)
  const others = otherHomes.toSorted(nearerOrBetter).map(({ organisationId: _, ...home }): HomeWithRoom => {
    const assumed = othersFullPercent === null ? null : Math.floor((home.places * (100 - othersFullPercent)) / 100)
    const free = assumed === null ? null : Math.min(assumed, freeAtMost(home))
    const takes = free === null || left === null ? null : Math.min(free, left)
    if (takes !== null && left !== null) left -= takes
    return { ...home, free, takes }
  })
  return {
    closing: homes,
    places: homes.reduce((sum, { places }) => sum + (places ?? 0), 0),
    residents,
    known: homeResidents,
    othersFullPercent,
    others,
    otherPlaces: others.reduce((sum, { places }) => sum + places, 0),
    withoutPlace: othersFullPercent === null ? null : left,
  }
}

/** How many people have to find a place: as somebody said, and at least those known; null where neither is. */
export function livingThere(residents: number | null, known: number): number | null {
  if (residents === null) return known > 0 ? known : null
  return Math.max(residents, known)
}

/** Registered places less those of people known here. */
export const freeAtMost = ({ places, known }: { readonly places: number; readonly known?: number | null }): number =>
  Math.max(0, places - (known ?? 0))

/** The nearer first where distances are known, then the better graded, then by name. */
const nearerOrBetter = (a: OtherHome, b: OtherHome): number =>
  (a.metres ?? Number.MAX_SAFE_INTEGER) - (b.metres ?? Number.MAX_SAFE_INTEGER) ||
  (b.grade ?? 0) - (a.grade ?? 0) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
