import { type Model, slack } from './model.ts'
import type { Plan } from './problem.ts'

/** A plan in the making, with what it loads; every list is linked, so that placing and taking back are quick. */
export interface Draft {
  readonly model: Model
  /** n: the option of each package, −1 for unmet. */
  readonly chosen: Int32Array
  /** R, Q and A: planned minutes of free packages in rows; book, locked and planned in pairs and areas. */
  readonly load: Float64Array
  readonly pairLoad: Float64Array
  readonly areaLoad: Float64Array
  /** Q: how many free packages stand in the pair. */
  readonly pairCount: Int32Array
  /** Lists of packages: one for each pair, then one of the unmet of each area. */
  readonly head: Int32Array
  readonly next: Int32Array
  readonly previous: Int32Array
  /** The unmet free packages, and where each stands among them. */
  readonly unmet: Int32Array
  readonly unmetAt: Int32Array
  unmetCount: number
  /** Pence a week, all of it: locked, placed and unmet. */
  cost: number
  /** Minutes by which rows are overloaded, all together; and by how many a search may overload one just now. */
  overload: number
  leeway: number
}

/** A draft in which every free package is unmet. */
export function emptyDraft(model: Model): Draft {
  const { packages: n } = model
  const draft: Draft = {
    model,
    chosen: new Int32Array(n).fill(-1),
    load: new Float64Array(model.rows),
    pairLoad: model.pairBase.slice(),
    areaLoad: model.areaBase.slice(),
    pairCount: new Int32Array(model.pairs),
    head: new Int32Array(model.pairs + model.areas).fill(-1),
    next: new Int32Array(n).fill(-1),
    previous: new Int32Array(n).fill(-1),
    unmet: new Int32Array(n),
    unmetAt: new Int32Array(n).fill(-1),
    unmetCount: 0,
    cost: model.lockedCost,
    overload: 0,
    leeway: 0,
  }
  for (let item = 0; item < n; item += 1) {
    if (model.locked[item] === 1) continue
    draft.cost += model.unmetCost[item]!
    join(draft, item, model.pairs + model.area[item]!)
    draft.unmet[draft.unmetCount] = item
    draft.unmetAt[item] = draft.unmetCount
    draft.unmetCount += 1
  }
  return draft
}

function join(draft: Draft, item: number, list: number): void {
  const first = draft.head[list]!
  draft.next[item] = first
  draft.previous[item] = -1
  if (first >= 0) draft.previous[first] = item
  draft.head[list] = item
}

function leave(draft: Draft, item: number, list: number): void {
  const before = draft.previous[item]!
  const after = draft.next[item]!
  if (before >= 0) draft.next[before] = after
  else draft.head[list] = after
  if (after >= 0) draft.previous[after] = before
}

/** Places an unmet package by one of its options, whether or not there is room. */
export function place(draft: Draft, item: number, option: number): void {
  const { model } = draft
  const { useStart, useRow, useMinutes } = model
  const pair = model.pair[option]!
  const area = model.area[item]!
  const minutes = model.minutes[item]!
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    const over = draft.load[row]! + useMinutes[use]! - model.room[row]!
    if (over > slack) draft.overload += Math.min(over, useMinutes[use]!)
    draft.load[row]! += useMinutes[use]!
  }
  draft.pairLoad[pair]! += minutes
  draft.areaLoad[area]! += minutes
  draft.pairCount[pair]! += 1
  leave(draft, item, model.pairs + area)
  join(draft, item, pair)
  draft.unmetCount -= 1
  const last = draft.unmet[draft.unmetCount]!
  const at = draft.unmetAt[item]!
  draft.unmet[at] = last
  draft.unmetAt[last] = at
  draft.unmetAt[item] = -1
  draft.chosen[item] = option
  draft.cost += model.cost[option]! - model.unmetCost[item]!
}

/** Takes a placed package back. */
export function takeBack(draft: Draft, item: number): void {
  const { model } = draft
  const { useStart, useRow, useMinutes } = model
  const option = draft.chosen[item]!
  const pair = model.pair[option]!
  const area = model.area[item]!
  const minutes = model.minutes[item]!
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    const over = draft.load[row]! - model.room[row]!
    if (over > slack) draft.overload -= Math.min(over, useMinutes[use]!)
    draft.load[row]! -= useMinutes[use]!
  }
  draft.pairLoad[pair]! -= minutes
  draft.areaLoad[area]! -= minutes
  draft.pairCount[pair]! -= 1
  leave(draft, item, pair)
  join(draft, item, model.pairs + area)
  draft.unmet[draft.unmetCount] = item
  draft.unmetAt[item] = draft.unmetCount
  draft.unmetCount += 1
  draft.chosen[item] = -1
  draft.cost += model.unmetCost[item]! - model.cost[option]!
}

/** Whether the rows of an option have room for it, as things stand. */
export function hasRoom(draft: Draft, option: number): boolean {
  const { useStart, useRow, useMinutes, room } = draft.model
  for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
    const row = useRow[use]!
    if (draft.load[row]! + useMinutes[use]! > room[row]! + slack + draft.leeway) return false
  }
  return true
}

/** Minutes by which the pairs of an area fall short of their least run or go over the share. */
export function breachOf(draft: Draft, area: number): number {
  const { model } = draft
  if (model.areaBound[area] === 0) return 0
  const most = model.share === Infinity ? Infinity : model.share * draft.areaLoad[area]! + slack
  let breach = 0
  for (let at = model.areaStart[area]!; at < model.areaStart[area + 1]!; at += 1) {
    const pair = model.areaPairs[at]!
    if (draft.pairCount[pair] === 0) continue
    const load = draft.pairLoad[pair]!
    if (load > most) breach += load - most
    const run = model.pairRun[pair]!
    if (load < run - slack) breach += run - load
  }
  return breach
}

/** Sets a draft to the options given, −1 for unmet. */
export function setAll(draft: Draft, chosen: Int32Array): void {
  for (let item = 0; item < chosen.length; item += 1) {
    if (draft.chosen[item]! >= 0 && draft.chosen[item] !== chosen[item]) takeBack(draft, item)
  }
  for (let item = 0; item < chosen.length; item += 1) {
    if (chosen[item]! >= 0 && draft.chosen[item] !== chosen[item]) place(draft, item, chosen[item]!)
  }
}

/** The plan that options of packages make, locked ones included. */
export function planOf(model: Model, chosen: Int32Array): Plan {
  return model.problem.packages.map((item, index) => {
    if (item.locked) return item.current
    return chosen[index]! < 0 ? null : model.provider[chosen[index]!]!
  })
}
