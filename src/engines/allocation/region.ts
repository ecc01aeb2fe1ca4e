import { fillKnapsack, type Knapsack } from './knapsack.ts'
import type { Model } from './model.ts'

/**
 * Areas that are planned together, because caps couple them or one alone. Sizes: n free packages with options, K pairs,
 * E options, which are grouped by pair.
 */
export interface Region {
  readonly areas: readonly number[]
  /** n: the package of the model, its minutes a week. */
  readonly items: Int32Array
  readonly itemMinutes: Float64Array
  /** K: its pair in the model, and the place of its area among `areas`. */
  readonly pairs: Int32Array
  readonly pairArea: Int32Array
  /** K + 1: the options of pair k are entryStart[k] up to entryStart[k + 1]. */
  readonly entryStart: Int32Array
  /** E: option in the model, place of its package, its pair, minutes a week, pence that it saves against staying unmet. */
  readonly option: Int32Array
  readonly item: Int32Array
  readonly pair: Int32Array
  readonly minutes: Float64Array
  readonly saving: Float64Array
  /** K: what a pair can take; its cap is a row of it. */
  readonly sacks: readonly Knapsack[]
  /** K: minutes that a pair may have before the plan of its area adds to its share. */
  readonly limit: Float64Array
  /** K: the row of its share, and of its provider's cap, in the mix; −1 where it can't bind. */
  readonly shareRow: Int32Array
  readonly capRow: Int32Array
  /** Rows of the mix: packages, pairs, shares, caps; and minutes of each cap, by its row less `firstCap`. */
  readonly rows: number
  readonly firstCap: number
  readonly capRoom: readonly number[]
  readonly share: number
  /** Pence a week that would be saved were there room for everything. */
  readonly most: number
}

/**
 * Lays out some areas as one region; caps bind across the areas that are in it, and minutes of caps cost what they are
 * priced at, by provider. `options` has those of each pair.
 */
export function regionOf(
  model: Model,
  areas: readonly number[],
  options: readonly (readonly number[])[],
  capPrice: Float64Array,
): Region {
  const pairs: number[] = []
  const pairArea: number[] = []
  for (const [place, area] of areas.entries()) {
    for (let at = model.areaStart[area]!; at < model.areaStart[area + 1]!; at += 1) {
      const pair = model.areaPairs[at]!
      if (options[pair]!.length === 0) continue
      pairs.push(pair)
      pairArea.push(place)
    }
  }
  const entries = pairs.flatMap((pair) => options[pair]!)
  const items = [...new Set(entries.map((option) => model.owner[option]!))].sort((a, b) => a - b)
  const placeOf = new Map(items.map((item, place) => [item, place]))
  const entryStart = new Int32Array(pairs.length + 1)
  for (const [at, pair] of pairs.entries()) entryStart[at + 1] = entryStart[at]! + options[pair]!.length
  const pairOf = pairs.flatMap((pair, at) => options[pair]!.map(() => at))
  const sacks = pairs.map((pair) => sackOf(model, pair, options[pair]!))
  const most = pairs.map((_, at) => mostMinutes(sacks[at]!))
  const limit = Float64Array.from(pairs, (pair) =>
    model.share === Infinity ? Infinity : model.share * model.areaBase[model.pairArea[pair]!]! - model.pairBase[pair]!,
  )
  const saving = Float64Array.from(entries, (option) => {
    const item = model.owner[option]!
    return model.unmetCost[item]! - model.cost[option]! - capPrice[model.provider[option]!]! * model.minutes[item]!
  })
  const bestSavings = new Float64Array(items.length)
  for (const [entry, option] of entries.entries()) {
    const item = placeOf.get(model.owner[option]!)!
    bestSavings[item] = Math.max(bestSavings[item]!, saving[entry]!)
  }
  let rows = items.length + pairs.length
  const shareRow = Int32Array.from(pairs, (_, at) => {
    if (model.share === Infinity || most[at]! * (1 - model.share) <= limit[at]!) return -1
    rows += 1
    return rows - 1
  })
  const firstCap = rows
  const capRow = new Int32Array(pairs.length).fill(-1)
  const capRoom: number[] = []
  for (const provider of new Set(pairs.map((pair) => model.pairProvider[pair]!))) {
    const own = [...pairs.keys()].filter((at) => model.pairProvider[pairs[at]!] === provider)
    const row = capRowOf(model, provider)
    if (own.length < 2 || row < 0 || own.reduce((sum, at) => sum + most[at]!, 0) <= model.room[row]!) continue
    for (const at of own) capRow[at] = rows
    capRoom.push(model.room[row]!)
    rows += 1
  }
  return {
    areas,
    items: Int32Array.from(items),
    itemMinutes: Float64Array.from(items, (item) => model.minutes[item]!),
    pairs: Int32Array.from(pairs),
    pairArea: Int32Array.from(pairArea),
    entryStart,
    option: Int32Array.from(entries),
    item: Int32Array.from(entries, (option) => placeOf.get(model.owner[option]!)!),
    pair: Int32Array.from(pairOf),
    minutes: Float64Array.from(entries, (option) => model.minutes[model.owner[option]!]!),
    saving,
    sacks,
    limit,
    shareRow,
    capRow,
    rows,
    firstCap,
    capRoom,
    share: model.share,
    most: bestSavings.reduce((sum, one) => sum + one, 0),
  }
}

/** The row of a provider's cap, −1 without one. */
export function capRowOf(model: Model, provider: number): number {
  return model.rowOf.indexOf(-1 - provider)
}

function sackOf(model: Model, pair: number, options: readonly number[]): Knapsack {
  const used = new Set<number>()
  for (const option of options) {
    for (let use = model.useStart[option]!; use < model.useStart[option + 1]!; use += 1) used.add(model.useRow[use]!)
  }
  const rows = [...used].sort((a, b) => a - b)
  const uses = new Float64Array(options.length * rows.length)
  for (const [at, option] of options.entries()) {
    for (let use = model.useStart[option]!; use < model.useStart[option + 1]!; use += 1) {
      uses[at * rows.length + rows.indexOf(model.useRow[use]!)] = model.useMinutes[use]!
    }
  }
  return {
    uses,
    room: Float64Array.from(rows, (row) => model.room[row]!),
    minutes: Float64Array.from(options, (option) => model.minutes[model.owner[option]!]!),
    least: model.pairRun[pair]! - model.pairBase[pair]!,
    price: new Float64Array(rows.length),
  }
}

/** Minutes that a pair can't go beyond. */
function mostMinutes(sack: Knapsack): number {
  const taken = new Uint8Array(sack.minutes.length)
  return fillKnapsack({ ...sack, least: 0, price: sack.price.slice() }, sack.minutes, 0, 2000, taken)
}
