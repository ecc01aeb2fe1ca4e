import { emptyMix, type Mix } from './mix.ts'
import { slack } from './model.ts'
import { priceOut } from './price-patterns.ts'
import type { Region } from './region.ts'

/** A part of all plans of a region: what is barred in it, and what none of its plans can save more than. */
interface Branch {
  readonly most: number
  readonly parent: Branch | null
  /** Options (below E) and stays unmet (E + package) that are barred besides those of the parent. */
  readonly barred: readonly number[]
}

/** A branch and bound over a region, taken up and left as time allows. */
export interface Branching {
  readonly region: Region
  readonly mix: Mix
  readonly open: Branch[]
  /** n: the option (below E) of each package in the best plan, −1 for unmet; the pence that it saves. */
  readonly plan: Int32Array
  saved: number
  /** No plan saves more. */
  most: number
  /** Pence by which a better plan must be better. */
  readonly step: number
  branches: number
  /** Where a dive for a plan goes on. */
  dive: Branch | null
}

/** Every so many branches, one is followed down to a plan. */
const diveEvery = 4

/**
 * Begins with what is known: a plan (options of the model by package), the most that can be saved, and pence that a
 * place for each package of the model may be worth.
 */
export function branchingOf(
  region: Region,
  chosen: Int32Array,
  most: number,
  worth: Float64Array,
  whole: boolean,
): Branching {
  const plan = new Int32Array(region.items.length).fill(-1)
  let saved = 0
  for (let entry = 0; entry < region.option.length; entry += 1) {
    if (chosen[region.items[region.item[entry]!]!] !== region.option[entry]) continue
    plan[region.item[entry]!] = entry
    saved += region.saving[entry]!
  }
  const root = { most: Math.min(most, region.most), parent: null, barred: [] }
  const step = whole ? 1 - 1e-6 : 1e-9 * Math.max(1, region.most)
  return {
    region,
    mix: emptyMix(
      region,
      Float64Array.from(region.items, (item) => worth[item]!),
    ),
    open: [root],
    plan,
    saved,
    most,
    step,
    branches: 0,
    dive: null,
  }
}

/** Whether the best plan of a region is proved to be the best. */
export const isClosed = ({ open }: Branching): boolean => open.length === 0

/**
 * Looks into the branch that may save most: its value is proved by column generation (branch and price; Savelsbergh
 * 1997), and what is left of it is divided at one package.
 */
export function lookIntoOne(branching: Branching, isOver: () => boolean): void {
  const { region, mix, open } = branching
  const branch = branching.dive ?? open.at(-1)!
  open.splice(open.lastIndexOf(branch), 1)
  const isDiving = branching.dive !== null || branching.branches % diveEvery === 0
  branching.dive = null
  const barred = new Uint8Array(region.option.length + region.items.length)
  for (let one: Branch | null = branch; one !== null; one = one.parent) for (const at of one.barred) barred[at] = 1
  const value = priceOut(mix, barred, branching.saved + branching.step, isOver)
  branching.branches += 1
  const most = Math.min(branch.most, value.most)
  takeWhole(branching, value.part)
  if (most >= branching.saved + branching.step) {
    const child = divide(branching, branch, most, value.part, barred)
    if (isDiving) branching.dive = child
  }
  if (branching.dive !== null && branching.dive.most < branching.saved + branching.step) branching.dive = null
  while (open.length > 0 && open[0]!.most < branching.saved + branching.step) open.shift()
  branching.most =
    open.at(-1)?.most ??
    branching.saved + (Number.isInteger(branching.saved) && branching.step > 0.5 ? 0 : branching.step)
}

/** Takes the plan that a mix is when all its parts are whole. */
function takeWhole(branching: Branching, part: Float64Array): void {
  const { region } = branching
  const found = new Int32Array(region.items.length).fill(-1)
  for (let entry = 0; entry < region.option.length; entry += 1) {
    if (part[entry]! > 0.01 && part[entry]! < 0.99) return
    if (part[entry]! > 0.5) found[region.item[entry]!] = entry
  }
  takePlan(branching, found)
}

