import type { Actor } from '../auth/index.ts'
import { asActor, type Database, type Db, lookAnew } from '../db/index.ts'
import { orUndone } from './or-undone.ts'
import { type ReadOptions, type RowLayout, readFileRows } from './read-file.ts'
import { type ImportReport, listedRejections, noRows, type Outcome, type Rejection, repeats } from './report.ts'
import type { SourceFile } from './source-file.ts'

/** How one kind of file is imported. */
export interface Layout<T, Known> extends RowLayout<T, Known> {
  /** Reads what rows are checked against, before the file is opened. */
  known(db: Db): Promise<Known>
  /** What makes two rows the same thing; the second is rejected. */
  keyOf(value: T): string
  /** Writes the good rows and then calls `recordImport`; repeats leave everything as it is. */
  apply(db: Db, values: readonly T[], known: Known): Promise<Outcome & Remarks>
}

/** What only the writing finds out of rows that could be read. */
interface Remarks {
  /** What is wrong with rows that were not taken after all. */
  readonly rejected?: readonly Rejection[]
  readonly flagged?: readonly Rejection[]
}

/** How an import is to be run. */
export interface ImportOptions extends ReadOptions {
  readonly dryRun?: boolean
  /** Nothing is taken unless every row is good. */
  readonly allOrNothing?: boolean
  /** Somebody says that what looks like a mistake is meant. */
  readonly yes?: boolean
}

/** From so many rows on, what the engine plans by is taken down anew after an import. */
const muchAtOnce = 500

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
  let nameOf = (key: string) => key
  const readings = await readAll(layout, known, file, {
    ...options,
    onHeader: (names) => {
      nameOf = names
    },
  })
  const { dryRun = false, allOrNothing = false } = options
  const take = readings.values.length > 0 && !(allOrNothing && readings.rejectedRows > 0)
  const refused = ({ rejected = [] }: Remarks) => allOrNothing && rejected.length > 0
  const {
    rejected = [],
    flagged = [],
    ...outcome
  } = take
    ? await orUndone<Outcome & Remarks>(
        database,
        actor,
        (done) => dryRun || refused(done),
        (db) => layout.apply(db, readings.values, known),
      )
    : nothing
  const applied = take && !refused({ rejected }) && linesOf(rejected) < readings.values.length
  if (applied && !dryRun && outcome.added + outcome.changed >= muchAtOnce) await lookAnew(database)
  // What only the writing found names columns by their keys, and the reader knows them by what the file calls them.
  const told = (remarks: readonly Rejection[]) =>
    remarks.map((remark) => ({ ...remark, column: remark.column === null ? null : nameOf(remark.column) }))
  const odd = applied ? byLine([...readings.flagged, ...told(flagged)]) : []
  return {
    file: file.name,
    read: readings.read,
    ...(applied ? outcome : nothing),
    rejected: byLine([...readings.rejected, ...told(rejected)]).slice(0, listedRejections),
    rejectedRows: readings.rejectedRows + linesOf(rejected),
    ...(odd.length > 0 ? { flagged: odd.slice(0, listedRejections), flaggedRows: linesOf(odd) } : {}),
    dryRun,
    applied,
  }
}

const nothing: Outcome & Remarks = { added: 0, changed: 0, unchanged: 0 }
const byLine = (remarks: readonly Rejection[]) => remarks.toSorted((a, b) => a.line - b.line)
const linesOf = (remarks: readonly Rejection[]) => new Set(remarks.map(({ line }) => line)).size

async function readAll<T, Known>(layout: Layout<T, Known>, known: Known, file: SourceFile, options: ImportOptions) {
  const values: T[] = []
  const rejected: Rejection[] = []
  const flagged: Rejection[] = []
  const lines = new Map<string, number>()
  let [read, rejectedRows] = [0, 0]
  const reject = (line: number, problems: readonly Omit<Rejection, 'line'>[]) => {
    rejectedRows += 1
    for (const problem of problems) rejected.push({ line, ...problem })
  }
  for await (const reading of readFileRows(file, layout, known, options)) {
    read += 1
    const { line } = reading
    if ('problems' in reading) {
      reject(line, reading.problems)
      continue
    }
    const key = layout.keyOf(reading.value)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      reject(line, [{ column: null, reason: repeats(earlier) }])
      continue
    }
    lines.set(key, line)
    values.push(reading.value)
    for (const oddity of reading.odd ?? []) flagged.push({ line, ...oddity })
  }
  if (read === 0) rejected.push({ line: 0, column: null, reason: noRows(file.name) })
  return { values, read, rejected, rejectedRows, flagged }
}
