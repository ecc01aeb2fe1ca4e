import { type Column, type ColumnMapping, locateColumns, matchColumns } from './column.ts'
import { readRows } from './read-rows.ts'
import type { Rejection } from './report.ts'
import type { SourceFile } from './source-file.ts'

/** One row as a layout reads it: cells by the key of their column, trimmed. */
export interface Row {
  readonly line: number
  /** The text of a cell; empty when the column is not in the file. */
  cell(key: string): string
  /** The column's name as the file has it, for rejections. */
  nameOf(key: string): string
}

/** What a layout makes of a row: a value with what is odd about it, or what is wrong with it. */
export type Reading<T> =
  | { readonly value: T; readonly odd?: readonly Omit<Rejection, 'line'>[] }
  | { readonly problems: readonly Omit<Rejection, 'line'>[] }

/** How the rows of one kind of file are read. */
export interface RowLayout<T, Known> {
  /** The columns to find, given the header: some layouts have families of columns. */
  columns(header: readonly string[]): readonly Column[]
  /** Titles may stand above the header, which is then the first row that has every needed column. */
  readonly titlesAbove?: boolean
  read(row: Row, known: Known): Reading<T>
}

/** What was made of one row of a file; `broken` when the row itself has no shape, as where a file was cut short. */
export type RowReading<T> = Reading<T> & { readonly line: number; readonly broken?: boolean }

/** How a file is to be read. */
export interface ReadOptions {
  /** Column keys and the names that they have in this file, where those are not found by themselves. */
  readonly mapping?: ColumnMapping
  readonly onProgress?: (done: { rows: number }) => void
  /** Told once the header is found: what the file calls the column of a key. */
  readonly onHeader?: (nameOf: (key: string) => string) => void
}

/** Reads a file row by row, so that a large one is never held whole; blank rows are passed over. */
export async function* readFileRows<T, Known>(
  file: SourceFile,
  layout: RowLayout<T, Known>,
  known: Known,
  options: ReadOptions = {},
): AsyncGenerator<RowReading<T>> {
  let header: readonly string[] | undefined
  let columns = new Map<string, number>()
  let read = 0
  for await (const { line, cells, problem } of readRows(file, headerTest(layout, options.mapping))) {
    if (!header) {
      header = cells
      columns = locateColumns(cells, layout.columns(cells), options.mapping)
      options.onHeader?.((key) => nameIn(cells, columns, key))
      continue
    }
    read += 1
    if (read % 1000 === 0) options.onProgress?.({ rows: read })
    yield problem
      ? { line, broken: true, problems: [{ column: null, reason: problem }] }
      : { line, ...layout.read(rowOf(line, cells, header, columns), known) }
  }
  options.onProgress?.({ rows: read })
}

/** The header of a file, found as an import would find it. */
export async function headerOf<T, Known>(
  file: SourceFile,
  layout?: Pick<RowLayout<T, Known>, 'columns' | 'titlesAbove'>,
  mapping?: ColumnMapping,
): Promise<readonly string[]> {
  for await (const { cells } of readRows(file, layout && headerTest(layout, mapping))) return cells
  return []
}

function headerTest<T, Known>(
  layout: Pick<RowLayout<T, Known>, 'columns' | 'titlesAbove'>,
  mapping?: ColumnMapping,
): ((cells: readonly string[]) => boolean) | undefined {
  if (!layout.titlesAbove) return undefined
  const mapped = Object.values(mapping ?? {}).filter((name) => name !== '')
  return (cells) =>
    mapped.every((name) => cells.some((cell) => cell.trim() === name.trim())) &&
    matchColumns(cells, layout.columns(cells), mapping).missing.length === 0
}

const rowOf = (
  line: number,
  cells: readonly string[],
  header: readonly string[],
  columns: Map<string, number>,
): Row => ({
  line,
  cell: (key) => cells[columns.get(key) ?? -1]?.trim() ?? '',
  nameOf: (key) => nameIn(header, columns, key),
})

const nameIn = (header: readonly string[], columns: ReadonlyMap<string, number>, key: string): string =>
  header[columns.get(key) ?? -1]?.trim() ?? key
