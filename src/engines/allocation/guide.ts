import type { Model } from './model.ts'
import type { Prices } from './prices.ts'

/** What prices tell a search: where each package would rather go, and what it loses when pushed out. */
export interface Guide {
  readonly prices: Omit<Prices, 'bound'>
  /** O: options of each package by reduced cost, the least first, at the places of optionStart. */
  readonly order: Int32Array
  /** O: pence a week with the used rows and the share at their prices. */
  readonly reduced: Float64Array
  /** n: least and second least reduced cost, staying unmet among them. */
  readonly best: Float64Array
  readonly second: Float64Array
  /** n: how many options at the front of the order are worth trying. */
  readonly worth: Int32Array
  /** Q + 1 and O: the options of each pair. */
  readonly pairStart: Int32Array
  readonly pairOptions: Int32Array
  /** Pence: the mean of what packages lose by their second best way. */
  readonly scale: number
}

/** Reads a guide from prices of rows and shares. */
export function guideOf(model: Model, prices: Omit<Prices, 'bound'>): Guide {
  const { price, rate } = prices
  const { packages, options, optionStart, cost, unmetCost, useStart, useRow, useMinutes } = model
  const reduced = new Float64Array(options)
  for (let option = 0; option < options; option += 1) {
    let sum = cost[option]! + rate[model.pair[option]!]! * model.minutes[model.owner[option]!]!
    for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
      sum += price[useRow[use]!]! * useMinutes[use]!
    }
    reduced[option] = sum
  }
  const order = new Int32Array(options)
  const best = new Float64Array(packages)
  const second = new Float64Array(packages)
  const worth = new Int32Array(packages)
  let scale = 0
  let counted = 0
  for (let item = 0; item < packages; item += 1) {
    const from = optionStart[item]!
    const to = optionStart[item + 1]!
    // Insertion sort: options are few, and ties keep their order.
    for (let option = from; option < to; option += 1) {
      let at = option
      for (; at > from && reduced[order[at - 1]!]! > reduced[option]!; at -= 1) order[at] = order[at - 1]!
      order[at] = option
    }
    let least = unmetCost[item]!
    let next = Infinity
    for (let option = from; option < to; option += 1) {
      if (reduced[option]! < least) {
        next = least
        least = reduced[option]!
      } else if (reduced[option]! < next) next = reduced[option]!
    }
    best[item] = least
    second[item] = next
    if (to > from) {
      scale += next - least
      counted += 1
    }
  }
  scale = counted === 0 ? 1 : Math.max(scale / counted, 1e-6)
  for (let item = 0; item < packages; item += 1) {
    const from = optionStart[item]!
    let at = from
    while (at < optionStart[item + 1]! && (at < from + 4 || reduced[order[at]!]! - best[item]! < 12 * scale)) at += 1
    worth[item] = at - from
  }
  const pairStart = new Int32Array(model.pairs + 1)
  for (let option = 0; option < options; option += 1) pairStart[model.pair[option]! + 1]! += 1
  for (let pair = 0; pair < model.pairs; pair += 1) pairStart[pair + 1]! += pairStart[pair]!
  const pairOptions = new Int32Array(options)
  const next = pairStart.slice()
  for (let option = 0; option < options; option += 1) {
    const pair = model.pair[option]!
    pairOptions[next[pair]!] = option
    next[pair]! += 1
  }
  return { prices, order, reduced, best, second, worth, pairStart, pairOptions, scale }
}
