/** A knapsack of several rows that is worked out again and again with other values. */
export interface Knapsack {
  /** Items × rows: minutes that an item takes of each row; and the room of the rows. */
  readonly uses: Float64Array
  readonly room: Float64Array
  /** Items: minutes over all bands, and the least sum of them in a filled knapsack. */
  readonly minutes: Float64Array
  readonly least: number
  /** Rows: surrogate prices, kept from one time to the next. */
  readonly price: Float64Array
}

const scratch = {
  rest: new Float64Array(64),
  over: new Float64Array(64),
  spare: new Float64Array(0),
  order: new Int32Array(0),
  now: new Uint8Array(0),
}

/**
 * The most that items in a knapsack are worth: `opening` is earned by taking any, 0 by taking none.
 * Branch and bound in the order of spare value, what an item is worth above its rows at surrogate prices. The bound of
 * a branch is the surrogate's value less what it lost by leaving items with spare value and taking items without.
 * After `nodes` branches the rest counts with its bound, so that `most` is always an upper bound.
 */
export function fillKnapsack(
  sack: Knapsack,
  value: Float64Array,
  opening: number,
  nodes: number,
  taken: Uint8Array,
): number {
  const { uses, room, minutes, least, price } = sack
  const many = value.length
  const rows = room.length
  taken.fill(0)
  if (scratch.order.length < many) {
    scratch.spare = new Float64Array(2 * many)
    scratch.order = new Int32Array(2 * many)
    scratch.now = new Uint8Array(2 * many)
  }
  const { rest, spare, order, now } = scratch
  let top = tunePrices(sack, value)
  let count = 0
  for (let item = 0; item < many; item += 1) {
    // What is worth nothing serves only to reach the least run or to earn the opening.
    if (value[item]! <= 0 && least <= 0 && opening <= 0) continue
    let worth = value[item]!
    for (let row = 0; row < rows; row += 1) worth -= price[row]! * uses[item * rows + row]!
    spare[item] = worth
    let at = count
    for (; at > 0 && spare[order[at - 1]!]! < worth; at -= 1) order[at] = order[at - 1]!
    order[at] = item
    count += 1
    if (worth > 0) top += worth
  }
  for (let row = 0; row < rows; row += 1) rest[row] = room[row]! + 1e-7
  now.fill(0, 0, many)
  let best = -opening
  let open = -Infinity
  let visited = 0
  const visit = (from: number, worth: number, held: number, lost: number): void => {
    let loss = lost
    for (let at = from; at < count; at += 1) {
      if (top - loss <= best + 1e-7) return
      const item = order[at]!
      const more = spare[item]!
      if (more < 0 && top - loss + more <= best + 1e-7) return
      let fits = true
      for (let row = 0; row < rows; row += 1) if (uses[item * rows + row]! > rest[row]!) fits = false
      if (fits) {
        visited += 1
        if (visited > nodes) {
          open = Math.max(open, top - loss)
          return
        }
        now[item] = 1
        for (let row = 0; row < rows; row += 1) rest[row]! -= uses[item * rows + row]!
        const next = worth + value[item]!
        const filled = held + minutes[item]!
        if (next > best && filled >= least - 1e-7) {
          best = next
          for (let one = 0; one < many; one += 1) taken[one] = now[one]!
        }
        visit(at + 1, next, filled, more < 0 ? loss - more : loss)
        now[item] = 0
        for (let row = 0; row < rows; row += 1) rest[row]! += uses[item * rows + row]!
      }
      if (more > 0) loss += more
    }
  }
  visit(0, 0, 0, 0)
  return Math.max(0, opening + Math.max(best, open))
}

/** A few subgradient steps towards the prices of the relaxed knapsack; returns what its room is worth at them. */
function tunePrices({ uses, room, price }: Knapsack, value: Float64Array): number {
  const rows = room.length
  const many = value.length
  const { over } = scratch
  let kept = 0
  let least = Infinity
  const best = bestPrices
  for (let step = 0; step < 6; step += 1) {
    let total = 0
    let norm = 0
    for (let row = 0; row < rows; row += 1) {
      over[row] = -room[row]!
      total += price[row]! * room[row]!
    }
    kept = total
    for (let item = 0; item < many; item += 1) {
      let worth = value[item]!
      for (let row = 0; row < rows; row += 1) worth -= price[row]! * uses[item * rows + row]!
      if (worth <= 0) continue
      total += worth
      for (let row = 0; row < rows; row += 1) over[row]! += uses[item * rows + row]!
    }
    if (total < least) {
      least = total
      best.worth = kept
      for (let row = 0; row < rows; row += 1) best.price[row] = price[row]!
    }
    for (let row = 0; row < rows; row += 1) {
      if (price[row] === 0 && over[row]! < 0) over[row] = 0
      norm += over[row]! * over[row]!
    }
    if (norm === 0) break
    const pace = (0.04 * least) / (1 + step) / norm
    for (let row = 0; row < rows; row += 1) price[row] = Math.max(0, price[row]! + pace * over[row]!)
  }
  for (let row = 0; row < rows; row += 1) price[row] = best.price[row]!
  return best.worth
}

const bestPrices = { worth: 0, price: new Float64Array(64) }
