import { isDetermined, movesOf, reduce, type SparseRow } from './elimination.ts'
import type { System } from './table.ts'

/** What of a system its readers do not know. */
export interface Unknown {
  /** Hidden numbers, and those that are not published at all. */
  readonly open: ReadonlySet<number>
  /** Those below the limit: a reader may guess that each is at least 1 and less than the limit. */
  readonly small: ReadonlySet<number>
  readonly limit: number
}

/** How a reader works a hidden number out: by the sums alone, or because whole numbers above 0 and below the limit leave one answer. */
export type Exposure = 'sums' | 'bounds'

/** The numbers among `wanted` that a reader can work out. */
export function exposed(system: System, unknown: Unknown, wanted: Iterable<number>): Map<number, Exposure> {
  const reduced = reduce(
    system.equations.map((equation) => new Map([...equation].filter(([index]) => unknown.open.has(index)))),
  )
  const moves = movesOf(reduced, unknown.open)
  const found = new Map<number, Exposure>()
  for (const index of wanted) {
    if (isDetermined(reduced, index)) found.set(index, 'sums')
    else if (!hasAnother(system, unknown, moves, index)) found.set(index, 'bounds')
  }
  return found
}

/** Whether the sums also come out with another number in this place, and no other hidden number becomes impossible. */
function hasAnother(system: System, unknown: Unknown, moves: readonly SparseRow[], index: number): boolean {
  const moving = moves.filter((move) => move.has(index))
  const fits = (move: SparseRow) => move.has(index) && bothWays.some((way) => isPossible(system, unknown, move, way))
  if (moving.some(fits)) return true
  // One change alone meets a bound; a second may make room for it.
  return moving.some((move) =>
    moves.some((other) => other !== move && bothWays.some((way) => fits(together(move, other, way)))),
  )
}

const bothWays = [1n, -1n] as const

function together(move: SparseRow, other: SparseRow, way: bigint): SparseRow {
  const sum = new Map(move)
  for (const [index, by] of other) {
    const value = (sum.get(index) ?? 0n) + way * by
    if (value === 0n) sum.delete(index)
    else sum.set(index, value)
  }
  return sum
}

const isPossible = (system: System, unknown: Unknown, move: SparseRow, way: bigint): boolean =>
  [...move].every(([index, by]) => {
    const variable = system.variables[index]
    // What nobody here knows either may be anything.
    if (variable?.value === undefined) return true
    const value = variable.value + Number(way * by)
    if (variable.ids.length === 0) return value >= 0
    return value >= Math.min(1, variable.value) && (!unknown.small.has(index) || value <= unknown.limit - 1)
  })
