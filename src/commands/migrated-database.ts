import { type Database, pendingMigrations } from '../core/db/index.ts'
import { MercatError } from '../core/errors/index.ts'
import { migrations } from '../migrations.ts'
import type { CommandContext } from './context.ts'

/** The database for a command that only reads: refused in a sentence where it was never made ready or is behind. */
export async function migratedDatabase(context: CommandContext): Promise<Database> {
  const database = await context.database()
  const pending = (await pendingMigrations(database, migrations)).length
  if (pending === 0) return database
  throw pending === Object.keys(migrations).length
    ? new MercatError(
        'unavailable',
        'There is nothing in this database yet.',
        'Import something, or run mercat demo load.',
      )
    : new MercatError('unavailable', 'The database is older than this version of Mercat.', 'Run mercat migrate.')
}
