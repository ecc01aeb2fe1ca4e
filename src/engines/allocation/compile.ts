import { type LayOut, layOut, minutesOf } from './lay-out.ts'
import { type Model, slack } from './model.ts'
import type { Option, PackageToPlace, Policy, Problem } from './problem.ts'

/** Pence a week of leaving a package unmet. */
export function unmetCostOf(problem: Problem, item: PackageToPlace): number {
  return (problem.unmetPencePerHour * item.priority * minutesOf(item)) / 60
}

/** The best rank among a package's options that are not forbidden. */
export function bestRankOf(item: PackageToPlace): number {
  let best = Infinity
  for (const { provider, rank } of item.options) if (rank < best && !item.forbidden.includes(provider)) best = rank
  return best
}

/** Pence a week of an option under a policy: its cost, and under `priced` what passing over better ranks costs. */
export function costOf(problem: Problem, policy: Policy, option: Option, best: number): number {
  const bypass = policy === 'priced' ? (problem.bypassPence ?? 0) : 0
  return bypass === 0 ? option.cost : option.cost + bypass * (option.rank - best)
}

/** The typed arrays of a problem under a policy. */
export function compile(problem: Problem, policy: Policy): Model {
  const made = layOut(problem)
  const kept = keptOptions(problem, policy, made)
  const { packages } = problem
  const area = new Int32Array(packages.length)
  const minutes = new Float64Array(packages.length)
  const unmetCost = new Float64Array(packages.length)
  const locked = new Uint8Array(packages.length)
  let lockedCost = 0
  packages.forEach((item, index) => {
    area[index] = made.areaOf(item.area)
    minutes[index] = minutesOf(item)
    unmetCost[index] = unmetCostOf(problem, item)
    locked[index] = item.locked ? 1 : 0
    if (!item.locked) return
    const now = item.options.find(({ provider }) => provider === item.current)
    lockedCost += now === undefined ? unmetCost[index]! : costOf(problem, policy, now, bestRankOf(item))
  })
  const share = problem.maxShare === null || problem.maxShare >= 1 ? Infinity : problem.maxShare
  const areaBound = new Uint8Array(made.areas)
  for (let pair = 0; pair < made.pairs; pair += 1) {
    if (share !== Infinity || made.pairRun[pair]! > made.pairBase[pair]!) areaBound[made.pairArea[pair]!] = 1
  }
  const byProvider = grouped(made.pairProvider, problem.providers.length)
  const byArea = grouped(made.pairArea, made.areas)
  return {
    problem,
    policy,
    packages: packages.length,
    options: kept.owner.length,
    pairs: made.pairs,
    areas: made.areas,
    area,
    minutes,
    unmetCost,
    locked,
    ...kept,
    ...usesOf(problem, made, kept),
    wholeRow: new Int32Array(made.pairs).fill(-1),
    pairArea: made.pairArea,
    pairProvider: made.pairProvider,
    pairBase: made.pairBase,
    pairRun: made.pairRun,
    providerStart: byProvider.start,
    providerPairs: byProvider.members,
    areaStart: byArea.start,
    areaPairs: byArea.members,
    areaBase: made.areaBase,
    areaBound,
    share,
    lockedCost,
    whole: Number.isInteger(lockedCost) && unmetCost.every(Number.isInteger) && kept.cost.every(Number.isInteger),
  }
}

type Kept = Pick<Model, 'optionStart' | 'provider' | 'pair' | 'rank' | 'cost' | 'owner'>

