import { type Branching, branchingOf, isClosed, lookIntoOne } from './branch.ts'
import { type Draft, hasRoom, place, takeBack } from './draft.ts'
import type { Guide } from './guide.ts'
import type { Model } from './model.ts'
import type { Packing } from './packing.ts'
import { capRowOf, regionOf } from './region.ts'
import { isKept } from './repair.ts'

/** Most packages with options of an area that is planned by itself. */
const mostPackages = 50

/** Whether every area is small enough to be planned by itself. */
export function isOfSmallAreas(model: Model): boolean {
  return sizesOf(model).every((size) => size <= mostPackages)
}

function sizesOf(model: Model): Int32Array {
  const sizes = new Int32Array(model.areas)
  for (let item = 0; item < model.packages; item += 1) {
    if (model.optionStart[item + 1]! > model.optionStart[item]!) sizes[model.area[item]!]! += 1
  }
  return sizes
}

/**
 * Plans small areas by themselves, each by branch and price, first those with most to gain for the work that they had. With
 * a packing, caps have its prices; without, areas whose plans together go over a cap become one region. The draft takes
 * what costs less. It ends after so much `work`, simplex steps or as much, or when time is over; `onLook` hears the
 * bound after each look into a region. Returns the bound.
 */
export function planRegions(
  draft: Draft,
  guide: Guide,
  packing: Packing | null,
  work: number,
  isOver: () => boolean,
  onLook: (bound: number) => void,
): number {
  const { model } = draft
  const options = Array.from({ length: model.pairs }, (_, pair) => [
    ...guide.pairOptions.subarray(guide.pairStart[pair]!, guide.pairStart[pair + 1]!),
  ])
  const worth = guide.best.map((best, item) => Math.max(0, model.unmetCost[item]! - best))
  const capPrice = packing?.capPrice ?? new Float64Array(model.problem.providers.length)
  const begin = (areas: readonly number[], most: number) => {
    const region = regionOf(model, areas, options, capPrice)
    return branchingOf(region, draft.chosen, most, worth, model.whole && packing === null)
  }
  // What leaving all free packages of an area unmet costs, less the most that can be saved of it.
  const most = new Float64Array(model.areas)
  let bound = model.lockedCost - (packing?.caps ?? 0)
  for (let item = 0; item < model.packages; item += 1) {
    if (model.locked[item] === 1) continue
    most[model.area[item]!]! += model.unmetCost[item]!
    bound += model.unmetCost[item]!
  }
  if (packing !== null) for (let area = 0; area < model.areas; area += 1) most[area]! -= packing.areas[area]!
  const sizes = sizesOf(model)
  let all: Branching[] = []
  for (let area = 0; area < model.areas; area += 1) {
    if (sizes[area]! <= mostPackages) all.push(begin([area], packing === null ? Infinity : most[area]!))
    else bound -= most[area]!
  }
  let worked = 0
  const known = () => all.reduce((sum, one) => sum - one.most, bound)
  const isEnough = () => worked > work || isOver()
  while (!isEnough()) {
    const next = nextOf(all)
    if (next !== undefined) {
      const { mix } = next
      const before = worked + 1 - mix.work
      lookIntoOne(next, () => before + mix.work > work || isOver())
      worked = before + mix.work
      if (isClosed(next)) take(draft, next)
      onLook(known())
      continue
    }
    const provider = packing === null ? overCap(model, all) : -1
    if (provider < 0) break
    const joined = all.filter(({ region }) => region.pairs.some((pair) => model.pairProvider[pair] === provider))
    const areas = joined.flatMap(({ region }) => region.areas).sort((a, b) => a - b)
    const sum = joined.reduce((before, one) => before + one.most, 0)
    all = [...all.filter((one) => !joined.includes(one)), begin(areas, sum)]
  }
  for (const one of all) take(draft, one)
  return known()
}

/** Where most may be gained for each look that was had; undefined when all are closed. */
function nextOf(all: readonly Branching[]): Branching | undefined {
  let next: Branching | undefined
  let most = -Infinity
  for (const one of all) {
    if (isClosed(one)) continue
    const gain = one.branches === 0 ? Infinity : (one.most - one.saved) / one.mix.work
    if (next !== undefined && gain <= most) continue
    most = gain
    next = one
  }
  return next
}

/** The first provider whose cap the plans of regions together go over, −1 for none. */
function overCap(model: Model, all: readonly Branching[]): number {
  const used = new Float64Array(model.problem.providers.length)
  for (const { region, plan } of all) {
    for (const entry of plan) if (entry >= 0) used[model.provider[region.option[entry]!]!]! += region.minutes[entry]!
  }
  return used.findIndex((minutes, provider) => {
    const row = capRowOf(model, provider)
    return row >= 0 && minutes > model.room[row]! + 1e-7
  })
}

/** Takes a region's plan into a draft where everything is kept and it costs less; otherwise all stays as it was. */
function take(draft: Draft, { region, plan }: Branching): void {
  const cost = draft.cost
  const before = Int32Array.from(region.items, (item) => draft.chosen[item]!)
  const clear = () => {
    for (const item of region.items) if (draft.chosen[item]! >= 0) takeBack(draft, item)
  }
  clear()
  let fits = true
  for (const [at, item] of region.items.entries()) {
    if (plan[at]! < 0) continue
    const option = region.option[plan[at]!]!
    if (hasRoom(draft, option)) place(draft, item, option)
    else fits = false
  }
  if (fits && draft.cost < cost && isKept(draft)) return
  clear()
  for (const [at, item] of region.items.entries()) if (before[at]! >= 0) place(draft, item, before[at]!)
}
