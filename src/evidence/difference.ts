import type { Outcome } from '../core/import/index.ts'
import { canonicalJson } from '../core/values/index.ts'

/** Rows to write, and how many were new, changed or as they were. */
export interface Difference<Row> extends Outcome {
  readonly toWrite: readonly Row[]
}

/** Compares imported rows with those that stand, by key; a row that says nothing new is not written. */
export function difference<Row>(
  rows: readonly Row[],
  standing: readonly Row[],
  keyOf: (row: Row) => string,
): Difference<Row> {
  const before = new Map(standing.map((row) => [keyOf(row), canonicalJson(row)]))
  const toWrite = rows.filter((row) => before.get(keyOf(row)) !== canonicalJson(row))
  const changed = toWrite.filter((row) => before.has(keyOf(row))).length
  return { toWrite, added: toWrite.length - changed, changed, unchanged: rows.length - toWrite.length }
}
