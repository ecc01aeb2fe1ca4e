import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'kysely'
import { application, startingApplication } from './app.tsx'
import { type CommandContext, say } from './commands/context.ts'
import { progressBar } from './commands/progress.ts'
import { publicActor } from './core/auth/index.ts'
import { announceWork, asActor, type Database, FolderHeld, oneAtATime, tables } from './core/db/index.ts'
import { MercatError } from './core/errors/index.ts'
import { listenForOrders } from './core/hand-off/index.ts'
import { endLiveEvents, listen, type Readiness, type Services } from './core/http/index.ts'
import { loadDemonstration, shouldLoadDemonstration } from './demonstration.ts'
import { prepare } from './prepare.ts'
import { given, stopSignal } from './stop-signal.ts'
import { startWork } from './worker.ts'

/** Serves until told to stop: opens the data, answers `/health` while it prepares, then opens the doors. */
export async function serve(context: CommandContext, options: { json?: boolean } = {}): Promise<void> {
  const config = context.config()
  const database = await openForServing(context)
  const readiness: Readiness = { ready: false, doing: 'migrating the database', progress: null }
  const services: Services = { database, clock: context.clock, config, log: context.log() }
  let current = startingApplication(services, readiness)
  const server = createAdaptorServer({ fetch: (request, env) => current.fetch(request, env) }) as Server
  const stop = stopSignal()
  const closing: (() => Promise<void>)[] = []
  try {
    const address = await listen(server, config.host, config.port)
    closing.unshift(() => {
      endLiveEvents(database)
      return closeServer(server)
    })
    const leave = await announceWork(database)
    closing.push(async () => leave())
    await makeReady(context, database, readiness, stop)
    const work = await startWork(services)
    closing.push(() => work.stop())
    if (config.store.kind === 'embedded') closing.unshift(await takeOrders(config.store.folder, context, database))
    current = application(services, readiness, () => databaseAnswers(database))
    readiness.ready = true
    say(context, options, { address }, `Mercat is ready: ${address}`)
    await given(stop)
  } catch (error) {
    if (!stop.aborted) throw error
  } finally {
    for (const close of closing) await close()
  }
}

async function openForServing(context: CommandContext): Promise<Database> {
  try {
    return await context.database()
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error
    throw new MercatError(
      'unavailable',
      `The data folder ${error.folder} is in use by another mercat process, and only one may write there.`,
      'Stop that one first, or give this one a folder of its own with MERCAT_DATA_DIR.',
    )
  }
}

async function makeReady(
  context: CommandContext,
  database: Database,
  readiness: Readiness,
  stop: AbortSignal,
): Promise<void> {
  await prepare(database)
  stop.throwIfAborted()
  await oneAtATime(database, () => loadWhereWanted(context, database, readiness, stop))
}

/** Loads the demonstration where it belongs; asked again inside the lock, because another server may have loaded it meanwhile. */
async function loadWhereWanted(
  context: CommandContext,
  database: Database,
  readiness: Readiness,
  stop: AbortSignal,
): Promise<void> {
  if (!(await shouldLoadDemonstration(database, context.config()))) return
  const draw = progressBar(context.io)
  const onProgress = (share: number, doing: string) => {
    // Between two files: what is loaded stays, and the next start loads the rest.
    stop.throwIfAborted()
    readiness.doing = `loading the demonstration: ${doing}`
    readiness.progress = share
    draw(share, doing)
  }
  await loadDemonstration(database, context.clock, onProgress)
}

/** Commands that find the folder held come here and run on the database that is open already; returns how to stop taking them. */
async function takeOrders(folder: string, context: CommandContext, database: Database): Promise<() => Promise<void>> {
  const env = { ...context.io.env, MERCAT_DATA_DIR: folder }
  try {
    const orders = await listenForOrders(folder, ({ argv, cwd, interactive }, write) => {
      const [out, err] = [(text: string) => write({ out: text }), (text: string) => write({ err: text })]
      return context.runOn(database, argv, { out, err, cwd, env, interactive })
    })
    return orders.close
  } catch (error) {
    // Something else stands where the socket belongs; pages are worth more than commands.
    context.log().warn({ err: error }, 'Commands can’t be handed to this server while it runs.')
    return async () => {}
  }
}

const databaseAnswers = async (database: Database): Promise<void> => {
  await asActor(database, publicActor, (db) => sql`select 1`.execute(tables<Record<string, never>>()(db)))
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Whoever still reads after five seconds is cut off; work already acknowledged is in the database.
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })
}
