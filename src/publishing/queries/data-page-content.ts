import type { StatementData } from './statement-data.ts'
import { type OpenTable, sourcesUsed, tableGroups } from './tables/index.ts'

/** A group of tables, each with how many rows it has. */
export interface CountedGroup {
  readonly heading: string
  readonly tables: readonly { readonly table: OpenTable; readonly rows: number }[]
}

/** What the page of open data shows: each table with how many rows it has, and each source with its licence. At most eleven queries. */
export async function dataPageContent(data: StatementData) {
  const groups: CountedGroup[] = []
  for (const { heading, tables } of tableGroups) {
    const counted: CountedGroup['tables'][number][] = []
    for (const table of tables) counted.push({ table, rows: await table.count(data) })
    groups.push({ heading, tables: counted })
  }
  return { partnership: data.partnership, groups, sources: await sourcesUsed(data) }
}
