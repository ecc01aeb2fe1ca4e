import { areaCosts } from './area-costs.ts'
import type { Draft } from './draft.ts'
import type { Guide } from './guide.ts'
import { fillKnapsack, type Knapsack } from './knapsack.ts'
import type { Model } from './model.ts'

/** What a packing bound goes on from: prices that it has reached, and the bound that they prove. */
export interface Packing {
  readonly bound: number
  readonly steps: number
  /** P: pence for a minute of a provider's cap, at which the areas come apart. */
  readonly capPrice: Float64Array
  /** A: what each area costs at least at those prices, and pence for all the caps' room: bound = locked + areas − caps. */
  readonly areas: Float64Array
  readonly caps: number
}

/** Part of a Polyak step to begin with, and steps without a gain before it is shortened; tuned on four 300 × 60. */
const [firstPace, patience] = [0.3, 14]

/**
 * Raises a bound by Lagrangian decomposition: that a package has one provider, and provider's caps and shares, are
 * priced; what remains is a knapsack for each pair of provider and area, with its bands and its least run, and each is
 * solved by branch and bound (Guignard and Kim 1987; Fisher, Jaikumar and Van Wassenhove 1986 for the assignment
 * problem). With profits p = cost of staying unmet − cost of the option:
 *   objective ≥ all unmet − Σ w − Σ μ·cap − Σ over pairs of max(0, ν·share room + knapsack of p − w − (μ + ν − s·N)·minutes)
 * for any w, μ, ν ≥ 0, where N sums ν over the area. Prices move along a deflected subgradient by Polyak's step towards
 * what the draft costs: first each area by itself, with the prices of caps as they are, then all together.
 */
export function raisePacking(draft: Draft, guide: Guide, steps: number, nodes: number, spent: () => number): Packing {
  const { model } = draft
  const { packages, pairs, areas, share, minutes, unmetCost } = model
  const sacks = Array.from({ length: pairs }, (_, pair) => sackOf(model, guide, pair))
  const values = sacks.map((sack) => new Float64Array(sack.minutes.length))
  const takes = sacks.map((sack) => new Uint8Array(sack.minutes.length))
  const capRows = [...model.rowOf.keys()].filter((row) => model.rowOf[row]! < 0)
  const capOf = new Int32Array(model.providerStart.length).fill(-1)
  for (const [at, row] of capRows.entries()) capOf[-1 - model.rowOf[row]!] = at
  const hasShare = share !== Infinity
  const size = packages + capRows.length + pairs
  const price = new Float64Array(size)
  for (let item = 0; item < packages; item += 1)
    if (model.locked[item] === 0) price[item] = Math.max(0, unmetCost[item]! - guide.best[item]!)
  for (const [at, row] of capRows.entries()) price[packages + at] = guide.prices.price[row]!
  if (hasShare) price.set(guide.prices.share, packages + capRows.length)
  let typical = 0
  for (let item = 0; item < packages; item += 1) typical += minutes[item]!
  typical = Math.max(1, typical / Math.max(1, packages))
  const slope = new Float64Array(size)
  const course = new Float64Array(size)
  const sum = new Float64Array(areas)
  const planned = new Float64Array(areas)
  const parts = new Float64Array(areas)
  const best = { bound: -Infinity, price: price.slice(), parts: parts.slice(), caps: 0 }
  const goal = areaCosts(
    draft,
    Float64Array.from(capOf, (cap) => (cap < 0 ? 0 : price[packages + cap]!)),
  )
  best.parts.fill(-Infinity)
  const group = new Int32Array(size).fill(areas)
  for (let item = 0; item < packages; item += 1) group[item] = model.area[item]!
  for (let pair = 0; pair < pairs; pair += 1) group[packages + capRows.length + pair] = model.pairArea[pair]!
  // One more for the caps, and for all together.
  const pace = new Float64Array(areas + 1).fill(firstPace)
  const stale = new Int32Array(areas + 1)
  const norm = new Float64Array(areas + 1)
  const isDone = new Uint8Array(areas)
  let apart = true
  let step = 0
  for (; step < steps && spent() < 1; step += 1) {
    if (apart && (Math.max(step / steps, spent()) > 0.6 || isDone.every(Boolean))) {
      apart = false
      price.set(best.price)
      course.fill(0)
    }
    slope.fill(0)
    sum.fill(0)
    planned.fill(0)
    parts.fill(0)
    for (let item = 0; item < packages; item += 1) {
      if (model.locked[item] === 0) parts[model.area[item]!]! += unmetCost[item]! - price[item]!
      slope[item] = -1
    }
    let caps = 0
    for (const [at, row] of capRows.entries()) {
      caps += price[packages + at]! * model.room[row]!
      slope[packages + at] = -model.room[row]!
    }
    const shares = packages + capRows.length
    if (hasShare) for (let pair = 0; pair < pairs; pair += 1) sum[model.pairArea[pair]!]! += price[shares + pair]!
    let halted = false
    for (let pair = 0; pair < pairs; pair += 1) {
      if ((pair & 15) === 0 && spent() >= 1) {
        halted = true
        break
      }
      const area = model.pairArea[pair]!
      if (apart && isDone[area] === 1) continue
      const cap = capOf[model.pairProvider[pair]!]!
      const own = hasShare ? price[shares + pair]! : 0
      const each = (cap < 0 ? 0 : price[packages + cap]!) + own - (hasShare ? share * sum[area]! : 0)
      const worth = values[pair]!
      const from = guide.pairStart[pair]!
      for (let at = 0; at < worth.length; at += 1) {
        const option = guide.pairOptions[from + at]!
        const item = model.owner[option]!
        worth[at] = unmetCost[item]! - model.cost[option]! - price[item]! - each * minutes[item]!
      }
      const limit = hasShare ? share * model.areaBase[area]! - model.pairBase[pair]! : 0
      const taken = takes[pair]!
      parts[area]! -= fillKnapsack(sacks[pair]!, worth, own * limit, nodes, taken)
      let held = 0
      for (let at = 0; at < taken.length; at += 1) {
        if (taken[at] === 0) continue
        const item = model.owner[guide.pairOptions[from + at]!]!
        slope[item]! += 1
        held += minutes[item]!
      }
      if (cap >= 0) slope[packages + cap]! += held
      planned[area]! += held
      if (hasShare && held > 0) slope[shares + pair]! += held - limit
    }
    if (halted) break
    if (hasShare) {
      for (let pair = 0; pair < pairs; pair += 1) slope[shares + pair]! -= share * planned[model.pairArea[pair]!]!
    }
    if (apart) {
      for (let area = 0; area < areas; area += 1) {
        if (isDone[area] === 1) continue
        stale[area]! += 1
        if (parts[area]! > best.parts[area]! + 1e-7 * Math.abs(parts[area]!)) stale[area] = 0
      }
      for (let at = 0; at < size; at += 1) {
        const area = group[at]!
        if (area < areas && isDone[area] === 0 && parts[area]! > best.parts[area]!) best.price[at] = price[at]!
        else if (area < areas && stale[area]! >= patience) price[at] = best.price[at]!
      }
      for (let area = 0; area < areas; area += 1) {
        if (isDone[area] === 1) continue
        if (parts[area]! > best.parts[area]!) best.parts[area] = parts[area]!
        if (stale[area]! >= patience) {
          stale[area] = 0
          pace[area]! *= 0.6
        }
        if (goal[area]! - best.parts[area]! < 0.5 || pace[area]! < 0.01) isDone[area] = 1
      }
      best.caps = caps
      best.bound = model.lockedCost - caps + best.parts.reduce((all, part) => all + part, 0)
    }
    let value = model.lockedCost - caps
    for (let area = 0; area < areas; area += 1) value += parts[area]!
    if (!apart) {
      stale[areas]! += 1
      if (value > best.bound + 1e-7 * Math.abs(value)) stale[areas] = 0
      if (value > best.bound) {
        best.bound = value
        best.price.set(price)
        best.parts.set(parts)
        best.caps = caps
      }
      if (stale[areas]! >= patience) {
        stale[areas] = 0
        pace[areas]! *= 0.6
        price.set(best.price)
      }
    }
    if (draft.cost - best.bound < 1) break
    norm.fill(0)
    for (let at = 0; at < size; at += 1) {
      const scale = at < packages ? 1 : 1 / typical
      course[at] = 0.3 * slope[at]! * scale + 0.7 * course[at]!
      if ((price[at] === 0 && course[at]! < 0) || (apart && group[at] === areas)) course[at] = 0
      norm[apart ? group[at]! : areas]! += course[at]! * course[at]!
    }
    for (let at = 0; at < size; at += 1) {
      const of = apart ? group[at]! : areas
      if (norm[of] === 0 || (apart && (of === areas || isDone[of] === 1))) continue
      const lacks = apart ? goal[of]! - parts[of]! : draft.cost - value
      const length = (pace[of]! * Math.max(0, lacks)) / norm[of]!
      price[at] = Math.max(0, price[at]! + length * course[at]! * (at < packages ? 1 : 1 / typical))
    }
  }
  const capPrice = Float64Array.from(capOf, (cap) => (cap < 0 ? 0 : best.price[packages + cap]!))
  return { bound: best.bound - 1e-6 * pairs, steps: step, capPrice, areas: best.parts, caps: best.caps }
}

