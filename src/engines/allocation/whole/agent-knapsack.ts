/** Room to work out the knapsack of one agent, used for one after another. Sizes: n items, C minutes. */
export interface Sack {
  /** C + 1: most that is earned with so many minutes. */
  readonly most: Float64Array
  /** n × (C + 1): whether the item is taken there. */
  readonly took: Uint8Array
  /** The items taken, and how many they are. */
  readonly taken: Int32Array
  takenCount: number
  /** Items that are neither surely taken nor surely left. */
  readonly core: Int32Array
}

/** Room for so many items and minutes. */
export function emptySack(items: number, minutes: number): Sack {
  return {
    most: new Float64Array(minutes + 1),
    took: new Uint8Array(items * (minutes + 1)),
    taken: new Int32Array(items),
    takenCount: 0,
    core: new Int32Array(items),
  }
}

/**
 * The most that the first `count` of `order` are worth in a room, exactly; what is taken stands in the sack.
 * They come by value a minute, the highest first. Where an item must stand follows mostly from the relaxed knapsack
 * (Dantzig 1957): only the others are tried, by dynamic programming over minutes.
 */
export function fillSack(
  sack: Sack,
  order: Int32Array,
  count: number,
  value: Float64Array,
  weight: Int32Array,
  room: number,
): number {
  const { most, took, taken, core } = sack
  let left = room
  let at = 0
  let worth = 0
  for (; at < count && weight[order[at]!]! <= left; at += 1) {
    left -= weight[order[at]!]!
    worth += value[order[at]!]!
  }
  if (at === count) {
    for (let place = 0; place < count; place += 1) taken[place] = order[place]!
    sack.takenCount = count
    return worth
  }
  const price = value[order[at]!]! / weight[order[at]!]!
  let surplus = price * left
  for (let place = at; place < count && left > 0; place += 1) {
    const item = order[place]!
    if (weight[item]! > left) continue
    left -= weight[item]!
    surplus -= value[item]!
  }
  // What the relaxed knapsack is worth above a plain filling: who loses more than that by the other choice has none.
  surplus += 1e-9 * (1 + Math.abs(worth))
  let rest = room
  let sure = 0
  let many = 0
  let cores = 0
  for (let place = 0; place < count; place += 1) {
    const item = order[place]!
    const spare = value[item]! - price * weight[item]!
    if (spare > surplus && place < at) {
      rest -= weight[item]!
      sure += value[item]!
      taken[many] = item
      many += 1
    } else if (spare >= -surplus) {
      core[cores] = item
      cores += 1
    }
  }
  const width = rest + 1
  most.fill(0, 0, width)
  took.fill(0, 0, cores * width)
  for (let place = 0; place < cores; place += 1) {
    const gain = value[core[place]!]!
    const minutes = weight[core[place]!]!
    const from = place * width
    for (let filled = rest; filled >= minutes; filled -= 1) {
      const more = most[filled - minutes]! + gain
      if (more > most[filled]!) {
        most[filled] = more
        took[from + filled] = 1
      }
    }
  }
  let held = rest
  for (let place = cores - 1; place >= 0; place -= 1) {
    if (took[place * width + held] === 0) continue
    taken[many] = core[place]!
    many += 1
    held -= weight[core[place]!]!
  }
  sack.takenCount = many
  return sure + most[rest]!
}
