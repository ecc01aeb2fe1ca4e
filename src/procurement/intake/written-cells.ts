import type { CsvCell } from '../../core/csv/index.ts'
import { addDays, type IsoDate, type Pence } from '../../core/values/index.ts'

/** The last day before one that is not held any more, as files have it. */
export const lastDay = (until: IsoDate | null): string => (until === null ? '' : addDays(until, -1))

/** Pounds and pence without a sign and separators. */
export const poundsCell = (pence: Pence | null): string =>
  pence === null ? '' : `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`

/** Yes or no, as files have it. */
export const yesCell = (yes: boolean): string => (yes ? 'yes' : 'no')

/** A table from its records: the names of the columns, then a row for each. */
export const tableOf = (
  columns: readonly string[],
  records: readonly Readonly<Record<string, CsvCell>>[],
): CsvCell[][] => [[...columns], ...records.map((record) => columns.map((column) => record[column] ?? null))]
