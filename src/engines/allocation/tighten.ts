import type { Model } from './model.ts'
import { mostReached } from './most-reached.ts'
import { shareRowsOf } from './shares.ts'

/** Minutes added to what a pair can have at most, so that rounding forbids nothing. */
const hair = 1e-3

/**
 * The same model without what no plan can have: options of pairs that shares, caps and runs leave no room for are left
 * out; a pair that shares hold below its room, or whose base alone is above the share, gets a row for all its minutes;
 * and no row has more room than packages can fill.
 */
export function tighten(model: Model): Model {
  const { most, isLess, own } = shareRowsOf(model)
  const demand = new Float64Array(model.pairs)
  const keeps = new Int32Array(model.options)
  const optionStart = new Int32Array(model.packages + 1)
  let count = 0
  for (let item = 0; item < model.packages; item += 1) {
    for (let option = model.optionStart[item]!; option < model.optionStart[item + 1]!; option += 1) {
      if (model.minutes[item]! > most[model.pair[option]!]! + hair) continue
      keeps[count] = option
      count += 1
      demand[model.pair[option]!]! += model.minutes[item]!
    }
    optionStart[item + 1] = count
  }
  const kept = keeps.subarray(0, count)
  const room = [...model.room]
  const rowOf = [...model.rowOf]
  const wholeRow = new Int32Array(model.pairs).fill(-1)
  for (let pair = 0; pair < model.pairs; pair += 1) {
    const isOver = isLess[pair] === 1 && demand[pair]! > most[pair]! + hair
    if (!isOver && own[pair] === 1) continue
    wholeRow[pair] = room.length
    room.push(most[pair]! + hair)
    rowOf.push(pair)
  }
  const uses = usesOf(model, kept, wholeRow)
  return settled({
    ...model,
    ...uses,
    options: count,
    rows: room.length,
    optionStart,
    provider: kept.map((option) => model.provider[option]!),
    pair: kept.map((option) => model.pair[option]!),
    owner: kept.map((option) => model.owner[option]!),
    rank: Float64Array.from(kept, (option) => model.rank[option]!),
    cost: Float64Array.from(kept, (option) => model.cost[option]!),
    room: filled(room, uses),
    rowOf: Int32Array.from(rowOf),
    wholeRow,
  })
}

/** Rounds in which less room for one pair may leave less for the others of its area. */
const rounds = 5

/** The same model with the rows of whole pairs as low as shares hold them once those of the others are: what prices of shares go by holds in every row, too. */
function settled(model: Model): Model {
  let found = model
  for (let round = 0; round < rounds; round += 1) {
    const { most } = shareRowsOf(found)
    const room = found.room.slice()
    for (const [pair, row] of found.wholeRow.entries())
      if (row >= 0) room[row] = Math.min(room[row]!, most[pair]! + hair)
    if (room.every((minutes, row) => minutes >= found.room[row]! - hair)) break
    found = { ...found, room: filled(room, found) }
  }
  return found
}

type Uses = Pick<Model, 'useStart' | 'useRow' | 'useMinutes'>

/** What the kept options use, with the rows of whole pairs. */
function usesOf(model: Model, kept: Int32Array, wholeRow: Int32Array): Uses {
  const useStart = new Int32Array(kept.length + 1)
  for (const [at, option] of kept.entries()) {
    const whole = wholeRow[model.pair[option]!]! < 0 ? 0 : 1
    useStart[at + 1] = useStart[at]! + model.useStart[option + 1]! - model.useStart[option]! + whole
  }
  const many = useStart[kept.length]!
  const [useRow, useMinutes] = [new Int32Array(many), new Float64Array(many)]
  for (const [at, option] of kept.entries()) {
    const [from, to] = [model.useStart[option]!, model.useStart[option + 1]!]
    useRow.set(model.useRow.subarray(from, to), useStart[at]!)
    useMinutes.set(model.useMinutes.subarray(from, to), useStart[at]!)
    const whole = wholeRow[model.pair[option]!]!
    if (whole < 0) continue
    useRow[useStart[at + 1]! - 1] = whole
    useMinutes[useStart[at + 1]! - 1] = model.minutes[model.owner[option]!]!
  }
  return { useStart, useRow, useMinutes }
}

/** The room of each row that uses can fill. */
function filled(room: ArrayLike<number>, { useRow, useMinutes }: Uses): Float64Array {
  const start = new Int32Array(room.length + 1)
  for (const row of useRow) start[row + 1]! += 1
  for (let row = 0; row < room.length; row += 1) start[row + 1]! += start[row]!
  const inRow = new Float64Array(useRow.length)
  const next = start.slice()
  for (const [use, row] of useRow.entries()) {
    inRow[next[row]!] = useMinutes[use]!
    next[row]! += 1
  }
  return Float64Array.from(room, (minutes, row) => mostReached(inRow.subarray(start[row]!, start[row + 1]!), minutes))
}
