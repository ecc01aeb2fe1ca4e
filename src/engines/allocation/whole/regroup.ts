import { give, type Sharing } from './sharing.ts'

/** What sharing out the items of a few agents anew needs; sizes as in the sharing. */
export interface Regroup {
  readonly sharing: Sharing
  /** n × m: 1 where an item may be with an agent. */
  readonly open: Uint8Array
  /** m: pence for a minute of each agent. */
  readonly price: Float64Array
  /** Items of the agents; those of them that could be elsewhere; n: agents tried, and those of the best sharing. */
  readonly items: Int32Array
  readonly loose: Int32Array
  readonly tried: Int32Array
  readonly found: Int32Array
  /** m: minutes left. */
  readonly left: Int32Array
  /** n + 1, n × m: from wayStart[k] on the agents that the k-th loose item could have, and what each loses in pence. */
  readonly wayStart: Int32Array
  readonly way: Int32Array
  readonly loss: Float64Array
  /** n: pence that an item loses by its second best agent. */
  readonly regret: Float64Array
  /** Whether the last search was cut short. */
  isCut: boolean
}

/** Room for regrouping a sharing. */
export function regroupOf(sharing: Sharing, open: Uint8Array, price: Float64Array): Regroup {
  const { items, agents } = sharing.whole
  return {
    sharing,
    open,
    price,
    items: new Int32Array(items),
    loose: new Int32Array(items),
    tried: new Int32Array(items),
    found: new Int32Array(items),
    left: new Int32Array(agents),
    wayStart: new Int32Array(items + 1),
    way: new Int32Array(items * agents),
    loss: new Float64Array(items * agents),
    regret: new Float64Array(items),
    isCut: false,
  }
}

/**
 * Shares out the items of some agents anew as cheaply as can be, if that costs at most the present pence and `more`.
 * What a sharing costs is its Lagrangian at the prices, what its items lose by agents that are not their best, and the
 * price of the minutes left. So an item can be elsewhere only where it loses no more than all of that may come to: few
 * can, and they are tried depth first, heavy ones first, in `branches` at most. Returns whether it changed the sharing.
 */
export function regroup(room: Regroup, group: Int32Array, more: number, branches: number): boolean {
  const { sharing, price, items, loose, tried, found, left, wayStart, way, loss } = room
  const { agents, weight } = sharing.whole
  room.isCut = false
  const count = gather(room, group)
  let most = gapOf(room, group, count) + more + 1e-6
  if (!(most >= 0)) return false
  const many = loosen(room, group, count, most)
  for (const one of group) if (left[one]! < 0) return false
  let isFound = false
  let visited = 0
  const visit = (at: number, lost: number): void => {
    if (at === many) {
      let all = lost
      for (const one of group) all += price[one]! * left[one]!
      if (all > most) return
      most = all - 1
      isFound = true
      for (let place = 0; place < count; place += 1) found[items[place]!] = tried[items[place]!]!
      return
    }
    visited += 1
    if (visited > branches) return
    const item = loose[at]!
    for (let place = wayStart[at]!; place < wayStart[at + 1]!; place += 1) {
      const all = lost + loss[place]!
      if (all > most) return
      const one = way[place]!
      const minutes = weight[item * agents + one]!
      if (minutes > left[one]!) continue
      left[one]! -= minutes
      tried[item] = one
      visit(at + 1, all)
      left[one]! += minutes
    }
  }
  visit(0, 0)
  room.isCut = visited > branches
  for (let place = 0; isFound && place < count; place += 1) {
    const item = items[place]!
    if (sharing.agent[item] !== found[item]) give(sharing, item, found[item]!)
  }
  return isFound
}

/** Gathers the items of the agents; returns how many they are. */
function gather({ sharing, items, left }: Regroup, group: Int32Array): number {
  const { whole, member, many } = sharing
  let count = 0
  for (const one of group) {
    left[one] = whole.room[one]!
    for (let at = 0; at < many[one]!; at += 1) {
      items[count] = member[one * whole.items + at]!
      count += 1
    }
  }
  return count
}

/** Pence by which the items' present agents cost more than the Lagrangian, in which each has its best in the group. */
function gapOf({ sharing, open, price, items, tried, regret }: Regroup, group: Int32Array, count: number): number {
  const { agents, cost, weight, room } = sharing.whole
  let gap = 0
  for (const one of group) gap += price[one]! * room[one]!
  for (let at = 0; at < count; at += 1) {
    const item = items[at]!
    let [least, second] = [Infinity, Infinity]
    for (const one of group) {
      const cell = item * agents + one
      if (open[cell] === 0) continue
      const reduced = cost[cell]! + price[one]! * weight[cell]!
      if (reduced < least) {
        second = least
        least = reduced
        tried[item] = one
      } else if (reduced < second) second = reduced
    }
    regret[item] = second - least
    gap += cost[item * agents + sharing.agent[item]!]! - least
  }
  return gap
}

/** Places the items that can't be elsewhere, and gathers the others with their ways; returns how many these are. */
function loosen(room: Regroup, group: Int32Array, count: number, most: number): number {
  const { sharing, open, price, items, loose, tried, left, wayStart, way, loss, regret } = room
  const { agents, cost, weight } = sharing.whole
  let many = 0
  for (let at = 0; at < count; at += 1) {
    const item = items[at]!
    const minutes = weight[item * agents + tried[item]!]!
    if (regret[item]! > most) {
      left[tried[item]!]! -= minutes
      continue
    }
    let place = many
    for (; place > 0; place -= 1) {
      const before = loose[place - 1]!
      if (weight[before * agents + tried[before]!]! >= minutes) break
      loose[place] = before
    }
    loose[place] = item
    many += 1
  }
  let total = 0
  for (let at = 0; at < many; at += 1) {
    const row = loose[at]! * agents
    const best = tried[loose[at]!]!
    wayStart[at] = total
    for (const one of group) {
      if (open[row + one] === 0) continue
      const lost =
        cost[row + one]! + price[one]! * weight[row + one]! - cost[row + best]! - price[best]! * weight[row + best]!
      if (lost > most) continue
      let place = total
      for (; place > wayStart[at]! && loss[place - 1]! > lost; place -= 1) {
        loss[place] = loss[place - 1]!
        way[place] = way[place - 1]!
      }
      loss[place] = lost
      way[place] = one
      total += 1
    }
  }
  wayStart[many] = total
  return many
}
