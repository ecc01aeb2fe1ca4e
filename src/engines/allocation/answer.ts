import { planOf } from './draft.ts'
import type { Model } from './model.ts'
import type { Answer } from './problem.ts'

/** A Lagrangian value less what floating point may have added to it; whole pence where all costs are. */
export function safeBound(model: Model, value: number): number {
  const safe = value - 1e-9 * Math.abs(value) - 1e-6
  return model.whole ? Math.ceil(safe) : safe
}

/** Whether a bound leaves no room for a plan that costs a penny less. */
export function isProved(model: Model, objective: number, bound: number): boolean {
  return objective - bound < (model.whole ? 1 - 1e-6 : Math.min(1, 1e-7 * Math.abs(objective)))
}

/** Pence a week of a choice of options, summed anew. */
export function objectiveOf(model: Model, chosen: Int32Array): number {
  let objective = model.lockedCost
  for (let item = 0; item < model.packages; item += 1) {
    if (model.locked[item] === 0) objective += chosen[item]! < 0 ? model.unmetCost[item]! : model.cost[chosen[item]!]!
  }
  return objective
}

/** The answer that a choice of options is, with what the bound proves of it. */
export function answerOf(model: Model, chosen: Int32Array, bound: number, iterations: number, seed: number): Answer {
  const objective = objectiveOf(model, chosen)
  const plan = planOf(model, chosen)
  let packages = 0
  let weightedMinutes = 0
  for (let item = 0; item < model.packages; item += 1) {
    if (plan[item] !== null) continue
    packages += 1
    weightedMinutes += model.problem.packages[item]!.priority * model.minutes[item]!
  }
  const proved = isProved(model, objective, bound)
  const below = proved ? objective : bound
  return {
    plan,
    objective,
    bound: below,
    gap: objective === 0 ? 0 : (objective - below) / objective,
    unmet: { packages, weightedMinutes },
    iterations,
    seed,
    proved,
  }
}