export function sackOf(model: Model, guide: Guide, pair: number): Knapsack {
  const rows = [...rowsOf(model, guide, pair)].sort((a, b) => a - b)
  const from = guide.pairStart[pair]!
  const many = guide.pairStart[pair + 1]! - from
  const uses = new Float64Array(many * rows.length)
  const minutes = new Float64Array(many)
  for (let at = 0; at < many; at += 1) {
    const option = guide.pairOptions[from + at]!
    minutes[at] = model.minutes[model.owner[option]!]!
    for (let use = model.useStart[option]!; use < model.useStart[option + 1]!; use += 1) {
      const row = rows.indexOf(model.useRow[use]!)
      if (row >= 0) uses[at * rows.length + row] = model.useMinutes[use]!
    }
  }
  // Where the base alone is above the share, opening costs; for each of the most minutes that is:
  const short = Math.max(0, model.pairBase[pair]! - model.share * model.areaBase[model.pairArea[pair]!]!)
  const whole = model.wholeRow[pair]!
  const opening = whole < 0 || short === 0 ? 0 : (guide.prices.share[pair]! * short) / Math.max(1, model.room[whole]!)
  return {
    uses,
    room: Float64Array.from(rows, (row) => model.room[row]!),
    minutes,
    least: model.pairRun[pair]! - model.pairBase[pair]!,
    price: Float64Array.from(rows, (row) => guide.prices.price[row]! + (row === model.wholeRow[pair] ? opening : 0)),
  }
}

function rowsOf(model: Model, guide: Guide, pair: number): Set<number> {
  const rows = new Set<number>()
  for (let at = guide.pairStart[pair]!; at < guide.pairStart[pair + 1]!; at += 1) {
    const option = guide.pairOptions[at]!
    for (let use = model.useStart[option]!; use < model.useStart[option + 1]!; use += 1) {
      const row = model.useRow[use]!
      if (model.rowOf[row]! >= 0) rows.add(row)
    }
  }
  return rows
}
