import { movesOf, reduce } from './elimination.ts'
import type { Equation } from './table.ts'

/** How much each number changes, in whole numbers; those that are not in it stay. */
export type Move = ReadonlyMap<number, number>

/** Changes of open numbers that leave every sum as it is, from which all others are put together; a number that none of them changes can be worked out. */
export function movesWithin(equations: readonly Equation[], open: ReadonlySet<number>): Move[] {
  const reduced = reduce(equations.map((equation) => new Map([...equation].filter(([index]) => open.has(index)))))
  return movesOf(reduced, open).flatMap((move) => safe(new Map([...move].map(([at, by]) => [at, Number(by)]))) ?? [])
}

/** The changes that are left when one number is told after all. */
export function movesWhenShown(moves: readonly Move[], shown: number): Move[] {
  const moving = moves.filter((move) => move.has(shown))
  const [pivot] = moving.toSorted((a, b) => a.size - b.size)
  if (!pivot) return [...moves]
  const its = pivot.get(shown) ?? 1
  return moves.flatMap((move) => {
    if (move === pivot) return []
    const mine = move.get(shown)
    return mine === undefined ? move : (without(times(move, its), pivot, mine) ?? [])
  })
}

const times = (move: Move, by: number): Move => new Map([...move].map(([at, value]) => [at, value * by]))

/** A change less so many times another. */
export function without(move: Move, other: Move, by: number): Move | undefined {
  const rest = new Map(move)
  for (const [at, value] of other) {
    const left = (rest.get(at) ?? 0) - value * by
    if (left === 0) rest.delete(at)
    else rest.set(at, left)
  }
  return safe(simple(rest))
}

/** The same in numbers as small as they can be. */
function simple(move: Move): Move {
  let shared = 0
  for (const value of move.values()) {
    let [x, y] = [shared, Math.abs(value)]
    while (y !== 0) [x, y] = [y, x % y]
    shared = x
    if (shared === 1) return move
  }
  return new Map([...move].map(([at, value]) => [at, value / shared]))
}

/** A change whose numbers are too large to be exact is none: with fewer changes to choose from more is hidden, never less. */
const safe = (move: Move): Move | undefined =>
  move.size > 0 && [...move.values()].every((value) => Math.abs(value) < 2 ** 26) ? move : undefined
