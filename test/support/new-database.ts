import { sql } from 'kysely'
import { inject, onTestFinished } from 'vitest'
import { ownerOf } from '../../src/core/db/database.ts'
import { type Database, openPostgres } from '../../src/core/db/index.ts'
import { openDump } from './embedded-dump.ts'
import { withName } from './with-name.ts'

/** A migrated database of its own for one test, closed when the test ends. */
export async function newDatabase(): Promise<Database> {
  const database = await openNew()
  onTestFinished(() => database.close())
  return database
}

/** The same for callers that close it themselves, such as a file that shares one among its tests. */
export async function openNew(): Promise<Database> {
  const origin = inject('database')
  if (origin.kind === 'embedded') return openDump(origin.dump)
  const name = await copyOfTemplate(origin.url, origin.template)
  return openPostgres(withName(origin.url, name), 4)
}

/** A new database that starts as another one stands; returns its name. */
export async function copyOfTemplate(url: string, template: string): Promise<string> {
  const admin = openPostgres(url, 1)
  const name = `${template}_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  // Copies of one template wait for each other; an advisory lock makes them queue instead of failing.
  await sql`select pg_advisory_lock(7)`.execute(ownerOf(admin))
  await sql.raw(`create database ${name} template ${template}`).execute(ownerOf(admin))
  await admin.close()
  return name
}