/** The options of packages that are not locked, not forbidden, and that would fit were the provider empty. */
function keptOptions(problem: Problem, policy: Policy, made: LayOut): Kept {
  const most = problem.packages.reduce((sum, item) => sum + (item.locked ? 0 : item.options.length), 0)
  const optionStart = new Int32Array(problem.packages.length + 1)
  const [provider, pair, owner] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  const [rank, cost] = [new Float64Array(most), new Float64Array(most)]
  let count = 0
  problem.packages.forEach((item, index) => {
    const minutes = minutesOf(item)
    const best = item.locked ? 0 : bestRankOf(item)
    for (const option of item.locked ? [] : item.options) {
      const at = made.pairOf(option.provider, item.area)!
      if (item.forbidden.includes(option.provider) || minutes > made.capRoom[option.provider]! + slack) continue
      if (item.minutes.some((part, band) => part > 0 && part > made.room[at * made.bands + band]! + slack)) continue
      provider[count] = option.provider
      pair[count] = at
      owner[count] = index
      rank[count] = option.rank
      cost[count] = costOf(problem, policy, option, best)
      count += 1
    }
    optionStart[index + 1] = count
  })
  return {
    optionStart,
    provider: provider.slice(0, count),
    pair: pair.slice(0, count),
    rank: rank.slice(0, count),
    cost: cost.slice(0, count),
    owner: owner.slice(0, count),
  }
}

/** The rows that could bind, and what each option uses of them. */
function usesOf(problem: Problem, made: LayOut, kept: Kept) {
  const { bands } = made
  const demand = new Float64Array(made.pairs * bands)
  const capDemand = new Float64Array(problem.providers.length)
  const each = (work: (option: number, item: PackageToPlace) => void) => {
    for (let option = 0; option < kept.owner.length; option += 1) work(option, problem.packages[kept.owner[option]!]!)
  }
  let most = 0
  each((option, item) => {
    const from = kept.pair[option]! * bands
    for (let band = 0; band < item.minutes.length; band += 1) {
      const part = item.minutes[band]!
      if (part > 0) most += 1
      demand[from + band] = demand[from + band]! + part
    }
    most += 1
    const provider = kept.provider[option]!
    capDemand[provider] = capDemand[provider]! + minutesOf(item)
  })
  const room: number[] = []
  const rowOf: number[] = []
  const row = new Int32Array(demand.length).fill(-1)
  const capRow = new Int32Array(capDemand.length).fill(-1)
  for (let key = 0; key < demand.length; key += 1) {
    if (demand[key]! <= made.room[key]!) continue
    row[key] = room.length
    rowOf.push(Math.floor(key / bands))
    room.push(made.room[key]!)
  }
  for (let provider = 0; provider < capDemand.length; provider += 1) {
    if (capDemand[provider]! <= made.capRoom[provider]!) continue
    capRow[provider] = room.length
    rowOf.push(-1 - provider)
    room.push(made.capRoom[provider]!)
  }
  const useStart = new Int32Array(kept.owner.length + 1)
  const [useRow, useMinutes] = [new Int32Array(most), new Float64Array(most)]
  let count = 0
  const use = (at: number, minutes: number) => {
    if (at < 0 || minutes <= 0) return
    useRow[count] = at
    useMinutes[count] = minutes
    count += 1
  }
  each((option, item) => {
    const from = kept.pair[option]! * bands
    for (let band = 0; band < item.minutes.length; band += 1) use(row[from + band]!, item.minutes[band]!)
    use(capRow[kept.provider[option]!]!, minutesOf(item))
    useStart[option + 1] = count
  })
  return {
    rows: room.length,
    room: Float64Array.from(room),
    rowOf: Int32Array.from(rowOf),
    useStart,
    useRow: useRow.slice(0, count),
    useMinutes: useMinutes.slice(0, count),
  }
}

function grouped(group: Int32Array, groups: number): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(groups + 1)
  for (const one of group) start[one + 1] = start[one + 1]! + 1
  for (let one = 0; one < groups; one += 1) start[one + 1] = start[one + 1]! + start[one]!
  const members = new Int32Array(group.length)
  const next = start.slice(0, groups)
  group.forEach((one, member) => {
    members[next[one]!] = member
    next[one] = next[one]! + 1
  })
  return { start, members }
}
