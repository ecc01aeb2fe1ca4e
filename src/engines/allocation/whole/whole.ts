import { type Model, slack } from '../model.ts'

/**
 * The classical generalized assignment problem: everything must be placed, and each provider has one row.
 * Sizes: n items (the free packages), m agents (the providers); tables are n × m.
 */
export interface Whole {
  readonly items: number
  readonly agents: number
  /** n: the package that an item is. */
  readonly package: Int32Array
  /** n × m: option of the model (−1: none), pence a week, minutes of the agent's row. */
  readonly option: Int32Array
  readonly cost: Float64Array
  readonly weight: Int32Array
  /** m: the agent's row in the model (−1: none), and its minutes, never more than all items together take of it. */
  readonly row: Int32Array
  readonly room: Int32Array
  /** n: pence of leaving an item out, dearer than any two plans differ. */
  readonly unmet: Float64Array
}

/** Most items × agents, and items × minutes of one agent and of all, that can be gone over again and again. */
const most = { cells: 200_000, table: 2_000_000, tables: 200_000_000 } as const

/**
 * Reads a model as a classical problem; null where it is none: where runs or shares bind, an agent has several rows,
 * minutes or pence are no whole numbers, or leaving an item out could be cheaper than placing all.
 */
export function wholeOf(model: Model): Whole | null {
  const { optionStart, useStart, useRow, useMinutes } = model
  if (!model.whole || model.areaBound.includes(1)) return null
  const free: number[] = []
  for (let item = 0; item < model.packages; item += 1) if (model.locked[item] === 0) free.push(item)
  const items = free.length
  const agents = model.problem.providers.length
  if (items * agents > most.cells) return null
  const row = new Int32Array(agents).fill(-1)
  const option = new Int32Array(items * agents).fill(-1)
  const cost = new Float64Array(items * agents)
  const weight = new Int32Array(items * agents)
  const total = new Float64Array(agents)
  const spread = new Float64Array(items)
  const surplus = new Float64Array(items)
  for (const [item, one] of free.entries()) {
    let [dearest, cheapest] = [-Infinity, Infinity]
    for (let at = optionStart[one]!; at < optionStart[one + 1]!; at += 1) {
      const agent = model.provider[at]!
      const cell = item * agents + agent
      if (useStart[at + 1]! > useStart[at]! + 1 || option[cell]! >= 0) return null
      if (useStart[at + 1]! > useStart[at]!) {
        const use = useStart[at]!
        if (row[agent]! < 0) row[agent] = useRow[use]!
        if (row[agent] !== useRow[use] || !Number.isInteger(useMinutes[use])) return null
        weight[cell] = useMinutes[use]!
      }
      option[cell] = at
      cost[cell] = model.cost[at]!
      total[agent]! += weight[cell]!
      dearest = Math.max(dearest, cost[cell]!)
      cheapest = Math.min(cheapest, cost[cell]!)
    }
    if (dearest < cheapest) return null
    spread[item] = dearest - cheapest
    surplus[item] = model.unmetCost[one]! - dearest
  }
  const spreads = spread.reduce((sum, one) => sum + one, 0)
  if (items === 0 || surplus.some((one, item) => one <= spreads - spread[item]!)) return null
  const room = new Int32Array(agents)
  let minutesOfAll = 0
  for (let agent = 0; agent < agents; agent += 1) {
    const minutes = row[agent]! < 0 ? total[agent]! : Math.min(total[agent]!, model.room[row[agent]!]! + slack)
    if (minutes * items > most.table) return null
    room[agent] = Math.floor(minutes)
    minutesOfAll += minutes
  }
  if (minutesOfAll * items > most.tables) return null
  const unmet = Float64Array.from(free, (one) => model.unmetCost[one]!)
  return { items, agents, package: Int32Array.from(free), option, cost, weight, row, room, unmet }
}
