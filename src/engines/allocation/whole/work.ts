import type { Random } from '../random.ts'
import { closeCells, type Tables, tablesOf } from './close.ts'
import { type Dual, dualOf, narrow, startOver, upTo } from './dual.ts'
import { effort, type Meter } from './meter.ts'
import { pass, step } from './passes.ts'
import { type Regroup, regroupOf } from './regroup.ts'
import { type Sharing, sharingOf } from './sharing.ts'
import type { Whole } from './whole.ts'

/** Passes that raise the bound at first, and again when cells were closed. */
const passes = { first: 400, again: 40 } as const

/** A problem being shared out: the bound, the best plan, and the plan in hand. Costs are in pence, without what is locked. */
export interface Work {
  readonly whole: Whole
  readonly dual: Dual
  readonly tables: Tables
  readonly sharing: Sharing
  readonly room: Regroup
  readonly meter: Meter
  readonly random: Random
  /** n: the values at which the bound is highest. */
  readonly summit: Float64Array
  bound: number
  /** n: agents of the best plan, and its cost; Infinity while there is none. */
  readonly best: Int32Array
  least: number
  /** How many agents a regrouping takes, so that few are cut short. */
  size: number
  /** Pence above the best plan, or while there is none above the bound, at which a plan is still worth making room in. */
  reach: number
}

/** The work to begin with: `agent` is a plan when `isPlan`, and `price` that of a minute of each agent. */
export function workOf(
  whole: Whole,
  price: Float64Array,
  agent: Int32Array,
  isPlan: boolean,
  meter: Meter,
  random: Random,
): Work {
  const dual = dualOf(whole, price)
  const sharing = sharingOf(whole, agent)
  return {
    whole,
    dual,
    tables: tablesOf(whole),
    sharing,
    room: regroupOf(sharing, dual.open, price),
    meter,
    random,
    summit: dual.value.slice(),
    bound: -Infinity,
    best: agent,
    least: isPlan ? sharing.cost : Infinity,
    size: 3,
    reach: 0,
  }
}

/** Raises the bound for the first time, with a part of the iterations. */
export function raiseFirst(work: Work, iterations: number): void {
  raise(work, Math.min(passes.first, Math.ceil(iterations / (4 * effort.pass))), 1)
  work.reach = 5 + 0.003 * Math.abs(work.bound)
  closeAndRaise(work)
}

/** Keeps the plan in hand where it is the best; then cells can be closed and the bound raised. */
export function keepBest(work: Work): void {
  if (work.sharing.cost >= work.least) return
  work.least = work.sharing.cost
  work.best.set(work.sharing.agent)
  closeAndRaise(work)
}

function closeAndRaise(work: Work): void {
  const { dual, whole, summit, tables, meter, least } = work
  if (least === Infinity || meter.isOver()) return
  narrow(dual, upTo(whole.agents), upTo(whole.items), summit)
  if (closeCells(dual, least, tables, meter) > 0) raise(work, passes.again, 0.2)
}

function raise(work: Work, many: number, pace: number): void {
  const { dual, whole, meter, summit, least } = work
  narrow(dual, upTo(whole.agents), upTo(whole.items), summit)
  startOver(dual, pace)
  for (let turn = 0; turn < many && dual.pace > 1e-3 && (turn === 0 || !meter.isOver()); turn += 1) {
    const bound = pass(dual)
    meter.done += effort.pass
    step(dual, bound, Math.min(least, bound + 0.003 * Math.abs(bound) + 5))
  }
  dual.standing.set(dual.order)
  if (dual.bound <= work.bound) return
  work.bound = dual.bound
  summit.set(dual.bestValue)
}
