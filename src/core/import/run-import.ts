import type { Actor } from '../auth/index.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import { type Column, locateColumns } from './column.ts'
import { readRows } from './read-rows.ts'
import { type ImportReport, listedRejections, type Outcome, type Rejection } from './report.ts'
import type { SourceFile } from './source-file.ts'

/** One row as a layout reads it: cells by the key of their column, trimmed. */
export interface Row {
  readonly line: number
  /** The text of a cell; empty when the column is not in the file. */
  cell(key: string): string
  /** The column's name as the file has it, for rejections. */
  nameOf(key: string): string
}

/** What a layout makes of a row: a value, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly Omit<Rejection, 'line'>[] }

/** How one kind of file is imported. */
export interface Layout<T, Known> {
  /** The columns to find, given the header: some layouts have families of columns. */
  columns(header: readonly string[]): readonly Column[]
  /** Reads what rows are checked against, before the file is opened. */
  known(db: Db): Promise<Known>
  read(row: Row, known: Known): Reading<T>
  /** What makes two rows the same thing; the second is rejected. */
  keyOf(value: T): string
  /** Writes the good rows and then calls `recordImport`; repeats leave everything as it is. */
  apply(db: Db, values: readonly T[], known: Known): Promise<Outcome>
}

/** How an import is to be run. */
export interface ImportOptions {
  readonly dryRun?: boolean
  /** Nothing is taken unless every row is good. */
  readonly allOrNothing?: boolean
  readonly onProgress?: (done: { rows: number }) => void
}

/** Imports a file: every good row in one transaction, every bad one reported; or nothing, when that was asked. */
export async function runImport<T, Known>(
  database: Database,
  actor: Actor,
  layout: Layout<T, Known>,
  file: SourceFile,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const known = await asActor(database, actor, (db) => layout.known(db))
  // The file is read to its end first: awaiting a disk inside a transaction would stall the embedded database.
  const { values, read, rejected, rejectedRows } = await readAll(layout, known, file, options)
  const take = values.length > 0 && !(options.allOrNothing && rejectedRows > 0)
  const outcome = take ? await applyAll(database, actor, layout, known, values, options) : nothing
  return {
    file: file.name,
    read,
    ...outcome,
    rejected: rejected.slice(0, listedRejections),
    rejectedRows,
    dryRun: options.dryRun === true,
    applied: take,
  }
}

const nothing: Outcome = { added: 0, changed: 0, unchanged: 0 }

async function readAll<T, Known>(layout: Layout<T, Known>, known: Known, file: SourceFile, options: ImportOptions) {
  const values: T[] = []
  const rejected: Rejection[] = []
  const lines = new Map<string, number>()
  let [read, rejectedRows] = [0, 0]
  let header: readonly string[] | undefined
  let columns = new Map<string, number>()
  const reject = (line: number, problems: readonly Omit<Rejection, 'line'>[]) => {
    rejectedRows += 1
    for (const problem of problems) rejected.push({ line, ...problem })
  }
  for await (const { line, cells, problem } of readRows(file)) {
    if (!header) {
      header = cells
      columns = locateColumns(cells, layout.columns(cells))
      continue
    }
    read += 1
    if (read % 1000 === 0) options.onProgress?.({ rows: read })
    if (problem) {
      reject(line, [{ column: null, reason: problem }])
      continue
    }
    const reading = layout.read(rowOf(line, cells, header, columns), known)
    if ('problems' in reading) {
      reject(line, reading.problems)
      continue
    }
    const key = layout.keyOf(reading.value)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      reject(line, [{ column: null, reason: `This repeats line ${earlier}.` }])
      continue
    }
    lines.set(key, line)
    values.push(reading.value)
  }
  options.onProgress?.({ rows: read })
  if (read === 0) rejected.push({ line: 0, column: null, reason: `${file.name} has a first row and no rows under it.` })
  return { values, read, rejected, rejectedRows }
}

const rowOf = (
  line: number,
  cells: readonly string[],
  header: readonly string[],
  columns: Map<string, number>,
): Row => ({
  line,
  cell: (key) => cells[columns.get(key) ?? -1]?.trim() ?? '',
  nameOf: (key) => header[columns.get(key) ?? -1]?.trim() ?? key,
})

class DryRun extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('Rolled back: a dry run.')
    this.outcome = outcome
  }
}

async function applyAll<T, Known>(
  database: Database,
  actor: Actor,
  layout: Layout<T, Known>,
  known: Known,
  values: readonly T[],
  options: ImportOptions,
): Promise<Outcome> {
  try {
    return await asActor(database, actor, async (db) => {
      const outcome = await layout.apply(db, values, known)
      // A dry run does the work and then throws it away, so that its counts are the real ones.
      if (options.dryRun) throw new DryRun(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof DryRun) return error.outcome
    throw error
  }
}
