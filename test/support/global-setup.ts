import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { ownerOf } from '../../src/core/db/database.ts'
import { openEmbedded, openPostgres } from '../../src/core/db/index.ts'
import { prepare } from '../../src/prepare.ts'
import { writeDump } from './embedded-dump.ts'
import { withName } from './with-name.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { kind: 'embedded'; dump: string } | { kind: 'postgres'; url: string; template: string }
  }
}

/** Migrates once for the whole run: a dumped data directory, or on PostgreSQL a template database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  return url ? setupPostgres(project, url) : setupEmbedded(project)
}

async function setupEmbedded(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'mercat-test-'))
  const database = await openEmbedded(undefined)
  await prepare(database)
  const dump = join(folder, 'migrated.tar')
  await writeDump(database, dump)
  await database.close()
  project.provide('database', { kind: 'embedded', dump })
  return () => rm(folder, { recursive: true, force: true })
}

async function setupPostgres(project: TestProject, url: string) {
  const template = `mercat_test_${process.pid}`
  const admin = openPostgres(url, 1)
  await sql.raw(`create database ${template}`).execute(ownerOf(admin))
  const database = openPostgres(withName(url, template), 2)
  await prepare(database)
  await database.close()
  project.provide('database', { kind: 'postgres', url, template })
  return async () => {
    const made = await sql<{ name: string }>`select datname as name from pg_database
      where datname like ${`${template}%`}`.execute(ownerOf(admin))
    for (const { name } of made.rows) await sql.raw(`drop database ${name} with (force)`).execute(ownerOf(admin))
    await admin.close()
  }
}
