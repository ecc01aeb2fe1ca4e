import type { Draft } from './draft.ts'

/** A: pence a week of each area's free packages as they stand, with the minutes of providers' caps at prices. */
export function areaCosts({ model, chosen }: Draft, capPrice: Float64Array): Float64Array {
  const cost = new Float64Array(model.areas)
  for (let item = 0; item < model.packages; item += 1) {
    if (model.locked[item] === 1) continue
    const option = chosen[item]!
    const paid = option < 0 ? model.unmetCost[item]! : model.cost[option]!
    const cap = option < 0 ? 0 : capPrice[model.provider[option]!]! * model.minutes[item]!
    cost[model.area[item]!]! += paid + cap
  }
  return cost
}
