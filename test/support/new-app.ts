import type { Hono } from 'hono'
import { actorOfKey } from '../../src/brokerage/index.ts'
import { readConfig } from '../../src/core/config/index.ts'
import type { Database } from '../../src/core/db/index.ts'
import { type MercatEnv, newApp, type Services } from '../../src/core/http/index.ts'
import { newLog } from '../../src/core/log/index.ts'
import { errorPage } from '../../src/core/ui/pages/index.ts'
import { organisationNames } from '../../src/providers/index.ts'
import { newDatabase } from './new-database.ts'

/** An evening in Scotland on which tests happen. */
export const testNow = new Date('2026-11-22T18:00:00Z')

/** What a process would give to requests, with a fixed clock and no log. */
export const newServices = (database: Database, over: Partial<Services> = {}): Services => ({
  database,
  clock: { now: () => testNow },
  config: readConfig({ MERCAT_SECRET: 'a secret that only tests know and nobody else' }, '.'),
  log: newLog('silent', () => {}),
  ...over,
})

/** An application with everything that requests go through, and the routes that a test mounts; on the given database, or one of its own. */
export async function newTestApp(
  routes: readonly Hono<MercatEnv>[],
  over: Partial<Services> = {},
): Promise<{ app: Hono<MercatEnv>; database: Database }> {
  const database = over.database ?? (await newDatabase())
  const app = newApp(newServices(database, over), errorPage, { organisationNames, actorOfToken: actorOfKey })
  for (const each of routes) app.route('/', each)
  return { app, database }
}
