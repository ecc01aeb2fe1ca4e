import { fillKnapsack, never } from './knapsack.ts'
import { addPattern, bar, type Mix, minuteUnit, openPairs, remix } from './mix.ts'
import type { Region } from './region.ts'

/** Branches of one knapsack: at first, how many times more when nothing was found so, and at most. */
const branches = { first: 200, more: 8, most: 12_800 } as const

/** What a region with some options barred is worth. */
export interface Value {
  /** No plan of it saves more pence. */
  readonly most: number
  /** E + n: what part of each option, and of staying unmet, is in the mix. */
  readonly part: Float64Array
}

/** The best filling of a pair's knapsack at the prices of a round, and whether its branches were cut short. */
interface Filling {
  readonly most: number
  readonly isCut: boolean
}

/**
 * Column generation (Dantzig and Wolfe 1960; for the assignment problem Savelsbergh 1997): patterns worth more than the
 * mix pays for them are added until there are none. At any prices w of packages and ν, μ of shares and caps
 *   saved ≤ Σ w + Σ μ·cap + Σ over pairs of the knapsack of saving − w − (μ + ν − s·N)·minutes, opened for ν·limit,
 * which is proved anew in each round, whatever the simplex did. It stops once nothing above `enough` can be saved.
 */
export function priceOut(mix: Mix, barred: Uint8Array, enough: number, isOver: () => boolean): Value {
  const pairs = mix.region.pairs.length
  // Without patterns, the prices are those that the mix was given to begin with.
  let isGiven = mix.patterns.length === 0
  if (!isGiven) bar(mix, barred)
  const fillings: Filling[] = new Array(pairs)
  let most = Infinity
  let limit: number = branches.first
  for (let isOld = false; ; ) {
    if (!isGiven && !isOld) remix(mix)
    openPairs(mix, 0)
    const before = mix.patterns.length
    let value = worthOfRows(mix, barred)
    for (let pair = 0; pair < pairs; pair += 1) {
      if (isOver()) return { most, part: partsOf(mix) }
      if (!isOld || fillings[pair]!.isCut) fillings[pair] = fillPair(mix, barred, pair, limit)
      value += fillings[pair]!.most
    }
    most = Math.min(most, value)
    if (most <= enough) break
    isOld = !isGiven && mix.patterns.length === before
    if (isGiven) bar(mix, barred)
    if (isOld && (limit >= branches.most || !fillings.some(({ isCut }) => isCut))) break
    if (isOld) limit *= branches.more
    isGiven = false
  }
  return { most, part: partsOf(mix) }
}

/** What the rooms of packages and caps are worth at their prices; those of packages that must go may be negative. */
function worthOfRows({ region, price }: Mix, barred: Uint8Array): number {
  let value = 0
  for (let item = 0; item < region.items.length; item += 1) value += priceOfItem(region, price, barred, item)
  for (const [at, cap] of region.capRoom.entries())
    value += Math.max(0, price[region.firstCap + at]!) * minuteUnit * cap
  return value
}

function priceOfItem(region: Region, price: Float64Array, barred: Uint8Array, item: number): number {
  return barred[region.option.length + item] === 1 ? price[item]! : Math.max(0, price[item]!)
}

/** Fills a pair's knapsack at the prices of the mix; the pattern is added when it is worth more than the mix pays. */
function fillPair(mix: Mix, barred: Uint8Array, pair: number, limit: number): Filling {
  const { region, price, each, opening } = mix
  const from = region.entryStart[pair]!
  const many = region.entryStart[pair + 1]! - from
  const worth = new Float64Array(many)
  const taken = new Uint8Array(many)
  for (let at = 0; at < many; at += 1) {
    const entry = from + at
    const paid = priceOfItem(region, price, barred, region.item[entry]!)
    worth[at] = barred[entry] === 1 ? never : region.saving[entry]! - paid - each[pair]! * region.minutes[entry]!
  }
  mix.work += limit / 400
  const most = fillKnapsack(region.sacks[pair]!, worth, opening[pair]!, limit, taken)
  let found = taken.includes(1) ? opening[pair]! : 0
  for (let at = 0; at < many; at += 1) if (taken[at] === 1) found += worth[at]!
  if (found > Math.max(0, price[region.items.length + pair]!) + 1e-3) addPattern(mix, pair, taken)
  return { most, isCut: most > Math.max(0, found) + 1e-3 }
}

function partsOf({ region, patterns, basis, level }: Mix): Float64Array {
  const entries = region.option.length
  const part = new Float64Array(entries + region.items.length)
  part.fill(1, entries)
  for (let row = 0; row < region.rows; row += 1) {
    if (basis[row]! < 0) continue
    for (const entry of patterns[basis[row]!]!.entries) {
      part[entry]! += level[row]!
      part[entries + region.item[entry]!]! -= level[row]!
    }
  }
  return part
}
