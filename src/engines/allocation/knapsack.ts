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

/** The value of an item that may not be taken. */
export const never = -1e12

/** What a knapsack is worked out with, by place in the order: items, values, minutes, surrogate weights and their ratio. */
const desk = {
  size: 0,
  order: new Int32Array(0),
  now: new Uint8Array(0),
  worth: new Float64Array(0),
  held: new Float64Array(0),
  weight: new Float64Array(0),
  ratio: new Float64Array(0),
  use: new Float64Array(0),
  /** Places of items that are better than the one at a place, `mostBetter` at most. */
  better: new Int32Array(0),
  betters: new Int32Array(0),
  rest: new Float64Array(64),
  over: new Float64Array(64),
  best: new Float64Array(64),
}

const mostBetter = 32

function makeRoom(many: number, rows: number): void {
  if (desk.size >= many * rows && desk.order.length >= many) return
  const most = 2 * many
  desk.size = most * Math.max(8, rows)
  desk.order = new Int32Array(most)
  desk.now = new Uint8Array(most)
  desk.worth = new Float64Array(most)
  desk.held = new Float64Array(most)
  desk.weight = new Float64Array(most)
  desk.ratio = new Float64Array(most)
  desk.use = new Float64Array(desk.size)
  desk.better = new Int32Array(mostBetter * most)
  desk.betters = new Int32Array(most)
}

/**
 * The most that items in a knapsack are worth: `opening` is earned by taking any, 0 by taking none.
 * Branch and bound by value for what an item takes at surrogate prices; the bound of a branch is Dantzig's for the one
 * row that the rows make at those prices. An item is not taken without every earlier one that is worth no less, takes
 * no more of any row and serves the least run no worse (dominance; Martello and Toth 1990). After `nodes` branches the
 * rest counts with its bound, so that the result is always an upper bound; `taken` is the best filling that was met.
 */
export function fillKnapsack(
  sack: Knapsack,
  value: Float64Array,
  opening: number,
  nodes: number,
  taken: Uint8Array,
): number {
  const { room, least } = sack
  const rows = room.length
  taken.fill(0)
  makeRoom(value.length, rows)
  tunePrices(sack, value)
  const count = putInOrder(sack, value, opening > 0)
  const { order, now, worth, held, weight, use, better, betters, rest } = desk
  let all = 0
  for (let row = 0; row < rows; row += 1) {
    rest[row] = room[row]! + 1e-7
    all += sack.price[row]! * room[row]!
  }
  now.fill(0, 0, count)
  let best = -opening
  let open = -Infinity
  let visited = 0
  const visit = (from: number, gain: number, left: number, minutes: number): void => {
    for (let at = from; at < count; at += 1) {
      let bound = gain
      let spare = left
      for (let one = at; one < count && worth[one]! > 0; one += 1) {
        if (weight[one]! > spare) {
          bound += (worth[one]! * spare) / weight[one]!
          break
        }
        spare -= weight[one]!
        bound += worth[one]!
      }
      if (bound <= best + 1e-7) return
      let may = true
      for (let row = 0; row < rows; row += 1) if (use[at * rows + row]! > rest[row]!) may = false
      for (let one = 0; may && one < betters[at]!; one += 1) if (now[better[at * mostBetter + one]!] === 0) may = false
      if (!may) continue
      visited += 1
      if (visited > nodes) {
        open = Math.max(open, bound)
        return
      }
      now[at] = 1
      for (let row = 0; row < rows; row += 1) rest[row]! -= use[at * rows + row]!
      const next = gain + worth[at]!
      const filled = minutes + held[at]!
      if (next > best && filled >= least - 1e-7) {
        best = next
        taken.fill(0)
        for (let one = 0; one < count; one += 1) if (now[one] === 1) taken[order[one]!] = 1
      }
      visit(at + 1, next, left - weight[at]!, filled)
      now[at] = 0
      for (let row = 0; row < rows; row += 1) rest[row]! += use[at * rows + row]!
    }
  }
  visit(0, 0, all * (1 + 1e-12) + 1e-7, 0)
  return Math.max(0, opening + Math.max(best, open))
}

