import type { Model } from './model.ts'
import { ratesOf, type ShareRows, shareRowsOf } from './shares.ts'

/** Prices of rows and shares with the bound that they prove. */
export interface Prices {
  /** R: pence for a minute of each row, 0 or more. */
  readonly price: Float64Array
  /** Q: pence for a minute of each share row, 0 or more; and what a minute in each pair costs (or earns) by all of them. */
  readonly share: Float64Array
  readonly rate: Float64Array
  /** Pence a week: no plan costs less, by the Lagrangian of rows and shares; runs are left out. */
  readonly bound: number
}

/** Prices that are all 0. */
export function noPrices(model: Model): Omit<Prices, 'bound'> {
  const zeros = (many: number) => new Float64Array(many)
  return { price: zeros(model.rows), share: zeros(model.pairs), rate: zeros(model.pairs) }
}

/** What passes work with; the options that count at the present heat stand in `active`, by package from `activeStart`. */
interface Desk {
  readonly model: Model
  readonly rows: ShareRows
  readonly price: Float64Array
  readonly share: Float64Array
  readonly rate: Float64Array
  readonly expected: Float64Array
  readonly curve: Float64Array
  readonly held: Held
  readonly reduced: Float64Array
  readonly active: Int32Array
  readonly activeStart: Int32Array
}

/** Expected minutes in pairs and areas, and how they vary: each by itself (pairs, areas), and a pair with its area. */
interface Held {
  readonly pair: Float64Array
  readonly area: Float64Array
  readonly pairs: Float64Array
  readonly areas: Float64Array
  readonly both: Float64Array
}

/** Every so many passes all options are looked at, which proves a bound and chooses the active ones. */
const between = 8

/**
 * Part of a Newton step that is taken, momentum, the least curvature as part of a row's room squared, and the first
 * and last temperature as parts of what is typical; tuned on three seeds of 5,000 × 100 and on GAP types d and e.
 */
const pace = { newton: 0.35, momentum: 0.8, floor: 0.003, first: 0.6, last: 0.0002 } as const

/**
 * Raises the Lagrangian bound over the rows. The choice of each package is smoothed to a softmin at a temperature
 * that falls, and each row's price takes a Newton step by its own curvature (diagonal Newton) with momentum. Options
 * far above the best of their package are left out between the passes that prove a bound, which see every option.
 * It ends after so many passes, or when `spent`, the part of its time that is spent, reaches 1.
 */
export function raisePrices(model: Model, passes: number, spent: () => number): Prices {
  const { rows, packages } = model
  const best = { ...noPrices(model), bound: -Infinity }
  const shares = shareRowsOf(model)
  if (packages === 0 || (rows === 0 && shares.pairs.length === 0)) passes = 1
  let most = 0
  for (let item = 0; item < packages; item += 1) {
    most = Math.max(most, model.optionStart[item + 1]! - model.optionStart[item]!)
  }
  const desk: Desk = {
    model,
    rows: shares,
    ...noPrices(model),
    expected: new Float64Array(rows),
    curve: new Float64Array(rows),
    held: {
      pair: new Float64Array(model.pairs),
      area: new Float64Array(model.areas),
      pairs: new Float64Array(model.pairs),
      areas: new Float64Array(model.areas),
      both: new Float64Array(model.pairs),
    },
    reduced: new Float64Array(most + 1),
    active: new Int32Array(model.options),
    activeStart: new Int32Array(packages + 1),
  }
  const moved = new Float64Array(rows)
  const movedShare = new Float64Array(model.pairs)
  const { first, last } = heatsOf(model)
  const drop = Math.log(last / first) / 0.85
  for (let pass = 0; pass < passes; pass += 1) {
    const part = Math.max(pass / passes, spent())
    if (part >= 1) break
    const heat = Math.max(last, first * Math.exp(drop * part))
    if (pass % between === 0 || pass === passes - 1) {
      const bound = lookAtAll(desk, heat * 25)
      if (bound > best.bound) {
        best.bound = bound
        best.price.set(desk.price)
        best.share.set(desk.share)
      }
    }
    expect(desk, heat)
    for (let row = 0; row < rows; row += 1) {
      const room = model.room[row]!
      const over = desk.expected[row]! - room
      // Several rows answer at once to the same package, so a whole Newton step would go too far.
      const newton = (pace.newton * heat * over) / (desk.curve[row]! + pace.floor * room * room + 1)
      const to = Math.max(0, desk.price[row]! + pace.momentum * moved[row]! + newton)
      moved[row] = to - desk.price[row]!
      desk.price[row] = to
    }
    if (shares.pairs.length > 0) moveShares(desk, heat, movedShare)
  }
  const bound = lookAtAll(desk, 0)
  if (bound > best.bound) return { price: desk.price, share: desk.share, rate: desk.rate, bound }
  ratesOf(model, shares, best.share, best.rate)
  return best
}

