/** A row of whole numbers by column; columns that are not in it hold 0. */
export type SparseRow = Map<number, bigint>

/** Rows in reduced form: each pivot column stands in its own row only. */
export type Reduced = ReadonlyMap<number, SparseRow>

/** Exact Gauss-Jordan elimination over the rationals, in whole numbers throughout. */
export function reduce(rows: Iterable<ReadonlyMap<number, number>>): Reduced {
  const byPivot = new Map<number, SparseRow>()
  for (const given of rows) {
    const row: SparseRow = new Map([...given].map(([column, value]) => [column, BigInt(value)]))
    for (const [pivot, other] of byPivot) if (row.has(pivot)) cancel(row, other, pivot)
    const pivot = row.keys().next().value
    if (pivot === undefined) continue
    simplify(row)
    for (const other of byPivot.values()) {
      if (!other.has(pivot)) continue
      cancel(other, row, pivot)
      simplify(other)
    }
    byPivot.set(pivot, row)
  }
  return byPivot
}

/** Takes a multiple of `other` from a multiple of `row`, so that the column becomes 0. */
function cancel(row: SparseRow, other: SparseRow, column: number): void {
  const [mine, its] = [row.get(column) ?? 0n, other.get(column) ?? 1n]
  for (const [at, value] of row) row.set(at, value * its)
  for (const [at, value] of other) {
    const sum = (row.get(at) ?? 0n) - value * mine
    if (sum === 0n) row.delete(at)
    else row.set(at, sum)
  }
}

function simplify(row: SparseRow): void {
  let shared = 0n
  for (const value of row.values()) shared = greatestDivisor(shared, value)
  if (shared > 1n) for (const [at, value] of row) row.set(at, value / shared)
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Changes that leave every row as it is: one for each column that is free, in whole numbers as small as they can be. */
export function movesOf(reduced: Reduced, columns: Iterable<number>): SparseRow[] {
  return [...columns].filter((column) => !reduced.has(column)).map((free) => moveAlong(reduced, free))
}

function moveAlong(reduced: Reduced, free: number): SparseRow {
  const touched = [...reduced].filter(([, row]) => row.has(free))
  const step = touched.reduce((least, [pivot, row]) => {
    const by = row.get(pivot) ?? 1n
    const size = by < 0n ? -by : by
    return (least * size) / greatestDivisor(least, size)
  }, 1n)
  const move: SparseRow = new Map([[free, step]])
  for (const [pivot, row] of touched) move.set(pivot, (-(row.get(free) ?? 0n) * step) / (row.get(pivot) ?? 1n))
  simplify(move)
  return move
}
