import type { Region } from './region.ts'

/** A pattern: options of one pair that are taken together. */
interface Pattern {
  readonly pair: number
  readonly entries: Int32Array
  /** Rows of its packages. */
  readonly items: Int32Array
  readonly minutes: number
  /** Pence that it saves, and the same with a penalty while an option of it is barred. */
  readonly saving: number
  worth: number
}

/**
 * The linear program that mixes patterns: most pence saved, each package at most once, each pair at most one pattern,
 * shares and caps kept. Revised simplex with a dense inverse; what is barred is punished and not removed, so that the
 * basis of one branch starts the next. Row r's slack is variable −1 − r, pattern p is variable p.
 */
export interface Mix {
  readonly region: Region
  readonly patterns: Pattern[]
  readonly room: Float64Array
  readonly inverse: Float64Array
  readonly basis: Int32Array
  readonly level: Float64Array
  readonly price: Float64Array
  /** n: 1 where a package may not stay unmet. */
  readonly mustGo: Uint8Array
  readonly penalty: number
  readonly entering: Float64Array
  readonly each: Float64Array
  readonly opening: Float64Array
  pivots: number
  /** What was done for it so far: a simplex step counts 1, and a knapsack by the branches that it may have. */
  work: number
}

/** Minutes are counted in tens of hours, so that rows of minutes weigh like rows of packages. */
export const minuteUnit = 1 / 600

/** Pence below which nothing counts as a gain. */
const least = 1e-4

/** A mix without patterns: nothing is placed; n: pence that a place for each package may be worth, to begin with. */
export function emptyMix(region: Region, worth: Float64Array): Mix {
  const { rows, items, pairs, firstCap, capRoom } = region
  const room = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const right = row < items.length + pairs.length ? 1 : row < firstCap ? 0 : capRoom[row - firstCap]! * minuteUnit
    // A hair more or less of each row keeps the simplex from turning in circles; bounds are proved without it.
    room[row] = right + 1e-5 * (0.5 + ((row * 0.6180339887498949) % 1))
  }
  const inverse = new Float64Array(rows * rows)
  for (let row = 0; row < rows; row += 1) inverse[row * rows + row] = 1
  return {
    region,
    patterns: [],
    room,
    inverse,
    basis: Int32Array.from({ length: rows }, (_, row) => -1 - row),
    level: room.slice(),
    price: Float64Array.from({ length: rows }, (_, row) => worth[row] ?? 0),
    mustGo: new Uint8Array(items.length),
    penalty: 2 * region.most + 1,
    entering: new Float64Array(rows),
    each: new Float64Array(pairs.length),
    opening: new Float64Array(pairs.length),
    pivots: 0,
    work: 0,
  }
}

/** Adds a pattern with the entries that are marked, and returns it. */
export function addPattern({ region, patterns }: Mix, pair: number, taken: Uint8Array): number {
  const from = region.entryStart[pair]!
  const entries: number[] = []
  let minutes = 0
  let saving = 0
  for (let at = 0; at < region.entryStart[pair + 1]! - from; at += 1) {
    if (taken[at] === 0) continue
    entries.push(from + at)
    minutes += region.minutes[from + at]!
    saving += region.saving[from + at]!
  }
  const items = Int32Array.from(entries, (entry) => region.item[entry]!)
  patterns.push({ pair, entries: Int32Array.from(entries), items, minutes, saving, worth: saving })
  return patterns.length - 1
}

/** Bars options and leaving unmet: entries below E, then E + package. */
export function bar(mix: Mix, barred: Uint8Array): void {
  const entries = mix.region.option.length
  for (let item = 0; item < mix.mustGo.length; item += 1) mix.mustGo[item] = barred[entries + item]!
  for (const pattern of mix.patterns) {
    let bad = 0
    for (const entry of pattern.entries) bad += barred[entry]!
    pattern.worth = pattern.saving - bad * mix.penalty
  }
  price(mix)
}

