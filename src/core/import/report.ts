/** A row, or the whole file when line is 0, that was not taken, and why. */
export interface Rejection {
  readonly line: number
  /** The column as the file names it; null when the trouble is with the row as a whole. */
  readonly column: string | null
  readonly reason: string
}

/** How many rows of each kind the database saw. */
export interface Outcome {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** What an import did, or in a dry run would have done. */
export interface ImportReport extends Outcome {
  readonly file: string
  /** Rows under the header, blank ones left out. */
  readonly read: number
  readonly rejected: readonly Rejection[]
  /** Rows that were not taken; `rejected` lists at most the first thousand troubles. */
  readonly rejectedRows: number
  /** Rows of which a file has many and which are not for this import; undefined where every row is. */
  readonly passedOver?: number
  /** Things that stood before and are not in a file that pictures the whole; undefined where files do not. */
  readonly closed?: number
  /** What is odd about rows that were taken all the same; at most the first thousand. */
  readonly flagged?: readonly Rejection[]
  /** Rows that were taken and are odd. */
  readonly flaggedRows?: number
  readonly dryRun: boolean
  /** Whether the good rows are in the database now (in a dry run: would be). */
  readonly applied: boolean
}

/** As many troubles as a report lists. */
export const listedRejections = 1000

/** Why the second row of a thing is not taken. */
export const repeats = (line: number): string => `This repeats line ${line}.`

/** Why a file with a header alone is not taken. */
export const noRows = (name: string): string => `${name} has a first row and no rows under it.`
