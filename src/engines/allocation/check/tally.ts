import type { PackageToPlace, Plan, Problem } from '../problem.ts'

/** What a provider is planned to give in an area, carers' minutes a week. */
export interface Given {
  readonly bands: number[]
  all: number
  /** Of packages that could have gone elsewhere. */
  unlocked: number
}

/** All that a plan gives, counted from nothing. */
export interface Tally {
  /** By provider, then by area. */
  readonly given: readonly Map<number, Given>[]
  /** By provider over all areas. */
  readonly totals: number[]
  /** By area: books and plan of all providers together. */
  readonly areas: Map<number, number>
}

/** All minutes of a package. */
export const minutesOf = ({ minutes }: PackageToPlace): number => minutes.reduce((sum, one) => sum + one, 0)

/** Counts what each provider is planned to give; placements that name no provider there is are left out. */
export function tallyOf(problem: Problem, plan: Plan): Tally {
  const tally: Tally = {
    given: problem.providers.map(() => new Map()),
    totals: problem.providers.map(() => 0),
    areas: new Map(),
  }
  for (const { book } of problem.providers)
    for (const { area, minutes } of book) tally.areas.set(area, (tally.areas.get(area) ?? 0) + minutes)
  for (const [at, one] of problem.packages.entries()) {
    const provider = plan[at]
    if (provider !== undefined && provider !== null && tally.given[provider]) add(tally, one, provider, 1)
  }
  return tally
}

/** Adds a package to a provider, or with sign −1 takes it away. */
export function add(tally: Tally, one: PackageToPlace, provider: number, sign: 1 | -1): void {
  const areas = tally.given[provider]
  if (!areas) return
  const given = areas.get(one.area) ?? { bands: [], all: 0, unlocked: 0 }
  areas.set(one.area, given)
  for (const [band, minutes] of one.minutes.entries()) given.bands[band] = (given.bands[band] ?? 0) + sign * minutes
  const all = sign * minutesOf(one)
  given.all += all
  if (!one.locked) given.unlocked += all
  tally.totals[provider] = (tally.totals[provider] ?? 0) + all
  tally.areas.set(one.area, (tally.areas.get(one.area) ?? 0) + all)
}
