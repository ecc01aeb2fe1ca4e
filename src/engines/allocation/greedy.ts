import { type Draft, hasRoom, place } from './draft.ts'
import type { Prices } from './prices.ts'

/** Prices of rows, and of minutes in pairs for their shares. */
type Priced = Pick<Prices, 'price' | 'rate'>

/** Pence a week of an option with its rows and share at their prices. */
function reducedCost(draft: Draft, { price, rate }: Priced, option: number): number {
  const { cost, pair, minutes, owner, useStart, useRow, useMinutes } = draft.model
  let sum = cost[option]! + rate[pair[option]!]! * minutes[owner[option]!]!
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    sum += price[useRow[use]!]! * useMinutes[use]!
  }
  return sum
}

/**
 * Places what is unmet, most regretted first: regret is what a package loses, at the prices of the rows, by its second
 * best way instead of its best, and by staying unmet for each minute. Runs and shares are not looked at.
 */
export function placeGreedily(draft: Draft, prices: Priced, stop: () => boolean): void {
  const { model } = draft
  const items = draft.unmet.slice(0, draft.unmetCount)
  const worth = new Float64Array(model.packages)
  for (const item of items) {
    let best = Infinity
    for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
      best = Math.min(best, reducedCost(draft, prices, option))
    }
    worth[item] = best === Infinity ? -Infinity : (model.unmetCost[item]! - best) / Math.max(1, model.minutes[item]!)
  }
  items.sort((a, b) => worth[b]! - worth[a]! || a - b)
  for (const [index, item] of items.entries()) {
    if ((index & 255) === 0 && stop()) return
    let best = -1
    let least = Infinity
    for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
      if (model.cost[option]! >= model.unmetCost[item]!) continue
      const reduced = reducedCost(draft, prices, option)
      if (reduced < least && hasRoom(draft, option)) {
        least = reduced
        best = option
      }
    }
    if (best >= 0) place(draft, item, best)
  }
}
