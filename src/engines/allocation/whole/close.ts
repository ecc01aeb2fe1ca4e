import type { Dual } from './dual.ts'
import { effort, type Meter } from './meter.ts'
import { line, pass } from './passes.ts'
import type { Whole } from './whole.ts'

/** (n + 1) × (C + 1): what the first items of an agent's order earn by minutes, and the last. */
export interface Tables {
  readonly head: Float64Array
  readonly tail: Float64Array
}

/** Room for tables of every agent in turn. */
export function tablesOf({ items, room }: Whole): Tables {
  const cells = (items + 1) * (room.reduce((most, one) => Math.max(most, one), 0) + 1)
  return { head: new Float64Array(cells), tail: new Float64Array(cells) }
}

/**
 * Closes cells that no plan cheaper than `least` can use, by the exact Lagrangian bound with the item placed there:
 * the agent's knapsack with the item in it, and every other agent's without it (after Posta, Ferland and Michelon 2012).
 * The dual must have everything in hand. Returns how many cells it closed; none where the work is over before it is done.
 */
export function closeCells(dual: Dual, least: number, { head, tail }: Tables, meter: Meter): number {
  const { whole, open, value, worth, minutes } = dual
  const { items, agents, cost, weight } = whole
  const bound = pass(dual)
  // items × agents: what the bound rises by with the item in the agent, and n: without it in any.
  const rise = new Float64Array(items * agents).fill(Infinity)
  const drop = new Float64Array(items * agents)
  const drops = new Float64Array(items)
  for (let agent = 0; agent < agents; agent += 1) {
    if (meter.isOver()) return 0
    meter.done += effort.pass
    const room = dual.room[agent]!
    const width = room + 1
    const count = line(dual, agent)
    const order = dual.order.subarray(agent * items, (agent + 1) * items)
    tabulate(head, order, count, worth, minutes, room, false)
    tabulate(tail, order, count, worth, minutes, room, true)
    const full = head[count * width + room]!
    const place = new Int32Array(items).fill(-1)
    for (let at = 0; at < count; at += 1) place[order[at]!] = at
    for (let item = 0; item < items; item += 1) {
      const cell = item * agents + agent
      if (open[cell] === 0) continue
      const rest = room - weight[cell]!
      const at = place[item]!
      const gain = value[item]! - cost[cell]!
      if (at < 0) {
        rise[cell] = full - (head[count * width + rest]! + gain)
        continue
      }
      const [from, behind] = [at * width, (at + 1) * width]
      let [most, without] = [-Infinity, -Infinity]
      for (let left = 0; left <= room; left += 1) {
        without = Math.max(without, head[from + left]! + tail[behind + room - left]!)
        if (left <= rest) most = Math.max(most, head[from + left]! + tail[behind + rest - left]!)
      }
      rise[cell] = full - most - gain
      drop[cell] = full - without
      drops[item]! += drop[cell]!
    }
  }
  let closed = 0
  for (let cell = 0; cell < open.length; cell += 1) {
    if (open[cell] === 0) continue
    const item = (cell - (cell % agents)) / agents
    const forced = bound + rise[cell]! + drops[item]! - drop[cell]!
    if (forced - 1e-9 * Math.abs(forced) - 1e-6 > least - 1) {
      open[cell] = 0
      closed += 1
    }
  }
  return closed
}

/** (count + 1) × (C + 1): the most that the first items of an order are worth by minutes, or from each place on the last. */
function tabulate(
  table: Float64Array,
  order: Int32Array,
  count: number,
  worth: Float64Array,
  minutes: Int32Array,
  room: number,
  fromEnd: boolean,
): void {
  const width = room + 1
  const start = fromEnd ? count : 0
  table.fill(0, start * width, (start + 1) * width)
  for (let turn = 0; turn < count; turn += 1) {
    const at = fromEnd ? count - 1 - turn : turn
    const item = order[at]!
    const [source, target] = fromEnd ? [(at + 1) * width, at * width] : [at * width, (at + 1) * width]
    const [gain, weight] = [worth[item]!, minutes[item]!]
    for (let left = 0; left < weight && left <= room; left += 1) table[target + left] = table[source + left]!
    for (let left = weight; left <= room; left += 1) {
      table[target + left] = Math.max(table[source + left]!, table[source + left - weight]! + gain)
    }
  }
}
