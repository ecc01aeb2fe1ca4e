import { sql } from 'kysely'
import type { Id } from '../values/index.ts'
import { type Database, ownerOf } from './database.ts'
import { partnershipTablesByDependence } from './partnership-tables.ts'

/** Takes partnerships away with every row of theirs, append-only tables included; as the owner, because no actor may. Returns the rows. */
export function removePartnerships(database: Database, ids: readonly Id[]): Promise<number> {
  return ownerOf(database)
    .transaction()
    .execute(async (tx) => {
      let rows = 0
      for (const table of await partnershipTablesByDependence(tx)) {
        const gone = await sql`delete from ${sql.table(table)} where partnership_id = any(${ids}::uuid[])`.execute(tx)
        rows += Number(gone.numAffectedRows ?? 0)
      }
      const gone = await sql`delete from partnership where id = any(${ids}::uuid[])`.execute(tx)
      return rows + Number(gone.numAffectedRows ?? 0)
    })
}
