import { answerOf, isProved, safeBound } from './answer.ts'
import { compile } from './compile.ts'
import { type Draft, emptyDraft, planOf, setAll } from './draft.ts'
import { solveExactly } from './exactly.ts'
import { placeGreedily } from './greedy.ts'
import { guideOf } from './guide.ts'
import { type Packing, raisePacking } from './packing.ts'
import { noPrices, raisePrices } from './prices.ts'
import type { Answer, Plan, Problem } from './problem.ts'
import { seeded } from './random.ts'
import { isOfSmallAreas, planRegions } from './regions.ts'
import { repair } from './repair.ts'
import { search } from './search.ts'
import type { Settings } from './settings.ts'
import { settleStrictly } from './strict.ts'
import { tighten } from './tighten.ts'
import { shareOut } from './whole/share-out.ts'
import { wholeOf } from './whole/whole.ts'

/** Passes over all prices of rows, steps of the packing bound, branches of one knapsack, and work for regions, at most. */
const limits = { passes: 300, steps: 600, branches: 2000, work: 1_000_000 } as const

/** Iterations that give a good plan in seconds, where neither iterations nor a time are asked for. */
export function usualIterations(problem: Problem): number {
  return 20_000 + 60 * problem.packages.length
}

/**
 * Places packages with providers at little cost, and proves how little any plan can cost: a greedy start, prices of
 * rows with their Lagrangian bound, a search steered by them, and a tighter bound that packs whole providers.
 */
export function solve(problem: Problem, settings: Settings): Answer {
  const model = tighten(compile(problem, settings.policy))
  const random = seeded(settings.seed)
  const clock = settings.spent ?? (() => 0)
  const iterations = settings.iterations ?? (settings.spent === undefined ? usualIterations(problem) : Infinity)
  const draft = emptyDraft(model)
  const isOver = () => clock() >= 1
  placeGreedily(draft, noPrices(model), isOver)
  repair(draft)
  const first = { chosen: draft.chosen.slice(), cost: draft.cost }
  let bound = safeBound(model, model.lockedCost)
  const tell = (done: number, objective: number, plan: () => Plan) =>
    settings.onProgress?.({ iterations: done, objective, bound: Math.min(bound, objective), plan })
  tell(0, draft.cost, () => planOf(model, strictly(draft, settings)))

  const prices = raisePrices(model, limits.passes, () => clock() / 0.2)
  bound = Math.max(bound, safeBound(model, prices.bound))
  const guide = guideOf(model, prices)
  setAll(draft, new Int32Array(model.packages).fill(-1))
  placeGreedily(draft, prices, isOver)
  repair(draft)
  if (draft.cost > first.cost) setAll(draft, first.chosen)
  bound = Math.max(bound, solveExactly(draft, settings))

  const proved = () => isProved(model, draft.cost, bound)
  const whole = proved() ? null : wholeOf(model)
  let done = 0
  if (whole !== null) {
    const shared = shareOut(draft, whole, prices.price, random, {
      iterations,
      spent: clock,
      isProved: (cost, below) => isProved(model, cost, safeBound(model, below)),
      onLook: (many, below) => {
        bound = Math.max(bound, safeBound(model, below))
        tell(many, draft.cost, () => planOf(model, draft.chosen))
      },
    })
    bound = Math.max(bound, safeBound(model, shared.bound))
    done = shared.iterations
    if (shared.isPlaced) return answerOf(model, strictly(draft, settings), bound, done, settings.seed)
  }
  const look = (until: number, many: number): number => {
    const start = clock()
    const spentOf = () => (clock() >= 1 ? 1 : (clock() - start) / (until - start))
    const found = search(draft, guide, random, {
      iterations: proved() || start >= until ? 0 : many,
      spent: spentOf,
      onLook: (more, trial) => tell(done + more, trial.bestCost, () => planOf(model, trial.best)),
    })
    setAll(draft, found.best)
    return found.iterations
  }
  // A small problem has few packages for a provider, so that its bound has more to gain than its plan.
  const isSmall = isOfSmallAreas(model)
  const turns = isSmall ? ([0.15, 0.95] as const) : model.options < 20_000 ? ([0.4, 0.7] as const) : ([0.9, 1] as const)
  done += look(turns[0], (isSmall ? Math.min(iterations, 20_000) : iterations) - done)
  const isDue = () => clock() >= turns[1]
  const planSmallAreas = (packing: Packing | null, isEnough: () => boolean) => {
    const found = planRegions(draft, guide, packing, Math.min(3 * iterations, limits.work), isEnough, (known) => {
      bound = Math.max(bound, safeBound(model, known))
      tell(done, draft.cost, () => planOf(model, strictly(draft, settings)))
    })
    bound = Math.max(bound, safeBound(model, found))
  }
  if (!proved() && isSmall) planSmallAreas(null, isDue)
  else if (!proved()) {
    const steps = Math.min(limits.steps, Math.ceil(iterations / 250))
    const start = clock()
    const spent = () => (isDue() ? 1 : (clock() - start) / (turns[1] - start))
    const packing = raisePacking(draft, guide, steps, model.options < 20_000 ? limits.branches : 200, spent)
    bound = Math.max(bound, safeBound(model, packing.bound))
    if (!proved()) planSmallAreas(packing, isOver)
  }
  done += look(1, iterations - done)
  return answerOf(model, strictly(draft, settings), bound, done, settings.seed)
}

/** The options of a draft, with nobody passed over under the policy `strict`. */
function strictly(draft: Draft, settings: Settings): Int32Array {
  if (settings.policy !== 'strict') return draft.chosen.slice()
  const settled = emptyDraft(draft.model)
  setAll(settled, draft.chosen)
  settleStrictly(settled, seeded(settings.seed))
  return settled.chosen
}
