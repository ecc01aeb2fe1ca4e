import type { Problem } from '../../engines/allocation/index.ts'
import { invalid } from '../errors/index.ts'

/** Most agents and items, so that a table of them fits into memory. */
const most = { agents: 500, items: 20_000, cells: 2_000_000 } as const

/**
 * Reads a generalized assignment problem as the OR-Library writes it: the number of agents m and of items n,
 * m rows of n costs, m rows of n weights, m capacities. Costs are made as small as can be.
 *
 * An item weighs something else with each agent. So each agent has a band of its own in which it has its capacity;
 * in the bands of the others it has room for everything. An item that is left out costs more than any whole assignment.
 */
export function readGap(text: string): Problem {
  const numbers = numbersOf(text)
  const [agents = 0, items = 0] = numbers
  if (!isCount(agents, most.agents) || !isCount(items, most.items) || agents * items > most.cells)
    throw invalid(
      `A gap file begins with the numbers of agents and items, from 1 to ${most.agents} and ${most.items}, and this one with ${agents} and ${items}.`,
    )
  const needed = 2 + 2 * agents * items + agents
  if (numbers.length !== needed)
    throw invalid(
      `With ${agents} agents and ${items} items a gap file has ${needed} numbers (sizes, costs, weights, capacities), and this one has ${numbers.length}.`,
    )
  const costs = numbers.slice(2, 2 + agents * items)
  const weights = numbers.slice(2 + agents * items, 2 + 2 * agents * items)
  const capacities = numbers.slice(2 + 2 * agents * items)
  const at = (table: readonly number[], agent: number, item: number) => table[agent * items + item] ?? 0
  const every = Array.from({ length: agents }, (_, agent) => agent)
  const wrong = [...weights, ...capacities].find(
    (value) => !Number.isSafeInteger(value) || value < 0 || value > 10_000_000,
  )
  if (wrong !== undefined)
    throw invalid(`Weights and capacities are whole numbers from 0 to 10,000,000; one is ${wrong}.`)
  const low = costs.find((cost) => cost < 0 || cost > 1_000_000_000)
  if (low !== undefined) throw invalid(`Costs are numbers from 0 to 1,000,000,000; one is ${low}.`)
  let dearest = 1
  for (let item = 0; item < items; item += 1)
    dearest += Math.max(...every.map((agent) => Math.ceil(at(costs, agent, item))))
  const packages = Array.from({ length: items }, (_, item) => {
    // One weight more in a band of nobody's, so that an item without weight still costs to leave out.
    const minutes = [...every.map((agent) => at(weights, agent, item)), 1]
    const options = every
      .filter((agent) => at(weights, agent, item) <= (capacities[agent] ?? 0))
      .map((agent) => ({ provider: agent, cost: at(costs, agent, item), rank: 1 }))
    if (options.length === 0)
      throw invalid(`No assignment is possible: item ${item + 1} is heavier than every agent's capacity.`)
    const total = minutes.reduce((sum, one) => sum + one, 0)
    const priority = Math.ceil(dearest / total)
    return { id: String(item + 1), area: 0, minutes, priority, options, current: null, locked: false, forbidden: [] }
  })
  const all = [...every, agents].map((band) => packages.reduce((sum, { minutes }) => sum + (minutes[band] ?? 0), 0))
  const providers = every.map((agent) => {
    const capacity = all.map((minutes, band) => ({
      area: 0,
      band,
      minutes: band === agent ? (capacities[agent] ?? 0) : minutes,
    }))
    return { id: String(agent + 1), capacity, capMinutes: null, minRun: [], book: [] }
  })
  return { unmetPencePerHour: 60, packages, providers, maxShare: null }
}

const isCount = (value: number, top: number): boolean => Number.isInteger(value) && value >= 1 && value <= top

function numbersOf(text: string): number[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) throw invalid('The file is empty.')
  return words.map((word) => {
    const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN
    if (!Number.isFinite(value)) {
      const line = text.slice(0, text.indexOf(word)).split('\n').length
      throw invalid(`A gap file consists of numbers, and line ${line} has “${word.slice(0, 40)}”.`)
    }
    return value
  })
}
