import type { Model } from './model.ts'

/**
 * The share as a row for each pair: own × minutes planned in the pair − share × minutes planned in its area ≤ room.
 * With L = share × the area's base − the pair's base: where L ≥ 0 it is own = 1, room = L. Where L < 0 it is to hold
 * only if the pair is used at all, so that it is own = 1 − L ÷ the most minutes that the pair can have, room = 0.
 */
export interface ShareRows {
  readonly own: Float64Array
  readonly room: Float64Array
  /** Q: no plan has more minutes of free packages in the pair. */
  readonly most: Float64Array
  /** Q: whether that is less than what its rows leave, because of shares, caps or runs. */
  readonly isLess: Uint8Array
  /** Pairs whose share can bind. */
  readonly pairs: Int32Array
}

/** Rounds of lowering what a pair can have by what others in its area can have. */
const rounds = 30

/** Reads the share rows of a model. */
export function shareRowsOf(model: Model): ShareRows {
  const { pairs, pairArea, pairBase, areaBase, share } = model
  const { most, isLess } = mostOf(model)
  const own = new Float64Array(pairs).fill(1)
  const room = new Float64Array(pairs)
  const binding: number[] = []
  for (let pair = 0; pair < pairs && share !== Infinity; pair += 1) {
    const limit = share * areaBase[pairArea[pair]!]! - pairBase[pair]!
    room[pair] = Math.max(0, limit)
    if (most[pair] === 0 || limit >= (1 - share) * most[pair]!) continue
    if (limit < 0) own[pair] = 1 - limit / most[pair]!
    binding.push(pair)
  }
  return { own, room, most, isLess, pairs: Int32Array.from(binding) }
}

/** Q: the most minutes of free packages by rows; then, where shares bind, by what the others of the area can have. */
function mostOf(model: Model): Pick<ShareRows, 'most' | 'isLess'> {
  const { pairs, areas, pairArea, pairProvider, pairBase, pairRun, areaBase, share } = model
  const most = new Float64Array(pairs)
  const demand = new Float64Array(areas)
  const inRow = new Float64Array(model.rows)
  for (let option = 0; option < model.options; option += 1) {
    most[model.pair[option]!]! += model.minutes[model.owner[option]!]!
    for (let use = model.useStart[option]!; use < model.useStart[option + 1]!; use += 1) {
      inRow[model.useRow[use]!]! += model.useMinutes[use]!
    }
  }
  for (let item = 0; item < model.packages; item += 1) {
    if (model.locked[item] === 0) demand[model.area[item]!]! += model.minutes[item]!
  }
  const capRoom = new Float64Array(model.providerStart.length).fill(Infinity)
  for (let row = 0; row < model.rows; row += 1) {
    const pair = model.rowOf[row]!
    if (pair < 0) capRoom[-1 - pair] = model.room[row]!
    else if (row !== model.wholeRow[pair]) most[pair]! -= Math.max(0, inRow[row]! - model.room[row]!)
  }
  for (let pair = 0; pair < pairs; pair += 1) {
    if (model.wholeRow[pair]! >= 0) most[pair] = Math.min(most[pair]!, model.room[model.wholeRow[pair]!]!)
  }
  const isLess = new Uint8Array(pairs)
  const sum = new Float64Array(areas)
  for (let round = 0; round < rounds; round += 1) {
    sum.fill(0)
    for (let pair = 0; pair < pairs; pair += 1) sum[pairArea[pair]!]! += most[pair]!
    let lowered = false
    for (let pair = 0; pair < pairs; pair += 1) {
      const area = pairArea[pair]!
      let bound = Math.min(most[pair]!, capRoom[pairProvider[pair]!]!)
      if (share !== Infinity) {
        const limit = share * areaBase[area]! - pairBase[pair]!
        const others = sum[area]! - most[pair]!
        bound = Math.min(bound, limit + share * demand[area]!, (limit + share * others) / (1 - share))
      }
      if (bound <= 0 || pairBase[pair]! + bound < pairRun[pair]! - 1e-3) bound = 0
      if (bound >= most[pair]! - 1e-3) continue
      lowered = true
      isLess[pair] = 1
      sum[area]! += bound - most[pair]!
      most[pair] = bound
    }
    if (!lowered) break
  }
  return { most, isLess }
}

/** Pence for a minute of each pair, where `price` is that of each share row: its own less its part of all in the area. */
export function ratesOf(model: Model, { own, pairs }: ShareRows, price: Float64Array, rate: Float64Array): void {
  rate.fill(0)
  if (pairs.length === 0) return
  const sum = new Float64Array(model.areas)
  for (const pair of pairs) sum[model.pairArea[pair]!]! += price[pair]!
  for (let pair = 0; pair < model.pairs; pair += 1) rate[pair] = -model.share * sum[model.pairArea[pair]!]!
  for (const pair of pairs) rate[pair]! += own[pair]! * price[pair]!
}
