import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { MercatError } from '../errors/index.ts'
import { type Database, ownerOf } from './database.ts'

/** Migrations by name; a name is `YYYY-MM-DDTHHMM-what`, so that they sort by when they were written. */
export type Migrations = Readonly<Record<string, Migration>>

/** A step of a migration: forward only. */
export const forward = (up: (db: Kysely<unknown>) => Promise<void>): Migration => ({
  up: (db) => up(db as Kysely<unknown>),
})

const migratorOf = (database: Database, migrations: Migrations): Migrator =>
  new Migrator({
    db: ownerOf(database),
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'mercat_migration',
    migrationLockTableName: 'mercat_migration_lock',
    allowUnorderedMigrations: true,
  })

/** Brings the schema up to date; safe when several processes start at once. Returns the names it applied. */
export async function migrate(database: Database, migrations: Migrations): Promise<string[]> {
  const { error, results = [] } = await migratorOf(database, migrations).migrateToLatest()
  if (error) throw refusal(error) ?? error
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

function refusal(error: unknown): MercatError | undefined {
  if (!(error instanceof Error) || !/previously executed migration .* is missing/.test(error.message)) return undefined
  return new MercatError(
    'unavailable',
    'The database was made by a newer version of Mercat than this one.',
    'Start the newer version, or restore a backup that this version made.',
  )
}

/** The names of migrations that the database still lacks. */
export async function pendingMigrations(database: Database, migrations: Migrations): Promise<string[]> {
  const done = await sql<{ name: string }>`select name from mercat_migration`
    .execute(ownerOf(database))
    .catch(() => ({ rows: [] }))
  const applied = new Set(done.rows.map((row) => row.name))
  return Object.keys(migrations).filter((name) => !applied.has(name))
}
