import type { CsvCell } from '../core/csv/index.ts'

/** What a column's cells are, in the words of CSV on the Web. */
export type Datatype = 'string' | 'integer' | 'number' | 'boolean' | 'anyURI'

/** A value as a file holds it: never formatted for reading. */
export type PlainCell = CsvCell

/** A column of a file: its name there, and what people are told about it. */
export interface PlainColumn {
  /** In files: `area_code`. It stays as it is from release to release. */
  readonly key: string
  /** On pages: "Area code". */
  readonly heading: string
  readonly datatype: Datatype
  readonly unit?: string | undefined
  readonly description: string
}

/** Rows as pages, CSV and JSON show them alike; an empty cell is `null`. */
export interface PlainTable {
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly (readonly PlainCell[])[]
}

/** The rows as JSON gives them: one object a row, by the names of the columns. */
export const recordsOf = ({ columns, rows }: PlainTable): Record<string, PlainCell>[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])))
