import { objectiveOf, safeBound } from './answer.ts'
import { areaCosts } from './area-costs.ts'
import { areaProblem } from './area-problem.ts'
import { compile } from './compile.ts'
import { type Draft, hasRoom, place, setAll, takeBack } from './draft.ts'
import type { Packing } from './packing.ts'
import type { Plan } from './problem.ts'
import { isKept } from './repair.ts'
import type { Settings } from './settings.ts'

/** Most free packages of a problem, or of one area, that is given to the exact solver. */
const mostPackages = 50

/** Lets the exact solver have a small problem: the draft takes its plan when that is cheaper; returns its bound. */
export function solveExactly(draft: Draft, settings: Settings): number {
  const { model } = draft
  const free = model.locked.reduce((sum, locked) => sum + 1 - locked, 0)
  if (settings.exact === undefined || free > mostPackages) return -Infinity
  const found = settings.exact(model.problem)
  if (found === null) return -Infinity
  if (found.plan !== null) {
    const chosen = model.problem.packages.map((_, item) => optionFor(draft, item, found.plan?.[item] ?? null))
    const options = Int32Array.from(chosen)
    if (objectiveOf(model, options) < draft.cost) setAll(draft, options)
  }
  return safeBound(model, found.bound)
}

/**
 * Raises a packing bound by solving areas exactly at the prices of the caps that couple them, those with most to gain
 * first; where an area's exact plan keeps the caps and costs less, the draft takes it. Returns the bound.
 */
export function solveAreas(draft: Draft, packing: Packing, settings: Settings, isOver: () => boolean): number {
  const { model } = draft
  const { problem } = model
  const cost = areaCosts(draft, packing.capPrice)
  const free = new Int32Array(model.areas)
  const name = new Map<number, number>()
  for (let item = 0; item < model.packages; item += 1) {
    name.set(model.area[item]!, problem.packages[item]!.area)
    free[model.area[item]!]! += 1 - model.locked[item]!
  }
  const gain = (area: number) => cost[area]! - packing.areas[area]!
  const order = [...name.keys()]
    .filter((area) => free[area]! <= mostPackages && gain(area) > 1)
    .sort((a, b) => gain(b) - gain(a) || a - b)
  const locked: Plan = problem.packages.map((item) => (item.locked ? item.current : null))
  let bound = packing.bound
  for (const area of order) {
    if (isOver() || settings.exact === undefined) break
    const { part, members } = areaProblem(problem, name.get(area)!, locked, packing.capPrice)
    const found = settings.exact(part)
    if (found === null) continue
    const exact = found.bound - compile(part, settings.policy).lockedCost
    if (exact > packing.areas[area]!) bound += exact - packing.areas[area]!
    if (found.plan !== null) takeArea(draft, members, found.plan)
  }
  return safeBound(model, bound)
}

/** Takes an area's plan into a draft where everything is kept and it costs less; otherwise all stays as it was. */
function takeArea(draft: Draft, members: readonly number[], plan: Plan): void {
  const before = members.map((item) => draft.chosen[item]!)
  const cost = draft.cost
  for (const item of members) if (draft.chosen[item]! >= 0) takeBack(draft, item)
  let fits = true
  for (const [local, item] of members.entries()) {
    const option = draft.model.locked[item] === 1 ? -1 : optionFor(draft, item, plan[local] ?? null)
    if (option < 0) continue
    if (hasRoom(draft, option)) place(draft, item, option)
    else fits = false
  }
  if (fits && draft.cost < cost && isKept(draft)) return
  for (const item of members) if (draft.chosen[item]! >= 0) takeBack(draft, item)
  for (const [local, item] of members.entries()) if (before[local]! >= 0) place(draft, item, before[local]!)
}

function optionFor({ model }: Draft, item: number, provider: number | null): number {
  if (provider === null) return -1
  for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
    if (model.provider[option] === provider) return option
  }
  return -1
}
