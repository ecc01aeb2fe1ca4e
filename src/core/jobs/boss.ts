import { type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss'
import type { Database } from '../db/index.ts'

/** Where jobs that were given up are kept to be looked at. */
export const deadLetters = 'core.dead-letter'

/** An instance of pg-boss over a database; on PostgreSQL with connections of its own, which close when it stops. */
export function bossOf(database: Database, options: ConstructorOptions): PgBoss {
  const { engine } = database
  if (engine.kind === 'embedded') return new PgBoss({ ...options, db: fromPglite(engine.pglite), backend: 'pglite' })
  const { connectionString } = engine.pool.options
  if (!connectionString) throw new Error('Jobs need the address of the database.')
  // Not the shared pool: a script of pg-boss that fails half way would leave its connection inside a broken transaction.
  return new PgBoss({ ...options, connectionString, max: 3, application_name: 'mercat-jobs' })
}