/** Whether one item is worth no less than a later one, takes no more of any row, and fills a least run as well. */
function isBetter(one: number, later: number, rows: number, least: number): boolean {
  const { worth, held, use } = desk
  if (worth[one]! < worth[later]! || (least > 0 && held[one]! < held[later]!)) return false
  for (let row = 0; row < rows; row += 1) if (use[one * rows + row]! > use[later * rows + row]!) return false
  return true
}

/** Items that fit by themselves and may serve, the best ratio of value and weight first; those worth nothing come last. */
function putInOrder({ uses, room, minutes, least, price }: Knapsack, value: Float64Array, opens: boolean): number {
  const { order, worth, held, weight, ratio, use, better, betters } = desk
  const rows = room.length
  let count = 0
  for (let item = 0; item < value.length; item += 1) {
    // What is worth nothing serves only to reach the least run or to earn the opening.
    if (value[item]! <= never || (value[item]! <= 0 && least <= 0 && !opens)) continue
    let takes = 0
    let fits = true
    for (let row = 0; row < rows; row += 1) {
      const minutesThere = uses[item * rows + row]!
      takes += price[row]! * minutesThere
      if (minutesThere > room[row]! + 1e-7) fits = false
    }
    if (!fits) continue
    const rate = value[item]! <= 0 ? value[item]! : value[item]! / (takes + 1e-9)
    let at = count
    for (; at > 0 && ratio[at - 1]! < rate; at -= 1) {
      ratio[at] = ratio[at - 1]!
      order[at] = order[at - 1]!
      weight[at] = weight[at - 1]!
    }
    ratio[at] = rate
    order[at] = item
    weight[at] = takes
    count += 1
  }
  for (let at = 0; at < count; at += 1) {
    const item = order[at]!
    worth[at] = value[item]!
    held[at] = minutes[item]!
    for (let row = 0; row < rows; row += 1) use[at * rows + row] = uses[item * rows + row]!
    betters[at] = 0
    for (let one = 0; one < at && betters[at]! < mostBetter; one += 1) {
      if (!isBetter(one, at, rows, least)) continue
      better[at * mostBetter + betters[at]!] = one
      betters[at]! += 1
    }
  }
  return count
}

/** A few subgradient steps towards the prices of the relaxed knapsack. */
function tunePrices({ uses, room, price }: Knapsack, value: Float64Array): void {
  const { over, best } = desk
  const rows = room.length
  let least = Infinity
  for (let step = 0; step < 12; step += 1) {
    let total = 0
    let norm = 0
    for (let row = 0; row < rows; row += 1) {
      over[row] = -room[row]!
      total += price[row]! * room[row]!
    }
    for (let item = 0; item < value.length; item += 1) {
      let worth = value[item]!
      if (worth <= 0) continue
      for (let row = 0; row < rows; row += 1) worth -= price[row]! * uses[item * rows + row]!
      if (worth <= 0) continue
      total += worth
      for (let row = 0; row < rows; row += 1) over[row]! += uses[item * rows + row]!
    }
    if (total < least) {
      least = total
      for (let row = 0; row < rows; row += 1) best[row] = price[row]!
    }
    for (let row = 0; row < rows; row += 1) {
      if (price[row] === 0 && over[row]! < 0) over[row] = 0
      norm += over[row]! * over[row]!
    }
    if (norm === 0) break
    const pace = (0.06 * least) / (1 + 0.5 * step) / norm
    for (let row = 0; row < rows; row += 1) price[row] = Math.max(0, price[row]! + pace * over[row]!)
  }
  for (let row = 0; row < rows; row += 1) price[row] = best[row]!
}
