import { emptySack, type Sack } from './agent-knapsack.ts'
import type { Whole } from './whole.ts'

/**
 * The Lagrangian of a classical problem in which that an item has one agent is priced, and each agent fills a knapsack.
 * It can be narrowed to some agents and items.
 */
export interface Dual {
  readonly whole: Whole
  /** n × m: 1 where a plan cheaper than the best known may have the item with the agent. */
  readonly open: Uint8Array
  /** n: pence that placing an item earns, now and at the highest bound. */
  readonly value: Float64Array
  readonly bestValue: Float64Array
  /** No way of placing the items at hand with the agents at hand costs less. */
  bound: number
  /** n × m: how often an agent took the item lately, in units of `unit`, which grows from pass to pass. */
  readonly taken: Float64Array
  unit: number
  /** The agents and items at hand, and m: minutes that agents have for them. */
  readonly agents: Int32Array
  agentCount: number
  readonly items: Int32Array
  itemCount: number
  readonly isIn: Uint8Array
  readonly room: Int32Array
  /** m × n and m: the items at hand by value a minute for each agent, the highest first; and all items as they last stood. */
  readonly order: Int32Array
  readonly ordered: Int32Array
  readonly standing: Int32Array
  /** n: agents that took the item in the last pass; and the direction in which values move. */
  readonly count: Int32Array
  readonly slope: Float64Array
  /** Part of the way to the aim that a step goes, and passes since the bound rose. */
  pace: number
  still: number
  readonly sack: Sack
  /** n: value, minutes and value a minute for the agent in turn. */
  readonly worth: Float64Array
  readonly minutes: Int32Array
  readonly rate: Float64Array
}

/** A dual at the values that prices of agents' minutes give. */
export function dualOf(whole: Whole, price: Float64Array): Dual {
  const { items, agents, option, cost, weight } = whole
  const value = new Float64Array(items)
  const open = new Uint8Array(items * agents)
  for (let item = 0; item < items; item += 1) {
    let least = Infinity
    for (let agent = 0; agent < agents; agent += 1) {
      const cell = item * agents + agent
      if (option[cell]! < 0) continue
      open[cell] = 1
      least = Math.min(least, cost[cell]! + price[agent]! * weight[cell]!)
    }
    value[item] = least
  }
  const widest = whole.room.reduce((most, room) => Math.max(most, room), 0)
  const dual: Dual = {
    whole,
    open,
    value,
    bestValue: value.slice(),
    bound: -Infinity,
    taken: new Float64Array(items * agents),
    unit: 1,
    agents: new Int32Array(agents),
    agentCount: 0,
    items: new Int32Array(items),
    itemCount: 0,
    isIn: new Uint8Array(items),
    room: new Int32Array(agents),
    order: new Int32Array(items * agents),
    ordered: new Int32Array(agents),
    standing: new Int32Array(items * agents),
    count: new Int32Array(items),
    slope: new Float64Array(items),
    pace: 1,
    still: 0,
    sack: emptySack(items, widest),
    worth: new Float64Array(items),
    minutes: new Int32Array(items),
    rate: new Float64Array(items),
  }
  for (let agent = 0; agent < agents; agent += 1) {
    const rate = Float64Array.from(value, (one, item) => {
      const gain = open[item * agents + agent] === 1 ? one - cost[item * agents + agent]! : -1
      return gain <= 0 ? -1 : gain / weight[item * agents + agent]!
    })
    dual.standing.set(
      upTo(items).sort((a, b) => (rate[a] === rate[b] ? a - b : rate[b]! - rate[a]!)),
      agent * items,
    )
  }
  return dual
}

/** The numbers from 0 up to one below `many`. */
export function upTo(many: number): Int32Array {
  return Int32Array.from({ length: many }, (_, one) => one)
}

/** Takes some agents, with all their room, and some items in hand, at given values of the items. */
export function narrow(dual: Dual, agents: Int32Array, items: Int32Array, value: Float64Array): void {
  const { whole } = dual
  dual.agents.set(agents)
  dual.agentCount = agents.length
  dual.items.set(items)
  dual.itemCount = items.length
  dual.order.set(dual.standing)
  dual.isIn.fill(0)
  for (const item of items) dual.isIn[item] = 1
  for (const agent of agents) {
    dual.room[agent] = whole.room[agent]!
    dual.ordered[agent] = whole.items
  }
  dual.value.set(value)
  dual.taken.fill(0)
  dual.unit = 1
}

/** Begins to raise the bound anew, from the present values. */
export function startOver(dual: Dual, pace: number): void {
  dual.bound = -Infinity
  dual.pace = pace
  dual.still = 0
  dual.slope.fill(0)
}