/** Takes a plan that saves more than the best and keeps everything. */
function takePlan(branching: Branching, found: Int32Array): void {
  const { region, plan } = branching
  let saved = 0
  for (const entry of found) if (entry >= 0) saved += region.saving[entry]!
  if (saved <= branching.saved || !isKeptIn(region, found)) return
  plan.set(found)
  branching.saved = saved
}

/** Whether rows, runs, shares and caps are kept by a plan: the option (below E) of each package, −1 for unmet. */
function isKeptIn(region: Region, plan: Int32Array): boolean {
  const held = new Float64Array(region.pairs.length)
  const planned = new Float64Array(region.areas.length)
  const used = new Float64Array(region.capRoom.length)
  const loads = region.sacks.map(({ room }) => new Float64Array(room.length))
  for (const entry of plan) {
    if (entry < 0) continue
    const pair = region.pair[entry]!
    const minutes = region.minutes[entry]!
    held[pair]! += minutes
    planned[region.pairArea[pair]!]! += minutes
    if (region.capRow[pair]! >= 0) used[region.capRow[pair]! - region.firstCap]! += minutes
    const load = loads[pair]!
    const from = (entry - region.entryStart[pair]!) * load.length
    for (let row = 0; row < load.length; row += 1) load[row]! += region.sacks[pair]!.uses[from + row]!
  }
  if (region.capRoom.some((cap, at) => used[at]! > cap + slack)) return false
  for (const [pair, { room, least }] of region.sacks.entries()) {
    if (room.some((most, row) => loads[pair]![row]! > most + slack)) return false
    if (held[pair] === 0) continue
    if (held[pair]! < least - slack) return false
    const most = region.share * planned[region.pairArea[pair]!]! + region.limit[pair]!
    if (region.shareRow[pair]! >= 0 && held[pair]! > most + slack) return false
  }
  return true
}

/**
 * Divides a branch at a package of many minutes that the mix is unsure of: by one of its ways (an option or staying
 * unmet), and by all others; returns the likelier.
 */
function divide(
  branching: Branching,
  branch: Branch,
  most: number,
  part: Float64Array,
  barred: Uint8Array,
): Branch | null {
  const { region, open } = branching
  const entries = region.option.length
  let way = -1
  let least = -1
  for (let at = 0; at < part.length; at += 1) {
    if (barred[at] === 1) continue
    const item = at < entries ? region.item[at]! : at - entries
    if (waysOf(region, item, barred).length < 2) continue
    const doubt = Math.min(part[at]!, 1 - part[at]!) * (60 + region.itemMinutes[item]!)
    if (doubt > least) {
      least = doubt
      way = at
    }
  }
  if (way < 0) {
    // One way is left for each package: this is the branch's only plan.
    const only = new Int32Array(region.items.length).fill(-1)
    for (let entry = 0; entry < entries; entry += 1) if (barred[entry] === 0) only[region.item[entry]!] = entry
    takePlan(branching, only)
    return null
  }
  const others = waysOf(region, way < entries ? region.item[way]! : way - entries, barred).filter((at) => at !== way)
  const without = { most, parent: branch, barred: [way] }
  const only = { most, parent: branch, barred: others }
  insert(open, without)
  insert(open, only)
  return part[way]! >= 0.5 ? only : without
}

function waysOf(region: Region, item: number, barred: Uint8Array): number[] {
  const ways: number[] = []
  for (let at = 0; at < region.option.length; at += 1) if (region.item[at] === item && barred[at] === 0) ways.push(at)
  const unmet = region.option.length + item
  if (barred[unmet] === 0) ways.push(unmet)
  return ways
}

/** Into its place: what may save most stands last, and of equals the newest. */
function insert(open: Branch[], branch: Branch): void {
  let at = open.length
  while (at > 0 && open[at - 1]!.most > branch.most) at -= 1
  open.splice(at, 0, branch)
}
