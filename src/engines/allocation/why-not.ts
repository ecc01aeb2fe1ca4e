import { objectiveOf } from './answer.ts'
import { areaProblem } from './area-problem.ts'
import { compile } from './compile.ts'
import { breachOf, emptyDraft, place, planOf } from './draft.ts'
import { guideOf } from './guide.ts'
import { mendRuns, mendShares } from './mend.ts'
import type { Model } from './model.ts'
import { fill, force, placeWaiting } from './moves.ts'
import { noPrices } from './prices.ts'
import type { Plan, Policy, Problem } from './problem.ts'
import { seeded } from './random.ts'
import { betterRanked } from './strict.ts'
import type { Table } from './table.ts'
import { change, isBroken, trialOf, undo } from './trial.ts'

/** One package that goes from a provider to another; null is unmet. */
export interface Move {
  readonly package: number
  readonly from: number | null
  readonly to: number | null
}

/** Why a package is not with a provider: it can't be, or it can and then these move at this change of the objective. */
export type WhyNot =
  | {
      readonly possible: false
      readonly because: 'locked' | 'not-an-option' | 'forbidden' | 'no-capacity' | 'run-or-share'
    }
  | { readonly possible: true; readonly moves: readonly Move[]; readonly objectiveChange: number }

/** How often another way of making room is tried; the cheapest counts. */
const attempts = 40

/**
 * Puts a package with a provider whatever is there, pushes out those that lose least, and places them again. Only
 * packages of the same area move: a provider's rows are by area, and its cap counts what it holds elsewhere.
 */
export function whyNot(problem: Problem, plan: Plan, item: number, provider: number, policy: Policy): WhyNot {
  const asked = problem.packages[item]!
  if (plan[item] === provider) return { possible: true, moves: [], objectiveChange: 0 }
  if (asked.locked) return { possible: false, because: 'locked' }
  if (!asked.options.some((option) => option.provider === provider)) {
    return { possible: false, because: 'not-an-option' }
  }
  if (asked.forbidden.includes(provider)) return { possible: false, because: 'forbidden' }
  const { part, members } = areaProblem(problem, asked.area, plan)
  const model = compile(part, policy)
  const at = members.indexOf(item)
  const option = optionOf(model, at, provider)
  if (option < 0) return { possible: false, because: 'no-capacity' }
  const draft = emptyDraft(model)
  for (const [local, member] of members.entries()) {
    const now = plan[member] ?? null
    const own = now === null || model.locked[local] === 1 ? -1 : optionOf(model, local, now)
    if (own >= 0) place(draft, local, own)
  }
  const before = objectiveOf(model, draft.chosen)
  const trial = trialOf(draft)
  const table: Table = {
    trial,
    guide: guideOf(model, noPrices(model)),
    random: seeded(item + 1),
    waiting: [],
  }
  const wasBroken = breachOf(draft, model.area[at]!) > 0
  let best: { cost: number; plan: Plan } | null = null
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    table.waiting.length = 0
    if (force(table, at, option)) {
      placeWaiting(table, attempt % 3, attempt === 0 ? 0 : table.guide.scale)
      mendRuns(table)
      placeWaiting(table, 0, 0)
      fill(table, model.area[at]!, 0)
      if (isBroken(trial)) {
        mendShares(table)
        placeWaiting(table, 0, 0)
      }
      if (policy === 'strict') settle(table, at)
      const cost = objectiveOf(model, draft.chosen)
      const kept = draft.chosen[at] === option && (wasBroken || !isBroken(trial))
      if (kept && (best === null || cost < best.cost)) best = { cost, plan: planOf(model, draft.chosen) }
    }
    undo(trial)
  }
  if (best === null) return { possible: false, because: 'run-or-share' }
  const moves = members.flatMap((member, local): Move[] => {
    const [from, to] = [plan[member] ?? null, best.plan[local] ?? null]
    return from === to ? [] : [{ package: member, from, to }]
  })
  return { possible: true, moves, objectiveChange: best.cost - before }
}

function optionOf(model: Model, item: number, provider: number): number {
  for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
    if (model.provider[option] === provider) return option
  }
  return -1
}

/** Moves all but the package that was asked about to better-ranked options that have room. */
function settle(table: Table, asked: number): void {
  const { draft } = table.trial
  for (let moved = true; moved; ) {
    moved = false
    for (let item = 0; item < draft.model.packages; item += 1) {
      if (item === asked || draft.model.locked[item] === 1) continue
      const option = betterRanked(draft, item)
      if (option < 0) continue
      change(table.trial, item, option)
      moved = true
    }
  }
}
