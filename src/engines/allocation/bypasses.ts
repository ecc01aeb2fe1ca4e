import type { PackageToPlace, Plan, Problem } from './problem.ts'
import { type Obstacle, obstacleOf, roomLeft } from './room-left.ts'

/** A better-ranked provider that a package was not placed with, why, and which packages use what it lacked. */
export interface Bypass {
  readonly package: number
  readonly provider: number
  readonly rank: number
  /** Null where it had room and the plan is cheaper so, which only the policy `priced` allows. */
  readonly obstacle: Obstacle | null
  readonly usedBy: readonly number[]
}

/** Each better-ranked option that a placed package, locked ones apart, did not get. */
export function bypasses(problem: Problem, plan: Plan): readonly Bypass[] {
  const room = roomLeft(problem, plan)
  const held = problem.providers.map((): number[] => [])
  for (const [at, provider] of plan.entries()) if (provider !== null) held[provider]?.push(at)
  return problem.packages.flatMap((item, at) => {
    const now = item.options.find(({ provider }) => provider === plan[at])
    if (item.locked || now === undefined) return []
    return item.options
      .filter(({ provider, rank }) => rank < now.rank && !item.forbidden.includes(provider))
      .sort((a, b) => a.rank - b.rank || a.provider - b.provider)
      .map((option) => {
        const obstacle = obstacleOf(room, at, option)
        const usedBy = (held[option.provider] ?? []).filter((one) => uses(problem.packages[one], item, obstacle))
        return { package: at, provider: option.provider, rank: option.rank, obstacle, usedBy }
      })
  })
}

function uses(other: PackageToPlace | undefined, item: PackageToPlace, obstacle: Obstacle | null): boolean {
  if (other === undefined || obstacle === null) return false
  if (obstacle.because === 'cap') return true
  if (other.area !== item.area) return false
  if (obstacle.because === 'no-room') return obstacle.bands.some((band) => (other.minutes[band] ?? 0) > 0)
  return obstacle.because === 'share'
}
