/** One row of lying bars: a value for each part, `null` where there is none. */
export interface BarRow {
  readonly name: string
  readonly values: readonly (number | null)[]
}

/** All in per cent of the room for bars. */
export interface Piece {
  readonly part: number
  readonly x: number
  readonly width: number
}

export interface DrawnRow {
  readonly name: string
  readonly pieces: readonly Piece[]
  /** Where the row's bar ends on the side of its total. */
  readonly end: number
  /** The sum of the values there are; `null` when there is none. */
  readonly total: number | null
}

export interface RowsLayout {
  readonly rows: readonly DrawnRow[]
  /** Where nought lies, in per cent. */
  readonly zero: number
}

/** Lays parts end to end, those below nought to the left of it, on one scale for all rows; undefined without any value. */
export function rowsLayout(rows: readonly BarRow[]): RowsLayout | undefined {
  const sums = rows.map(({ values }) => {
    const there = values.flatMap((value) => value ?? [])
    const above = there.filter((value) => value > 0).reduce((sum, value) => sum + value, 0)
    const below = there.filter((value) => value < 0).reduce((sum, value) => sum + value, 0)
    return { above, below, any: there.length > 0 }
  })
  if (!sums.some(({ any }) => any)) return undefined
  const low = Math.min(0, ...sums.map(({ below }) => below))
  const high = Math.max(0, ...sums.map(({ above }) => above))
  const perUnit = high === low ? 0 : 100 / (high - low)
  const zero = low < 0 ? -low * perUnit : 0

  const drawn = rows.map(({ name, values }, i): DrawnRow => {
    let [right, left] = [zero, zero]
    const pieces = values.flatMap((value, part): Piece[] => {
      if (!value) return []
      const width = Math.abs(value) * perUnit
      if (value > 0) {
        right += width
        return [{ part, x: right - width, width }]
      }
      left -= width
      return [{ part, x: left, width }]
    })
    const { above = 0, below = 0, any = false } = sums[i] ?? {}
    return { name, pieces, end: right, total: any ? above + below : null }
  })
  return { rows: drawn, zero }
}
