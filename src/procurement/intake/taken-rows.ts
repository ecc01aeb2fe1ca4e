import type { Outcome, Rejection } from '../../core/import/index.ts'

/** What became of some rows of a file. */
export interface TakenRows extends Outcome {
  readonly rejected: readonly Rejection[]
  readonly flagged: readonly Rejection[]
}

/** What became of all rows together. */
export const takenInAll = (taken: readonly TakenRows[]): TakenRows => ({
  added: taken.reduce((sum, { added }) => sum + added, 0),
  changed: taken.reduce((sum, { changed }) => sum + changed, 0),
  unchanged: taken.reduce((sum, { unchanged }) => sum + unchanged, 0),
  rejected: taken.flatMap(({ rejected }) => rejected),
  flagged: taken.flatMap(({ flagged }) => flagged),
})

/** Nothing of some rows was taken, all for one reason. */
export const noneTaken = (
  rows: readonly { readonly line: number }[],
  column: string | null,
  reason: string,
): TakenRows => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  rejected: rows.map(({ line }) => ({ line, column, reason })),
  flagged: [],
})