/** Pence for each minute of a pair, and for opening it, at the prices of shares and caps. */
export function openPairs({ region, price, each, opening }: Mix, floor: number): void {
  const { pairs, pairArea, shareRow, capRow, limit, share } = region
  const sum = new Float64Array(region.areas.length)
  for (let pair = 0; pair < pairs.length; pair += 1) {
    if (shareRow[pair]! >= 0) sum[pairArea[pair]!]! += Math.max(floor, price[shareRow[pair]!]!) * minuteUnit
  }
  for (let pair = 0; pair < pairs.length; pair += 1) {
    const own = shareRow[pair]! < 0 ? 0 : Math.max(floor, price[shareRow[pair]!]!) * minuteUnit
    const cap = capRow[pair]! < 0 ? 0 : Math.max(floor, price[capRow[pair]!]!) * minuteUnit
    each[pair] = cap + own - (sum[pairArea[pair]!]! !== 0 ? share * sum[pairArea[pair]!]! : 0)
    opening[pair] = own === 0 ? 0 : own * limit[pair]!
  }
}

/** Mixes the patterns there are at the least cost; the prices then prove it. */
export function remix(mix: Mix): void {
  const { region, patterns } = mix
  const { rows } = region
  // What gained in the last look at all patterns; only those are looked at until none of them gains.
  const gaining: number[] = []
  for (let pivot = 0; pivot < 20 * rows; pivot += 1) {
    openPairs(mix, -Infinity)
    let most = least
    let enters = -1 - rows
    for (let row = 0; row < rows; row += 1) {
      const gain = slackWorth(mix, row) - mix.price[row]!
      if (gain <= most) continue
      most = gain
      enters = -1 - row
    }
    for (const at of gaining) {
      const gain = gainOf(mix, patterns[at]!)
      if (gain <= most) continue
      most = gain
      enters = at
    }
    if (enters === -1 - rows) {
      gaining.length = 0
      for (let at = 0; at < patterns.length; at += 1) {
        const gain = gainOf(mix, patterns[at]!)
        if (gain <= least) continue
        gaining.push(at)
        if (gain <= most) continue
        most = gain
        enters = at
      }
    }
    if (enters === -1 - rows || !exchange(mix, enters, most)) return
  }
}

/** Pence that a pattern is worth above what the mix pays for it. */
function gainOf({ region, price, each, opening }: Mix, { pair, items, minutes, worth }: Pattern): number {
  let gain = worth + opening[pair]! - each[pair]! * minutes - price[region.items.length + pair]!
  for (let at = 0; at < items.length; at += 1) gain -= price[items[at]!]!
  return gain
}

/** What a minuteUnit of a row left over is worth: nothing, and a penalty where a package may not stay unmet. */
function slackWorth(mix: Mix, row: number): number {
  return row < mix.mustGo.length && mix.mustGo[row] === 1 ? -mix.penalty : 0
}

/** Brings a variable into the basis; false when nothing can leave, or after a pivot too small to trust. */
function exchange(mix: Mix, enters: number, gain: number): boolean {
  const { inverse, basis, level, entering, price: prices } = mix
  const { rows } = mix.region
  readColumn(mix, enters)
  let leaves = -1
  let nearest = Infinity
  for (let row = 0; row < rows; row += 1) {
    const rate = entering[row]!
    if (rate <= 1e-9) continue
    const ratio = Math.max(0, level[row]!) / rate
    if (ratio < nearest - 1e-12 || (ratio < nearest + 1e-12 && leaves >= 0 && rate > entering[leaves]!)) {
      nearest = Math.min(nearest, ratio)
      leaves = row
    }
  }
  if (leaves < 0) return false
  const pivot = entering[leaves]!
  const from = leaves * rows
  for (let at = 0; at < rows; at += 1) {
    const part = inverse[from + at]!
    if (part === 0) continue
    inverse[from + at] = part / pivot
    prices[at]! += (gain * part) / pivot
  }
  const step = level[leaves]! / pivot
  for (let row = 0; row < rows; row += 1) {
    const rate = entering[row]!
    if (row === leaves || rate === 0) continue
    level[row]! -= rate * step
    const to = row * rows
    for (let at = 0; at < rows; at += 1) {
      if (inverse[from + at] !== 0) inverse[to + at]! -= rate * inverse[from + at]!
    }
  }
  level[leaves] = step
  basis[leaves] = enters
  mix.pivots += 1
  mix.work += 1
  if (mix.pivots % 128 === 0) invert(mix)
  return true
}

