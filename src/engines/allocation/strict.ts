import { type Draft, place, takeBack } from './draft.ts'
import type { Random } from './random.ts'
import { hindranceOf } from './single-move.ts'

/**
 * Moves packages, one at a time, to a better-ranked option that has room with everything kept, and places unmet ones
 * so, until nobody is passed over who has room. Every move lowers the sum of ranks, unmet counting most: it ends.
 */
export function settleStrictly(draft: Draft, random: Random): void {
  const { model } = draft
  const order = new Int32Array(model.packages)
  for (let item = 0; item < order.length; item += 1) {
    const other = random.below(item + 1)
    order[item] = order[other]!
    order[other] = item
  }
  for (let moved = true; moved; ) {
    moved = false
    for (const item of order) {
      if (model.locked[item] === 1) continue
      const option = betterRanked(draft, item)
      if (option < 0) continue
      if (draft.chosen[item]! >= 0) takeBack(draft, item)
      place(draft, item, option)
      moved = true
    }
  }
}

/** The best-ranked, then cheapest, option that is better ranked than a package's own and has room; −1 for none. */
export function betterRanked(draft: Draft, item: number): number {
  const { model } = draft
  const now = draft.chosen[item]!
  let best = -1
  let rank = now < 0 ? Infinity : model.rank[now]!
  let cost = -Infinity
  for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
    const other = model.rank[option]!
    if (other > rank || (other === rank && !(best >= 0 && model.cost[option]! < cost))) continue
    if (hindranceOf(draft, item, option) !== null) continue
    best = option
    rank = other
    cost = model.cost[option]!
  }
  return best
}
