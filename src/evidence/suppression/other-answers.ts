import { type Move, without } from './moves.ts'
import type { System } from './table.ts'

/** What of a system its readers do not know. */
export interface Unknown {
  /** Those below the limit: a reader may guess that each is at least 1 and less than the limit. */
  readonly small: ReadonlySet<number>
  readonly limit: number
}

/** For each hidden number a change of it that leaves every sum as it is and no number impossible: who reads can't tell which holds. */
export type Answers = ReadonlyMap<number, Move>

/** Other answers for the numbers among `wanted`; those for which there is none can be worked out. */
export function answersFor(
  system: System,
  unknown: Unknown,
  moves: readonly Move[],
  wanted: Iterable<number>,
  known: Answers = new Map(),
): Map<number, Move> {
  const found = new Map(known)
  for (const index of wanted) {
    if (found.has(index)) continue
    const answer = anotherFor(system, unknown, moves, index)
    // What changes with it has another answer as well.
    for (const at of answer?.keys() ?? []) if (!found.has(at)) found.set(at, answer as Move)
  }
  return found
}

function anotherFor(system: System, unknown: Unknown, moves: readonly Move[], index: number): Move | undefined {
  const moving = moves.filter((move) => move.has(index))
  for (const move of moving) if (bothWays.some((way) => isPossible(system, unknown, move, way))) return move
  // One change alone meets a bound; a second may make room for it.
  let tried = 0
  for (const move of moving) {
    for (const way of bothWays) {
      const blocked = blockedIn(system, unknown, move, way)
      for (const other of moves) {
        if (other === move || !blocked.some((at) => other.has(at))) continue
        tried += 1
        if (tried > mostTried) return undefined
        for (const by of bothWays) {
          const both = without(move, other, -way * by)
          if (both?.has(index) && isPossible(system, unknown, both, way)) return both
        }
      }
    }
  }
  return undefined
}

/** So many pairs are tried: with fewer answers found more is hidden, never less. */
const mostTried = 200

const bothWays = [1, -1] as const

function isPossible(system: System, unknown: Unknown, move: Move, way: number): boolean {
  for (const [index, by] of move) if (!mayBe(system, unknown, index, way * by)) return false
  return true
}

const blockedIn = (system: System, unknown: Unknown, move: Move, way: number): number[] =>
  [...move].filter(([index, by]) => !mayBe(system, unknown, index, way * by)).map(([index]) => index)

/** Whether a number could be so much larger, for all that a reader knows of it. */
function mayBe(system: System, { small, limit }: Unknown, index: number, by: number): boolean {
  const variable = system.variables[index]
  // What nobody here knows either may be anything.
  if (variable?.value === undefined) return true
  const value = variable.value + by
  if (variable.ids.length === 0) return value >= 0
  return value >= Math.min(1, variable.value) && (!small.has(index) || value <= limit - 1)
}