/** The inverse times the column of a variable, into `entering`. */
function readColumn(mix: Mix, variable: number): void {
  const { inverse, entering } = mix
  const { rows } = mix.region
  entering.fill(0)
  eachOf(mix, variable, (row, value) => {
    for (let at = 0; at < rows; at += 1) {
      const part = inverse[at * rows + row]!
      if (part !== 0) entering[at]! += part * value
    }
  })
}

/** The rows and values of a variable's column. */
function eachOf({ region, patterns }: Mix, variable: number, work: (row: number, value: number) => void): void {
  if (variable < 0) {
    work(-1 - variable, 1)
    return
  }
  const { pair, items, minutes } = patterns[variable]!
  for (const item of items) work(item, 1)
  work(region.items.length + pair, 1)
  if (region.capRow[pair]! >= 0) work(region.capRow[pair]!, minutes * minuteUnit)
  const area = region.pairArea[pair]!
  for (let other = 0; other < region.pairs.length; other += 1) {
    const row = region.shareRow[other]!
    if (row < 0 || region.pairArea[other] !== area) continue
    const own = other === pair ? minutes - region.limit[pair]! : 0
    work(row, (own - region.share * minutes) * minuteUnit)
  }
}

/** The prices of rows, from the basis anew. */
function price(mix: Mix): void {
  const { inverse, basis, patterns, price: prices } = mix
  const { rows } = mix.region
  prices.fill(0)
  for (let row = 0; row < rows; row += 1) {
    const variable = basis[row]!
    const worth = variable < 0 ? slackWorth(mix, -1 - variable) : patterns[variable]!.worth
    if (worth === 0) continue
    for (let at = 0; at < rows; at += 1) prices[at]! += worth * inverse[row * rows + at]!
  }
}

/** Inverts the basis anew, so that rounding does not add up. */
function invert(mix: Mix): void {
  const { inverse, basis, level, room } = mix
  const { rows } = mix.region
  const matrix = new Float64Array(rows * rows)
  for (let column = 0; column < rows; column += 1) {
    eachOf(mix, basis[column]!, (row, value) => {
      matrix[row * rows + column] = value
    })
  }
  inverse.fill(0)
  for (let row = 0; row < rows; row += 1) inverse[row * rows + row] = 1
  for (let column = 0; column < rows; column += 1) {
    let most = column
    for (let row = column + 1; row < rows; row += 1) {
      if (Math.abs(matrix[row * rows + column]!) > Math.abs(matrix[most * rows + column]!)) most = row
    }
    const pivot = matrix[most * rows + column]!
    for (let at = 0; at < rows; at += 1) {
      const [a, b] = [column * rows + at, most * rows + at]
      const [one, two] = [matrix[a]!, inverse[a]!]
      matrix[a] = matrix[b]! / pivot
      inverse[a] = inverse[b]! / pivot
      if (most === column) continue
      matrix[b] = one
      inverse[b] = two
    }
    for (let row = 0; row < rows; row += 1) {
      const rate = matrix[row * rows + column]!
      if (row === column || rate === 0) continue
      for (let at = 0; at < rows; at += 1) {
        if (matrix[column * rows + at] !== 0) matrix[row * rows + at]! -= rate * matrix[column * rows + at]!
        if (inverse[column * rows + at] !== 0) inverse[row * rows + at]! -= rate * inverse[column * rows + at]!
      }
    }
  }
  for (let row = 0; row < rows; row += 1) {
    let sum = 0
    for (let at = 0; at < rows; at += 1) sum += inverse[row * rows + at]! * room[at]!
    level[row] = sum
  }
  price(mix)
}
