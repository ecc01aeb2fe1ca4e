import { fillSack } from './agent-knapsack.ts'
import type { Dual } from './dual.ts'

/** Brings what is worth something to an agent into the order of value a minute; returns how many they are. */
export function line(dual: Dual, agent: number): number {
  const { whole, open, value, worth, minutes, rate, isIn } = dual
  const { items, agents, cost, weight } = whole
  const order = dual.order.subarray(agent * items, (agent + 1) * items)
  const room = dual.room[agent]!
  let count = 0
  let kept = 0
  for (let place = 0; place < dual.ordered[agent]!; place += 1) {
    const item = order[place]!
    if (isIn[item] === 0) continue
    const cell = item * agents + agent
    const gain = open[cell] === 1 && weight[cell]! <= room ? value[item]! - cost[cell]! : -1
    worth[item] = gain
    minutes[item] = weight[cell]!
    const one = gain <= 0 ? -1 : gain / weight[cell]!
    rate[item] = one
    if (gain > 0) count += 1
    // The order of the last pass is nearly right.
    let at = kept
    for (; at > 0 && rate[order[at - 1]!]! < one; at -= 1) order[at] = order[at - 1]!
    order[at] = item
    kept += 1
  }
  dual.ordered[agent] = kept
  return count
}

/** One pass over the knapsacks of the agents at hand; returns the Lagrangian bound and counts who is taken. */
export function pass(dual: Dual): number {
  const { whole, value, sack, count, taken, items } = dual
  let bound = 0
  for (let at = 0; at < dual.itemCount; at += 1) {
    bound += value[items[at]!]!
    count[items[at]!] = 0
  }
  dual.unit *= 1.05
  for (let place = 0; place < dual.agentCount; place += 1) {
    const agent = dual.agents[place]!
    const many = line(dual, agent)
    const order = dual.order.subarray(agent * whole.items, (agent + 1) * whole.items)
    bound -= fillSack(sack, order, many, dual.worth, dual.minutes, dual.room[agent]!)
    for (let at = 0; at < sack.takenCount; at += 1) {
      const item = sack.taken[at]!
      count[item]! += 1
      taken[item * whole.agents + agent]! += dual.unit
    }
  }
  if (dual.unit > 1e100) {
    for (let cell = 0; cell < taken.length; cell += 1) taken[cell]! /= dual.unit
    dual.unit = 1
  }
  return bound
}

/** Moves the values after a pass by a deflected step (Camerini and others 1975), its length by Polyak's rule towards `aim`. */
export function step(dual: Dual, bound: number, aim: number): void {
  const { whole, value, bestValue, count, slope, items } = dual
  if (bound > dual.bound + 1e-6 * Math.abs(bound)) dual.still = 0
  else dual.still += 1
  if (bound > dual.bound) {
    dual.bound = bound
    for (let at = 0; at < dual.itemCount; at += 1) bestValue[items[at]!] = value[items[at]!]!
  }
  if (dual.still >= 12) {
    dual.pace *= 0.7
    dual.still = 0
    for (let at = 0; at < dual.itemCount; at += 1) value[items[at]!] = bestValue[items[at]!]!
  }
  let norm = 0
  for (let at = 0; at < dual.itemCount; at += 1) {
    const item = items[at]!
    slope[item] = 0.6 * slope[item]! + 1 - count[item]!
    norm += slope[item]! * slope[item]!
  }
  if (norm === 0) return
  const length = (dual.pace * Math.max(aim - bound, 1e-3)) / norm
  for (let at = 0; at < dual.itemCount; at += 1) {
    const item = items[at]!
    value[item] = Math.min(whole.unmet[item]!, value[item]! + length * slope[item]!)
  }
}
