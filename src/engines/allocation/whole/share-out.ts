import { type Draft, setAll } from '../draft.ts'
import type { Random } from '../random.ts'
import { dive } from './dive.ts'
import { narrow, upTo } from './dual.ts'
import { mend, pick, polish } from './mend.ts'
import type { Meter } from './meter.ts'
import { setSharing } from './sharing.ts'
import type { Whole } from './whole.ts'
import { keepBest, raiseFirst, type Work, workOf } from './work.ts'

/** How long sharing out goes on. */
export interface Course {
  readonly iterations: number
  /** 0 at first, 1 and above at the end. */
  readonly spent: () => number
  /** Whether a bound leaves nothing below a cost; pence a week, both. */
  readonly isProved: (cost: number, bound: number) => boolean
  /** Called after every dive that the draft has its best plan from, with the bound. */
  readonly onLook: (iterations: number, bound: number) => void
}

/** One dive in so many is among all agents; the others are among a part of them, from the least to the most. */
const dives = { all: 4, least: 0.25, most: 0.75, noise: 0.1 } as const

/**
 * Shares out a classical problem: dives that round the Lagrangian make plans, and regrouping a few agents exactly
 * betters them. From the best plan on, dives are among some of the agents only, now and then among all; each better
 * plan closes cells, so that the rest is quicker. The draft takes the best plan. It gives up at the middle of its course
 * where nothing places all items. Returns the bound in pence a week.
 */
export function shareOut(
  draft: Draft,
  whole: Whole,
  rowPrice: Float64Array,
  random: Random,
  course: Course,
): { bound: number; iterations: number; isPlaced: boolean } {
  const { lockedCost } = draft.model
  const isPlan = whole.package.every((one) => draft.chosen[one]! >= 0)
  const given = whole.package.map((one) => (isPlan ? draft.model.provider[draft.chosen[one]!]! : 0))
  const most = () => (work.least < Infinity ? 1 : 0.5)
  const meter: Meter = { done: 0, isOver: () => meter.done >= course.iterations * most() || course.spent() >= most() }
  const price = Float64Array.from(whole.row, (row) => (row < 0 ? 0 : rowPrice[row]!))
  const work = workOf(whole, price, given, isPlan, meter, random)
  const boundOf = () => lockedCost + Math.min(work.bound, work.least)
  raiseFirst(work, course.iterations)
  for (let round = 0; !meter.isOver() && !course.isProved(work.least + lockedCost, boundOf()); round += 1) {
    setSharing(work.sharing, dived(work, round))
    if (mend(work)) {
      polish(work)
      keepBest(work)
    } else if (work.least === Infinity) work.reach *= 2
    if (work.least === Infinity) continue
    setAll(draft, optionsOf(draft, work))
    course.onLook(meter.done, boundOf())
  }
  return { bound: boundOf(), iterations: meter.done, isPlaced: work.least < Infinity }
}

/** n: agents of items after a dive; those that found no room are with their best open one. */
function dived(work: Work, round: number): Int32Array {
  const { whole, dual, random, room, best } = work
  const isAll = work.least === Infinity || round % dives.all === 0
  const part = isAll ? 1 : dives.least + (dives.most - dives.least) * random.unit()
  const group = pick(whole.agents, Math.max(1, Math.round(part * whole.agents)), random)
  const isIn = new Uint8Array(whole.agents)
  for (const agent of group) isIn[agent] = 1
  const items = upTo(whole.items).filter((item) => isAll || isIn[best[item]!] === 1)
  narrow(dual, group, items, work.summit)
  const chosen = best.slice()
  dive(dual, round === 0 ? 0 : dives.noise, random, work.meter, chosen)
  for (const item of items) {
    if (chosen[item]! >= 0) continue
    let least = Infinity
    for (let agent = 0; agent < whole.agents; agent += 1) {
      const cell = item * whole.agents + agent
      const reduced = whole.cost[cell]! + room.price[agent]! * whole.weight[cell]!
      if (dual.open[cell] === 0 || reduced >= least) continue
      least = reduced
      chosen[item] = agent
    }
    // All are closed only where no cheaper plan exists.
    if (least === Infinity) chosen[item] = best[item]!
  }
  return chosen
}

/** The options that the best plan's agents are, −1 for locked packages. */
function optionsOf(draft: Draft, { whole, best }: Work): Int32Array {
  const chosen = new Int32Array(draft.model.packages).fill(-1)
  for (let item = 0; item < whole.items; item += 1) {
    chosen[whole.package[item]!] = whole.option[item * whole.agents + best[item]!]!
  }
  return chosen
}
