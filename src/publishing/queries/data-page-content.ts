import type { StatementData } from './statement-data.ts'
import { type OpenTable, openTables, sourcesUsed } from './tables/index.ts'

/** What the page of open data shows: each table with how many rows it has, and each source with its licence. */
export async function dataPageContent(data: StatementData) {
  const tables: { table: OpenTable; rows: number }[] = []
  for (const table of openTables) tables.push({ table, rows: await table.count(data) })
  return { partnership: data.partnership, tables, sources: await sourcesUsed(data) }
}
