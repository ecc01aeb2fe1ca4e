import type { Random } from '../random.ts'
import { type Dual, startOver } from './dual.ts'
import { effort, type Meter } from './meter.ts'
import { pass, step } from './passes.ts'

/**
 * Passes between two roundings, of problems of up to `cells` items × agents, fewer of larger ones; the least and the
 * most part of the items at hand that one rounding places.
 */
const depth = { passes: 20, fewest: 4, cells: 20_000, least: 0.1, most: 0.25 } as const

/**
 * Places the items at hand with the agents at hand, by rounding the Lagrangian: those that an agent took nearly always
 * in the last passes are placed with it, the values of the others settle anew, and so on. `noise`, from 0 to 1, is how
 * much chance there is in who comes first. What finds no room at last stays at −1 in `chosen`.
 */
export function dive(dual: Dual, noise: number, random: Random, meter: Meter, chosen: Int32Array): void {
  const { whole, taken, items, room, open, isIn } = dual
  const { agents, weight } = whole
  for (let at = 0; at < dual.itemCount; at += 1) chosen[items[at]!] = -1
  const passes = Math.max(
    depth.fewest,
    Math.min(depth.passes, Math.round((depth.passes * depth.cells) / (whole.items * agents))),
  )
  const score = new Float64Array(whole.items)
  const favourite = new Int32Array(whole.items)
  while (dual.itemCount > 0 && !meter.isOver()) {
    startOver(dual, 0.3)
    for (let turn = 0; turn < passes; turn += 1) {
      const bound = pass(dual)
      meter.done += effort.pass
      step(dual, bound, Math.max(dual.bound, bound) + 0.002 * Math.abs(bound) + 5)
    }
    // What an item adds up to that was taken in every one of the passes.
    let sum = 0
    for (let turn = 0, unit = dual.unit; turn < passes; turn += 1, unit /= 1.05) sum += unit
    let hopeless = true
    for (let at = 0; at < dual.itemCount; at += 1) {
      const item = items[at]!
      score[item] = -9
      for (let place = 0; place < dual.agentCount; place += 1) {
        const agent = dual.agents[place]!
        const cell = item * agents + agent
        if (open[cell] === 0 || weight[cell]! > room[agent]!) continue
        const one = taken[cell]! / sum - noise * random.unit()
        taken[cell] = 0
        if (one <= score[item]!) continue
        score[item] = one
        favourite[item] = agent
        hopeless = false
      }
    }
    if (hopeless) return
    const queue = items.slice(0, dual.itemCount).sort((a, b) => score[b]! - score[a]! || a - b)
    const least = Math.max(1, Math.ceil(depth.least * dual.itemCount))
    const most = Math.max(least, depth.most * dual.itemCount)
    let placed = 0
    for (const item of queue) {
      const agent = favourite[item]!
      const cell = item * agents + agent
      if (score[item] === -9 || weight[cell]! > room[agent]!) continue
      if (placed >= most || (placed >= least && score[item]! < 0.9 - noise)) break
      chosen[item] = agent
      room[agent]! -= weight[cell]!
      isIn[item] = 0
      placed += 1
    }
    let kept = 0
    for (let at = 0; at < dual.itemCount; at += 1) {
      if (isIn[items[at]!] === 1) {
        items[kept] = items[at]!
        kept += 1
      }
    }
    dual.itemCount = kept
  }
}
