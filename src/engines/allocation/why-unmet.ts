import { unmetCostOf } from './compile.ts'
import type { Plan, Problem } from './problem.ts'
import { type Obstacle, obstacleOf, roomLeft } from './room-left.ts'

/** Why a package stays unmet, with what is in the way of each of its options. */
export interface WhyUnmet {
  readonly package: number
  readonly because:
    | 'locked'
    | 'no-option'
    | 'all-forbidden'
    | 'no-room'
    | 'cap'
    | 'run'
    | 'share'
    | 'dearer-than-unmet'
    | 'nothing'
  /** Bands in which no provider that may take it has room for it; empty where it is another thing. */
  readonly bands: readonly number[]
  readonly options: readonly { readonly provider: number; readonly obstacle: Obstacle | null }[]
}

/** In this order one reason stands for all: the nearest to being placed. */
const nearest = ['share', 'run', 'cap', 'no-room'] as const

/** For each unmet package the reason; 'nothing' where the plan could be bettered by one move. */
export function whyUnmet(problem: Problem, plan: Plan): readonly WhyUnmet[] {
  const room = roomLeft(problem, plan)
  return problem.packages.flatMap((item, at): WhyUnmet[] => {
    if ((plan[at] ?? null) !== null) return []
    const options = item.options.map((option) => ({
      provider: option.provider,
      obstacle: obstacleOf(room, at, option),
    }))
    const because = (reason: WhyUnmet['because'], bands: readonly number[] = []) => [
      { package: at, because: reason, bands, options },
    ]
    if (item.locked) return because('locked')
    if (options.length === 0) return because('no-option')
    const allowed = options.filter(({ obstacle }) => obstacle?.because !== 'forbidden')
    if (allowed.length === 0) return because('all-forbidden')
    const free = item.options.filter((_, index) => options[index]?.obstacle === null)
    if (free.length > 0) {
      const unmet = unmetCostOf(problem, item)
      return because(free.every(({ cost }) => cost >= unmet) ? 'dearer-than-unmet' : 'nothing')
    }
    const reason = nearest.find((one) => allowed.some(({ obstacle }) => obstacle?.because === one)) ?? 'no-room'
    const lacking = allowed.map(({ obstacle }) => (obstacle?.because === 'no-room' ? obstacle.bands : []))
    return because(
      reason,
      [...item.minutes.keys()].filter((band) => lacking.every((bands) => bands.includes(band))),
    )
  })
}
