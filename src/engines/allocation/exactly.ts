import { objectiveOf, safeBound } from './answer.ts'
import { type Draft, setAll } from './draft.ts'
import type { Settings } from './settings.ts'

/** Most free packages of a problem that is given to the exact solver. */
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

function optionFor({ model }: Draft, item: number, provider: number | null): number {
  if (provider === null) return -1
  for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
    if (model.provider[option] === provider) return option
  }
  return -1
}