/** A step of the share rows' prices, as those of other rows. */
function moveShares({ model, rows, share, rate, held }: Desk, heat: number, moved: Float64Array): void {
  for (const pair of rows.pairs) {
    const area = model.pairArea[pair]!
    const own = rows.own[pair]!
    const over = own * held.pair[pair]! - model.share * held.area[area]! - rows.room[pair]!
    const curve =
      own * own * held.pairs[pair]! -
      2 * own * model.share * held.both[pair]! +
      model.share * model.share * held.areas[area]!
    const most = rows.most[pair]!
    const newton = (pace.newton * heat * over) / (Math.max(0, curve) + pace.floor * most * most + 1)
    const to = Math.max(0, share[pair]! + pace.momentum * moved[pair]! + newton)
    moved[pair] = to - share[pair]!
    share[pair] = to
  }
  ratesOf(model, rows, share, rate)
}

/** Pence: temperatures to begin and to end with, by what packages lose unmet and by how far their options differ. */
function heatsOf({ packages, locked, optionStart, cost, unmetCost }: Model): { first: number; last: number } {
  let unmet = 0
  let spread = 0
  let counted = 0
  for (let item = 0; item < packages; item += 1) {
    const from = optionStart[item]!
    const to = optionStart[item + 1]!
    if (locked[item] === 1 || from === to) continue
    let [low, high] = [Infinity, -Infinity]
    for (let option = from; option < to; option += 1) {
      low = Math.min(low, cost[option]!)
      high = Math.max(high, cost[option]!)
    }
    unmet += Math.max(0, unmetCost[item]! - low)
    spread += high - low
    counted += 1
  }
  const [loss, usual] = counted === 0 ? [1, 1] : [unmet / counted, (10 * spread) / counted]
  const typical = Math.max(1e-6, usual > 0 ? Math.min(loss, usual) : loss)
  return { first: pace.first * typical, last: pace.last * typical }
}

/** The exact Lagrangian at the prices, less a hair; options up to `window` pence above their package's best are active. */
function lookAtAll({ model, rows, price, share, rate, reduced, active, activeStart }: Desk, window: number): number {
  const { packages, locked, optionStart, cost, pair, minutes, useStart, useRow, useMinutes, unmetCost } = model
  let value = model.lockedCost
  for (let row = 0; row < model.rows; row += 1) value -= price[row]! * model.room[row]!
  for (const pair of rows.pairs) value -= share[pair]! * rows.room[pair]!
  let count = 0
  for (let item = 0; item < packages; item += 1) {
    activeStart[item] = count
    if (locked[item] === 1) continue
    const from = optionStart[item]!
    const to = optionStart[item + 1]!
    let least = unmetCost[item]!
    for (let option = from; option < to; option += 1) {
      let sum = cost[option]! + rate[pair[option]!]! * minutes[item]!
      for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
        sum += price[useRow[use]!]! * useMinutes[use]!
      }
      reduced[option - from] = sum
      if (sum < least) least = sum
    }
    value += least
    for (let option = from; option < to; option += 1) {
      if (reduced[option - from]! - least > window) continue
      active[count] = option
      count += 1
    }
  }
  activeStart[packages] = count
  return value
}

/** Expected use of each row when packages choose by softmin at a heat, and how it answers to its own price. */
function expect(desk: Desk, heat: number): void {
  const { model, price, rate, reduced, active, activeStart, expected, curve, held } = desk
  const { packages, locked, cost, pair, minutes: all, useStart, useRow, useMinutes, unmetCost } = model
  const hasShare = desk.rows.pairs.length > 0
  expected.fill(0)
  curve.fill(0)
  for (const sums of [held.pair, held.area, held.pairs, held.areas, held.both]) sums.fill(0)
  const window = 12 * heat
  for (let item = 0; item < packages; item += 1) {
    const from = activeStart[item]!
    const to = activeStart[item + 1]!
    if (locked[item] === 1 || from === to) continue
    let least = unmetCost[item]!
    for (let at = from; at < to; at += 1) {
      const option = active[at]!
      let sum = cost[option]! + rate[pair[option]!]! * all[item]!
      for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
        sum += price[useRow[use]!]! * useMinutes[use]!
      }
      reduced[at - from] = sum
      if (sum < least) least = sum
    }
    const over = unmetCost[item]! - least
    const unmet = over < window ? Math.exp(-over / heat) : 0
    let total = unmet
    for (let at = from; at < to; at += 1) {
      const above = reduced[at - from]! - least
      const weight = above < window ? Math.exp(-above / heat) : 0
      reduced[at - from] = weight
      total += weight
    }
    const [long, square, none] = [all[item]!, all[item]! * all[item]!, unmet / total]
    if (hasShare) {
      held.area[model.area[item]!]! += long * (1 - none)
      held.areas[model.area[item]!]! += square * none * (1 - none)
    }
    for (let at = from; at < to; at += 1) {
      if (reduced[at - from] === 0) continue
      const part = reduced[at - from]! / total
      const option = active[at]!
      if (hasShare) {
        held.pair[pair[option]!]! += part * long
        held.pairs[pair[option]!]! += part * (1 - part) * square
        held.both[pair[option]!]! += part * none * square
      }
      for (let use = useStart[option]!; use < useStart[option + 1]!; use += 1) {
        const row = useRow[use]!
        const minutes = useMinutes[use]!
        expected[row]! += part * minutes
        curve[row]! += part * (1 - part) * minutes * minutes
      }
    }
  }
}
