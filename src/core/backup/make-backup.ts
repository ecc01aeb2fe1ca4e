import { type Kysely, sql } from 'kysely'
import { ownerOf } from '../db/database.ts'
import { type Database, insideTransaction } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import { readBackup } from './backup-reader.ts'
import { type WriteLine, writeBackup } from './backup-writer.ts'
import { appliedMigrations, type CatalogueTable, sequencesOf, tablesOf } from './catalogue.ts'
import { type BackupHeader, formatVersion } from './format.ts'
import { hasJobs, pendingJobLines } from './pending-jobs.ts'
import { nothingYet, unreadable, writingTrouble } from './refusals.ts'

/** How much a backup holds. */
export interface BackupCounts {
  tables: number
  rows: number
  jobs: number
}

/**
 * Writes everything in the database to a file, as it was at one moment, reads the file again to check it, and only
 * then gives it its name. Other processes go on meanwhile on PostgreSQL; the embedded database waits until it is done,
 * because it has one connection, and a copy of one moment needs it whole.
 */
export async function backup(database: Database, file: string, at: Date): Promise<BackupCounts> {
  if (insideTransaction()) throw new Error('A backup opens its own transaction and cannot run inside another.')
  let counts: BackupCounts = { tables: 0, rows: 0, jobs: 0 }
  const produce = (write: WriteLine) =>
    ownerOf(database)
      .transaction()
      .execute(async (owner) => {
        // As statements, because the embedded engine ignores what is asked of the transaction's options.
        await sql`set transaction isolation level repeatable read, read only`.execute(owner)
        await plainText(owner)
        counts = await writeAll(owner, write, at)
        return counts
      })
  try {
    await writeBackup(file, produce, (partial) => checkWhole(partial, file))
  } catch (error) {
    throw writingTrouble(file, error)
  }
  return counts
}

/** Settings under which values are written the same everywhere, and nothing is hidden by a policy without an error. */
export async function plainText(owner: Kysely<unknown>): Promise<void> {
  for (const setting of [
    `timezone = 'UTC'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'iso_8601'`,
    `bytea_output = 'hex'`,
    'extra_float_digits = 1',
    'row_security = off',
  ]) {
    await sql.raw(`set local ${setting}`).execute(owner)
  }
}

async function checkWhole(partial: string, file: string): Promise<void> {
  try {
    for await (const part of readBackup(partial)) if (part.kind === 'end') return
  } catch (error) {
    throw error instanceof MercatError ? unreadable(file) : error
  }
}

async function writeAll(owner: Kysely<unknown>, write: WriteLine, at: Date): Promise<BackupCounts> {
  const migrations = await appliedMigrations(owner)
  if (!migrations) throw nothingYet()
  const header: BackupHeader = {
    format: 'mercat-backup',
    version: formatVersion,
    madeAt: at.toISOString(),
    migrations,
    sequences: await sequencesOf(owner),
  }
  await write(JSON.stringify(header))
  const tables = await tablesOf(owner)
  let rows = 0
  for (const table of tables) rows += await writeTable(owner, table, write)
  const jobs = (await hasJobs(owner)) ? (await pendingJobLines.execute(owner)).rows : []
  await write(JSON.stringify({ jobs: jobs.length }))
  for (const { line } of jobs) await write(line)
  return { tables: tables.length, rows, jobs: jobs.length }
}

async function writeTable(owner: Kysely<unknown>, table: CatalogueTable, write: WriteLine): Promise<number> {
  const name = sql.table(table.name)
  const counted = await sql<{ rows: number }>`select count(*) as rows from ${name}`.execute(owner)
  const rows = counted.rows[0]?.rows ?? 0
  await write(JSON.stringify({ table: table.name, rows }))
  const order = table.key.length > 0 ? sql`order by ${sql.join(table.key.map((column) => sql.id(column)))}` : sql``
  // A line feed in JSON text can only stand between tokens, where a space does as well.
  await sql`declare backup_rows no scroll cursor for
    select replace(row_to_json(backed_up_row)::text, e'\\n', ' ') as line from ${name} as backed_up_row ${order}`.execute(
    owner,
  )
  // Rows that hold files may be 128 MiB of text each.
  const fetch = sql<{ line: string }>`fetch forward ${sql.lit(table.holdsBytes ? 1 : 500)} from backup_rows`
  for (let left = rows; left > 0; ) {
    const batch = await fetch.execute(owner)
    for (const { line } of batch.rows) await write(line)
    left -= batch.rows.length
  }
  await sql`close backup_rows`.execute(owner)
  return rows
}
