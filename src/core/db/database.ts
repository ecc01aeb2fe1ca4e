import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { Store } from '../config/index.ts'
import { MercatError } from '../errors/index.ts'
import { lockFolder } from './folder-lock.ts'
import { keepPlans } from './kept-plan.ts'
import { keepingStatements } from './kept-statement.ts'
import { parsers, pgTypeSource } from './parsers.ts'
import { countQuery } from './query-count.ts'
import { unreachable } from './unreachable.ts'

/** The engine under a database; only core looks at it. */
export type Engine =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | { readonly kind: 'postgres'; readonly pool: Pool }

/** An open database. It cannot be queried as it is: `asActor` is the way in. */
export interface Database {
  readonly engine: Engine
  close(): Promise<void>
}

const owners = new WeakMap<Database, Kysely<unknown>>()

/** The database as its owner sees it, without row-level security: for migrations, backup and checks inside core only. */
export function ownerOf(database: Database): Kysely<unknown> {
  const owner = owners.get(database)
  if (!owner) throw new Error('This database is closed.')
  return owner
}

function register(engine: Engine, dialect: PGliteDialect | PostgresDialect, release: () => void): Database {
  const kysely = new Kysely<unknown>({ dialect, log: countQuery })
  const database: Database = {
    engine,
    close: async () => {
      owners.delete(database)
      await kysely.destroy()
      release()
    },
  }
  owners.set(database, kysely)
  return database
}

/** The embedded engine over a folder, or in memory; `dump` is a data directory to start from. */
export async function openEmbedded(folder: string | undefined, dump?: Blob, release = () => {}): Promise<Database> {
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(dump ? { loadDataDir: dump } : {}),
    extensions: { btree_gist },
    parsers,
  })
  return register({ kind: 'embedded', pglite }, new PGliteDialect({ pglite: keepingStatements(pglite) }), release)
}

/**
 * After how many seconds a connection is replaced. The server compares what a kept plan costs with the mean of all that it
 * planned for the statement before; where tables grew meanwhile that mean is of another time, and each call is planned anew.
 */
const longestLife = 1800

/** How long a request waits for a connection, milliseconds, before it is told to try again. */
const patience = 20_000

/** A PostgreSQL server by its address. */
export function openPostgres(url: string, connections = 10, mostMs = patience): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    types: pgTypeSource,
    application_name: 'mercat',
    connectionTimeoutMillis: mostMs,
    maxLifetimeSeconds: longestLife,
    // A statement may be sent before the one before it is answered.
    pipeline: true,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', keepPlans)
  // Short statements on large tables are estimated dear enough to be compiled, which takes half a second each time.
  pool.on('connect', (client) => void client.query('set jit = off').catch(() => {}))
  return register({ kind: 'postgres', pool }, new PostgresDialect({ pool }), () => {})
}

/** The folder is held by another process; the caller may hand its command over instead. */
export class FolderHeld extends MercatError {
  readonly folder: string
  constructor(folder: string) {
    super('unavailable', `The data folder ${folder} is in use by another mercat process.`)
    this.folder = folder
  }
}

/** Opens the store of the configuration; an embedded folder is locked first. */
export const openDatabase = (store: Store): Promise<Database> =>
  store.kind === 'postgres' ? openReachable(store.url) : openFolder(store.folder)

async function openReachable(url: string): Promise<Database> {
  const database = openPostgres(url)
  try {
    await sql`select 1`.execute(ownerOf(database))
    return database
  } catch (error) {
    await database.close()
    throw unreachable(error, url)
  }
}

async function openFolder(folder: string): Promise<Database> {
  const lock = lockFolder(folder)
  if (!lock) throw new FolderHeld(folder)
  try {
    await makeWhole(folder)
    return await openEmbedded(join(folder, 'db'), undefined, () => lock.release())
  } catch (error) {
    lock.release()
    throw new MercatError(
      'unavailable',
      `The database in ${folder} can’t be opened: ${error instanceof Error ? error.message : String(error)}`,
      'It may be damaged, or made by another version: move the folder away and restore a backup.',
    )
  }
}

/** Makes a new database beside its place and moves it there when it is whole: a process killed half-way leaves nothing that can't be opened. */
async function makeWhole(folder: string): Promise<void> {
  if (existsSync(join(folder, 'db'))) return
  const unfinished = join(folder, 'db-unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  await (await openEmbedded(unfinished)).close()
  renameSync(unfinished, join(folder, 'db'))
}
