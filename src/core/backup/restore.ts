import { type Kysely, sql } from 'kysely'
import { ownerOf } from '../db/database.ts'
import { type Database, insideTransaction, lookAnew, type Migrations, sqlState } from '../db/index.ts'
import { type BackupPart, readBackup } from './backup-reader.ts'
import { appliedMigrations, type CatalogueTable, dropEverything, dropForeignKeys, tablesOf } from './catalogue.ts'
import type { BackupHeader, PendingJob } from './format.ts'
import { plainText } from './make-backup.ts'
import { migrateInside } from './migrate-inside.ts'
import { dropPendingJobs, hasJobs } from './pending-jobs.ts'
import { busy, damaged, inUse, newer, notABackup, notOurs } from './refusals.ts'

/** What a restore may do and whom it tells. */
export interface RestoreOptions {
  /** Take the place of partnerships that are there already. */
  replace?: boolean
  /** Puts the jobs that had not ended back into their queues; called once, after all data stands. */
  enqueue?: (jobs: readonly PendingJob[]) => Promise<void>
}

/** What a restore brought back. */
export interface Restored {
  madeAt: string
  rows: number
  jobs: number
  /** Migrations that this version has and the backup's did not; they ran on the restored rows. */
  migrated: string[]
  /** Tables of the backup that no migration of Mercat makes; their rows were left out. */
  leftOut: string[]
}

/**
 * Puts a backup in the place of what the database holds, all in one transaction: whatever is wrong with the file or
 * its rows, the database stays as it was. The file is read whole and checked before anything is touched.
 */
export async function restore(
  database: Database,
  file: string,
  migrations: Migrations,
  { replace = false, enqueue }: RestoreOptions = {},
): Promise<Restored> {
  if (insideTransaction()) throw new Error('A restore opens its own transaction and cannot run inside another.')
  const header = await checkedHeader(file)
  if (header.migrations.some((name) => !(name in migrations))) throw newer(file)
  const jobs: PendingJob[] = []
  const done = await ownerOf(database)
    .transaction()
    .execute(async (owner) => {
      await plainText(owner)
      await sql`set local lock_timeout = '10s'`.execute(owner)
      await refuseWhenInUse(owner, replace)
      await dropEverything(owner)
      const then = Object.fromEntries(Object.entries(migrations).filter(([name]) => header.migrations.includes(name)))
      await migrateInside(owner, then)
      const loaded = await load(owner, file, header, jobs)
      return { ...loaded, migrated: await migrateInside(owner, migrations) }
    })
    .catch((error: unknown) => {
      throw sqlState(error) === '55P03' ? busy() : error
    })
  await lookAnew(database)
  await enqueue?.(jobs)
  return { madeAt: header.madeAt, jobs: jobs.length, ...done }
}

async function checkedHeader(file: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined
  for await (const part of readBackup(file)) if (part.kind === 'header') header = part.header
  if (!header) throw notABackup(file)
  return header
}

async function refuseWhenInUse(owner: Kysely<unknown>, replace: boolean): Promise<void> {
  const applied = await appliedMigrations(owner)
  if (!applied) {
    if ((await tablesOf(owner)).length > 0) throw notOurs()
    return
  }
  if (replace || !(await tablesOf(owner)).some((table) => table.name === 'partnership')) return
  const found = await sql`select from partnership limit 1`.execute(owner)
  if (found.rows.length > 0) throw inUse()
}

/** Fills the tables from the file. It is read inside the transaction: nobody else works while a restore runs. */
async function load(
  owner: Kysely<unknown>,
  file: string,
  header: BackupHeader,
  jobs: PendingJob[],
): Promise<{ rows: number; leftOut: string[] }> {
  const tables = new Map((await tablesOf(owner)).map((table) => [table.name, table]))
  const addKeys = await dropForeignKeys(owner)
  // Migrations may have put in rows of their own; the backup has them as they became.
  for (const name of tables.keys()) await sql`delete from ${sql.table(name)}`.execute(owner)
  const leftOut: string[] = []
  let rows = 0
  for await (const part of readBackup(file)) {
    if (part.kind === 'table' && !tables.has(part.table)) leftOut.push(part.table)
    else if (part.kind === 'rows') rows += await insert(owner, tables.get(part.table), part)
    else if (part.kind === 'job') jobs.push(part.job)
  }
  for (const { name, value, called } of header.sequences) {
    await sql`select setval(to_regclass(${`public.${name}`}), ${value}::bigint, ${called})`.execute(owner)
  }
  for (const add of addKeys) await sql.raw(add).execute(owner)
  if (rows !== (await rowsIn(owner, [...tables.keys()]))) throw damaged(file)
  if (await hasJobs(owner)) await dropPendingJobs.execute(owner)
  return { rows, leftOut }
}

async function insert(
  owner: Kysely<unknown>,
  table: CatalogueTable | undefined,
  { lines }: BackupPart & { kind: 'rows' },
): Promise<number> {
  if (!table) return 0
  const name = sql.table(table.name)
  const columns = sql.join(table.columns.map((column) => sql.id(column)))
  await sql`insert into ${name} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${name}, cast(${`[${lines.join(',')}]`} as text)::json)`.execute(
    owner,
  )
  return lines.length
}

async function rowsIn(owner: Kysely<unknown>, tables: readonly string[]): Promise<number> {
  let total = 0
  for (const table of tables) {
    const found = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(owner)
    total += found.rows[0]?.rows ?? 0
  }
  return total
}
