import { type LayOut, layOut, minutesOf } from './lay-out.ts'
import { slack } from './model.ts'
import type { Option, PackageToPlace, Plan, Problem } from './problem.ts'

/** What is in the way of one option of a package as a plan stands; bands that lack minutes are named. */
export type Obstacle =
  | { readonly because: 'forbidden' }
  | { readonly because: 'no-room'; readonly bands: readonly number[] }
  | { readonly because: 'cap' }
  | { readonly because: 'run'; readonly minutes: number }
  | { readonly because: 'share' }
  | { readonly because: 'leaving-run' }

/** A plan's problem as it stands when everything placed stays. */
export interface RoomLeft {
  readonly problem: Problem
  readonly plan: Plan
  readonly left: LayOut
}

/** The room that a plan leaves. */
export function roomLeft(problem: Problem, plan: Plan): RoomLeft {
  const packages = problem.packages.map((item, at) => {
    const current = plan[at] ?? null
    return current === null ? item : { ...item, current, locked: true }
  })
  return { problem, plan, left: layOut({ ...problem, packages }) }
}

/** What is in the way of moving a package, alone, by an option; null for nothing. */
export function obstacleOf({ problem, plan, left }: RoomLeft, at: number, option: Option): Obstacle | null {
  const item = problem.packages[at]!
  if (item.forbidden.includes(option.provider)) return { because: 'forbidden' }
  const pair = left.pairOf(option.provider, item.area)!
  const bands = [...item.minutes.keys()].filter((band) => {
    const part = item.minutes[band]!
    return part > 0 && part > left.room[pair * left.bands + band]! + slack
  })
  if (bands.length > 0) return { because: 'no-room', bands }
  const minutes = minutesOf(item)
  if (minutes > left.capRoom[option.provider]! + slack) return { because: 'cap' }
  const load = left.pairBase[pair]! + minutes
  if (load < left.pairRun[pair]! - slack) return { because: 'run', minutes: left.pairRun[pair]! }
  const now = plan[at] ?? null
  const all = left.areaBase[left.areaOf(item.area)]! + (now === null ? minutes : 0)
  if (problem.maxShare !== null && load > problem.maxShare * all + slack) return { because: 'share' }
  return now !== null && breaksRun(problem, plan, left, item, now, minutes) ? { because: 'leaving-run' } : null
}

function breaksRun(
  problem: Problem,
  plan: Plan,
  left: LayOut,
  item: PackageToPlace,
  now: number,
  minutes: number,
): boolean {
  const pair = left.pairOf(now, item.area)!
  if (left.pairBase[pair]! - minutes >= left.pairRun[pair]! - slack) return false
  const stays = (one: PackageToPlace, at: number) =>
    one !== item && plan[at] === now && one.area === item.area && !one.locked
  return problem.packages.some(stays)
}
