import { sql } from 'kysely'
import { type Database, ownerOf } from './database.ts'

/**
 * Has the engine take down anew what its tables hold, by which it plans. A server does so by itself, but up to a minute
 * late, and the embedded engine not at all: what was planned for empty tables goes through all of a full one, row by row.
 */
export const lookAnew = async (database: Database): Promise<void> => {
  await sql`analyze`.execute(ownerOf(database))
}
