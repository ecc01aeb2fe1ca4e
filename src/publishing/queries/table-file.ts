import { invalid, notFound } from '../../core/errors/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import type { FileDescription } from '../csvw.ts'
import type { PlainTable } from '../plain-table.ts'
import type { StatementData } from './statement-data.ts'
import { type OpenTable, openTables } from './tables/index.ts'

/** Which rows of a table are wanted, as an address says it. */
export interface RowsAsked {
  readonly area?: string | undefined
  readonly year?: string | undefined
  /** The day that rows tell of, where they tell of one. */
  readonly on: IsoDate
}

/** A table of a statement as a file, with the sources that its rows name; "not found" when there is no such table. */
export async function tableFile(
  data: StatementData,
  name: string,
  asked: RowsAsked,
): Promise<{ about: FileDescription; rows: PlainTable['rows'] }> {
  const table = openTables.find((one) => one.name === name)
  if (!table) {
    const names = openTables.map((one) => one.name).join(', ')
    throw notFound(`A table named “${name}”`, `The tables are ${names}.`)
  }
  const rows = bounded(rowsAsked(table, await table.rows(data, asked.on), asked))
  const { title, description, columns, key } = table
  const all = await data.sources()
  const sources = keysNamed(table, rows).flatMap((source) => all.get(source) ?? [])
  const { name: publisher } = data.partnership
  const about = { file: `${name}.csv`, title, description, publisher, columns, key, sources }
  return { about, rows }
}

function rowsAsked(table: OpenTable, rows: PlainTable['rows'], asked: RowsAsked): PlainTable['rows'] {
  const wanted = Object.entries({ area_code: asked.area, year: asked.year }).flatMap(([key, value]) => {
    if (value === undefined) return []
    const at = table.columns.findIndex((column) => column.key === key)
    if (at === -1) throw invalid(`The table “${table.title}” can’t be cut by ${key === 'year' ? 'year' : 'area'}.`)
    return [{ at, value }]
  })
  return rows.filter((row) => wanted.every(({ at, value }) => String(row[at]) === value))
}

/** The keys of sources that rows name, each once; a cell may name several, parted by |. */
function keysNamed({ name, columns }: OpenTable, rows: PlainTable['rows']): string[] {
  const wanted = name === 'sources' ? 'key' : name === 'figures' ? 'source_keys' : 'source'
  const at = columns.findIndex(({ key }) => key === wanted)
  const cells = at === -1 ? [] : [...new Set(rows.map((row) => row[at]))]
  return [...new Set(cells.flatMap((cell) => (typeof cell === 'string' ? cell.split('|') : [])))]
}

/** How many rows one file holds at the most: it is made in memory, about 12 MB of CSV or 27 MB of JSON at this bound. */
const rowBound = 150_000

/** Refuses more rows than one file holds, with what to do. */
function bounded<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= rowBound) return rows
  const [all, most] = [rows.length, rowBound].map((count) => count.toLocaleString('en-GB'))
  throw invalid(
    `This table has ${all} rows, more than the ${most} that one file holds.`,
    'Ask for one area or one year at a time: add ?area=CODE or ?year=2028 to the address.',
  )
}
