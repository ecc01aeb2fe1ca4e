import { type Kysely, sql } from 'kysely'
import { type Database, ownerOf } from './database.ts'

/** What an operator wants to know of a database. */
export interface Examination {
  engine: 'embedded' | 'postgres'
  version: string
  /** The version as a number: 150018 is 15.18. */
  versionNumber: number
  /** Whether the role that requests run as can be taken on. */
  canTakeRole: boolean
  /** Tables on which row-level security is not switched on. */
  unguarded: string[]
  /** Bytes. */
  size: number
}

/** The oldest server that is supported: PostgreSQL 15. */
export const oldestServer = 150_000

/** Looks at the server, its rights and its size. */
export async function examine(database: Database): Promise<Examination> {
  const db = ownerOf(database)
  const { rows } = await sql<{ version: string; number: number; size: number }>`select
    current_setting('server_version') as version, current_setting('server_version_num')::int as number,
    pg_database_size(current_database()) as size
  `.execute(db)
  const open = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
      and relname not like 'mercat_migration%' order by relname`.execute(db)
  const [found] = rows
  if (!found) throw new Error('The database did not answer.')
  return {
    engine: database.engine.kind,
    version: found.version,
    versionNumber: found.number,
    canTakeRole: await canTakeRole(db),
    unguarded: open.rows.map((row) => row.name),
    size: found.size,
  }
}

/** Tried, because what a membership allows differs between versions. */
const canTakeRole = (db: Kysely<unknown>): Promise<boolean> =>
  db
    .transaction()
    .execute((tx) => sql`set local role mercat_app`.execute(tx))
    .then(
      () => true,
      () => false,
    )
