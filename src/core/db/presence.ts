import { MercatError } from '../errors/index.ts'
import type { Database } from './database.ts'

/** Marks the locks as Mercat's among whatever else uses advisory locks on that database. */
const mercat = 0x6d_65_72_63

const places = { atWork: 1, loading: 2, importing: 3 } as const

type Mode = 'pg_advisory_lock' | 'pg_advisory_lock_shared' | 'pg_try_advisory_lock'

/** Takes an advisory lock on a connection of its own; the way to let go of it, or undefined when it was not to be had. */
async function take(database: Database, place: keyof typeof places, mode: Mode): Promise<(() => void) | undefined> {
  // The embedded folder has a lock of its own: whoever has it open is alone.
  if (database.engine.kind === 'embedded') return () => {}
  const client = await database.engine.pool.connect()
  const { rows } = await client.query(`select ${mode}($1, $2) as taken`, [mercat, places[place]])
  // Closed rather than handed back, because the lock lives as long as its connection.
  const release = () => client.release(true)
  if (rows[0]?.taken !== false) return release
  release()
  return undefined
}

/** Says that this process serves or works, until it lets go; it first waits for a restore to end. */
export async function announceWork(database: Database): Promise<() => void> {
  return (await take(database, 'atWork', 'pg_advisory_lock_shared')) ?? (() => {})
}

/** Runs what must have the database to itself; refused in a sentence while servers or workers use it. */
export async function withNobodyAtWork<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const release = await take(database, 'atWork', 'pg_try_advisory_lock')
  if (!release) {
    throw new MercatError(
      'conflict',
      'A server or a worker is using this database, and a restore replaces what it shows.',
      'Stop them, restore, and start them again.',
    )
  }
  return work().finally(release)
}

/** Runs what several processes may start at once but only one shall do at a time; the others wait. */
export async function oneAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const release = await take(database, 'loading', 'pg_advisory_lock')
  return work().finally(release)
}

const queues = new WeakMap<Database, Promise<unknown>>()

/** Runs an import that keeps rows on their way in: one after another, in this process and in others. */
export async function oneImportAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  // Within the process they queue before they ask for the lock, so that those who wait hold no connection.
  const mine = (queues.get(database) ?? Promise.resolve()).then(async () => {
    const release = await take(database, 'importing', 'pg_advisory_lock')
    return work().finally(release)
  })
  queues.set(
    database,
    mine.catch(() => {}),
  )
  return mine
}
