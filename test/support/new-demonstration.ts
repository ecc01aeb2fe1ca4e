import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { inject } from 'vitest'
import { ownerOf } from '../../src/core/db/database.ts'
import { type Database, openPostgres } from '../../src/core/db/index.ts'
import { loadDemonstration } from '../../src/demonstration.ts'
import { openDump, writeDump } from './embedded-dump.ts'
import { madeOnce } from './made-once.ts'
import { testNow } from './new-app.ts'
import { copyOfTemplate, openNew } from './new-database.ts'
import { withName } from './with-name.ts'

/** A database of the caller's own with the demonstration in it, which is loaded once in the whole run; the caller closes it. */
export async function openDemonstration(): Promise<Database> {
  const origin = inject('database')
  if (origin.kind === 'embedded') {
    return openDump(
      await madeOnce(`${origin.dump}.demonstration`, (path) => load((database) => writeDump(database, path))),
    )
  }
  const template = await loadedTemplate(origin.url, `${origin.template}_demonstration`)
  return openPostgres(withName(origin.url, await copyOfTemplate(origin.url, template)), 4)
}

/** Loads the demonstration into a new database, does something with it and closes it. */
async function load(then: (database: Database) => Promise<void>): Promise<void> {
  const database = await openNew()
  try {
    await loadDemonstration(database, { now: () => testNow })
    await then(database)
  } finally {
    await database.close()
  }
}

/** The database that others are copied from, under an advisory lock; it has its name only once it is whole. */
async function loadedTemplate(url: string, template: string): Promise<string> {
  const admin = openPostgres(url, 1)
  try {
    // One connection throughout: an idle one is closed by its pool, and the lock goes with it.
    return await ownerOf(admin)
      .connection()
      .execute((owner) => templateOf(owner, template))
  } finally {
    await admin.close()
  }
}

/** The template’s name, once it is there. */
async function templateOf(owner: Kysely<unknown>, template: string): Promise<string> {
  await sql`select pg_advisory_lock(8)`.execute(owner)
  const there = await sql`select 1 from pg_database where datname = ${template}`.execute(owner)
  if (there.rows.length > 0) return template
  let made = ''
  await load(async (database) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(ownerOf(database))
    made = rows[0]?.name ?? ''
  })
  // A connection that was closed here may take a while to be gone there.
  const left = sql`select 1 from pg_stat_activity where datname = ${made} and backend_type = 'client backend'`
  while ((await left.execute(owner)).rows.length > 0) await wait(50)
  await sql.raw(`alter database ${made} rename to ${template}`).execute(owner)
  return template
}
