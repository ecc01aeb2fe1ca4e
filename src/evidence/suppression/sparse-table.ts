import { isSmall } from './hidden-cells.ts'

/** A number that is the sum of others; what they leave over is a part that nobody names. */
export interface SparseSum {
  readonly total: string
  readonly parts: readonly string[]
}

/**
 * The numbers to hide in a table in which most are small and noughts are not told: who reads it can't tell none from too
 * few. The search for the fewest would take minutes there, and hardly anything could be shown instead. Hidden are the
 * small ones; the smallest shown one of each sum whose hidden rest is small; and more, until linear algebra over all sums
 * recovers no small one.
 */
export function hiddenInSparse(
  values: ReadonlyMap<string, number>,
  sums: readonly SparseSum[],
  limit: number,
): ReadonlySet<string> {
  const ids = [...values.keys()]
  const at = new Map(ids.map((id, index) => [id, index]))
  const numbers = ids.map((id) => values.get(id) ?? 0)
  const equations = sums.map(({ total, parts }) => {
    const own = parts.flatMap((part) => at.get(part) ?? [])
    const whole = at.get(total)
    const rest =
      (whole === undefined ? 0 : (numbers[whole] ?? 0)) - own.reduce((sum, index) => sum + (numbers[index] ?? 0), 0)
    // Parts that are named nowhere stand for one more, which is never shown.
    if (rest !== 0) numbers.push(rest)
    return { total: whole, parts: rest !== 0 ? [...own, numbers.length - 1] : own }
  })
  const shown = new Set(ids.flatMap((_, index) => ((numbers[index] ?? 0) >= limit ? index : [])))
  const numberAt = (index: number) => numbers[index] ?? 0
  const hideSmallest = (among: Iterable<number>): boolean => {
    const [smallest] = [...among]
      .filter((index) => shown.has(index))
      .toSorted((a, b) => numberAt(a) - numberAt(b) || a - b)
    return smallest !== undefined && shown.delete(smallest)
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { total, parts } of equations) {
      if (total === undefined || !shown.has(total)) continue
      const rest = parts.reduce((sum, part) => sum + (shown.has(part) ? 0 : numberAt(part)), 0)
      if (isSmall(rest, limit)) changed = hideSmallest(parts) || hideSmallest([total]) || changed
    }
    if (changed) continue
    for (const index of recovered(equations, numbers.length, shown)) {
      if (!isSmall(numberAt(index), limit)) continue
      const near = equations.filter(({ total, parts }) => total === index || parts.includes(index))
      const around = near.flatMap(({ total, parts }) => [...parts, ...(total === undefined ? [] : [total])])
      if (hideSmallest(around) || hideSmallest(shown)) changed = true
    }
  }
  return new Set(ids.filter((id, index) => (values.get(id) ?? 0) > 0 && !shown.has(index)))
}

interface Equation {
  readonly total: number | undefined
  readonly parts: readonly number[]
}

/** A prime of which products are whole numbers still; nothing but noughts and ones goes into the equations. */
const prime = 67_108_859

/** The unshown numbers that follow from the shown ones by linear algebra: rows of the reduced system with one unknown alone. */
export function recovered(equations: readonly Equation[], size: number, shown: ReadonlySet<number>): number[] {
  const rows: Float64Array[] = []
  const pivots: number[] = []
  for (const { total, parts } of equations) {
    const row = new Float64Array(size)
    for (const part of parts) if (!shown.has(part)) row[part] = prime - 1
    if (total !== undefined && !shown.has(total)) row[total] = 1
    for (const [place, pivot] of pivots.entries()) subtract(row, rows[place], row[pivot] ?? 0)
    const pivot = row.findIndex((value) => value !== 0)
    if (pivot === -1) continue
    scale(row, inverse(row[pivot] ?? 1))
    for (const other of rows) subtract(other, row, other[pivot] ?? 0)
    rows.push(row)
    pivots.push(pivot)
  }
  return rows.flatMap((row, place) =>
    row.every((value, index) => value === 0 || index === pivots[place]) ? (pivots[place] ?? []) : [],
  )
}

function subtract(row: Float64Array, other: Float64Array | undefined, times: number): void {
  if (!other || times === 0) return
  for (let index = 0; index < row.length; index += 1) {
    const value = other[index] ?? 0
    if (value !== 0) row[index] = ((row[index] ?? 0) + (prime - times) * value) % prime
  }
}

function scale(row: Float64Array, times: number): void {
  for (let index = 0; index < row.length; index += 1) row[index] = ((row[index] ?? 0) * times) % prime
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let [result, base, power] = [1, value, prime - 2]
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
