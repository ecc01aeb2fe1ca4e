import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Migrations } from '../db/index.ts'

/** Runs migrations inside a transaction that is open already; the same tables keep count as in `core/db`. */
export async function migrateInside(owner: Kysely<unknown>, migrations: Migrations): Promise<string[]> {
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'mercat_migration',
    migrationLockTableName: 'mercat_migration_lock',
    allowUnorderedMigrations: true,
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}
