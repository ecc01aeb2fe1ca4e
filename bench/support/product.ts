import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { application } from '../../src/app.tsx'
import { systemActor } from '../../src/core/auth/index.ts'
import { readConfig, type Store } from '../../src/core/config/index.ts'
import { asActor, type Database, openDatabase } from '../../src/core/db/index.ts'
import type { MercatEnv, Services } from '../../src/core/http/index.ts'
import { record } from '../../src/core/ledger/index.ts'
import { newLog } from '../../src/core/log/index.ts'
import { systemClock } from '../../src/core/values/index.ts'
import { loadDemonstration } from '../../src/demonstration.ts'
import { prepare } from '../../src/prepare.ts'

/** Opens a store, brings it up to date and loads the demonstration; the caller closes it. */
export async function openWithDemonstration(store: Store): Promise<Database> {
  const database = await openDatabase(store)
  await prepare(database)
  await loadDemonstration(database, systemClock)
  return database
}

/** What the process gives to requests and jobs, silent. */
export const quietServices = (database: Database): Services => ({
  database,
  clock: systemClock,
  config: readConfig({ MERCAT_LOG_LEVEL: 'silent' }, '.'),
  log: newLog('silent', () => {}),
})

/** The real application over a database, silent. */
export const productOver = (database: Database): Hono<MercatEnv> =>
  application(quietServices(database), { ready: true, doing: '', progress: null }, async () => {})

/** Moves the version of the shared data on, so that every page that was kept has to be made again. */
export const moveVersion = (database: Database): Promise<unknown> =>
  asActor(database, systemActor(), (db) =>
    record(db, systemActor(), new Date(), {
      event: 'bench.version-moved',
      subject: { kind: 'bench', id: randomUUID() },
    }),
  )
