import { breachOf, type Draft, place, takeBack } from './draft.ts'
import { slack } from './model.ts'
import { hindranceOf } from './single-move.ts'

/**
 * Makes a draft keep every run and share: pairs below their run are emptied, packages leave pairs above the share,
 * the cheapest minute first, until nothing is broken; then what has room alone is placed again where that costs less.
 * It ends because every round of the first part leaves fewer packages placed.
 */
export function repair(draft: Draft): void {
  const { model } = draft
  let changed = false
  for (let area = 0; area < model.areas; area += 1) {
    while (breachOf(draft, area) > 0) {
      changed = true
      if (!relieve(draft, area)) break
    }
  }
  if (changed) placeAlone(draft)
}

/** Moves or takes back what breaks a run or share in an area; whether anything left. */
function relieve(draft: Draft, area: number): boolean {
  const { model } = draft
  for (let at = model.areaStart[area]!; at < model.areaStart[area + 1]!; at += 1) {
    const pair = model.areaPairs[at]!
    if (draft.pairCount[pair] === 0) continue
    const load = draft.pairLoad[pair]!
    if (load > model.share * draft.areaLoad[area]! + slack) {
      const item = cheapestOf(draft, pair)
      takeBack(draft, item)
      const other = bestAlone(draft, item, pair)
      if (other >= 0) place(draft, item, other)
      return true
    }
    if (load < model.pairRun[pair]! - slack) {
      while (draft.head[pair]! >= 0) takeBack(draft, draft.head[pair]!)
      return true
    }
  }
  return false
}

function cheapestOf(draft: Draft, pair: number): number {
  const { model } = draft
  let best = draft.head[pair]!
  let least = Infinity
  for (let item = best; item >= 0; item = draft.next[item]!) {
    const loss = (model.unmetCost[item]! - model.cost[draft.chosen[item]!]!) / Math.max(1, model.minutes[item]!)
    if (loss < least) {
      least = loss
      best = item
    }
  }
  return best
}

/** The cheapest option by which an unmet package can be placed alone with everything kept; −1 for none. */
export function bestAlone(draft: Draft, item: number, notPair = -1): number {
  const { model } = draft
  let best = -1
  let least = model.unmetCost[item]!
  for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
    if (model.pair[option] === notPair || model.cost[option]! >= least) continue
    if (hindranceOf(draft, item, option) !== null) continue
    least = model.cost[option]!
    best = option
  }
  return best
}

/** Places every unmet package that can be placed alone and costs less so. */
export function placeAlone(draft: Draft): void {
  const { model } = draft
  const items = draft.unmet.slice(0, draft.unmetCount)
  items.sort((a, b) => model.unmetCost[b]! - model.unmetCost[a]! || a - b)
  for (const item of items) {
    const option = bestAlone(draft, item)
    if (option >= 0) place(draft, item, option)
  }
}

/** Whether every run and share is kept. */
export function isKept(draft: Draft): boolean {
  for (let area = 0; area < draft.model.areas; area += 1) if (breachOf(draft, area) > 0) return false
  return true
}
