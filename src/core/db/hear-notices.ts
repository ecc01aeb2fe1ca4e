import { AsyncLocalStorage } from 'node:async_hooks'
import { Client } from 'pg'
import type { Database } from './database.ts'

/** Milliseconds after which a connection that broke is made again. */
const again = 5000

/** Somebody who hears what a database notifies of. */
export interface Hearing {
  /** Whether notices arrive; while they don't, whoever has to know looks for themselves. */
  hears(): boolean
  stop(): void
}

/**
 * Hears the notices of a channel, each when the transaction that gave it was committed. On a server it takes a
 * connection of its own; notices given while that is being made are missed, so `heard` is told once when it stands.
 */
export const hearNotices = (database: Database, channel: string, heard: () => void): Hearing =>
  database.engine.kind === 'embedded'
    ? hearEmbedded(database.engine, channel, heard)
    : hearServer(database.engine, channel, heard)

function hearServer({ pool }: Extract<Database['engine'], { kind: 'postgres' }>, channel: string, heard: () => void) {
  let client: Client | undefined
  let hears = false
  let stopped = false
  const connect = async (): Promise<void> => {
    const mine = new Client({ ...pool.options, keepAlive: true })
    client = mine
    let lost = false
    const lose = () => {
      if (lost) return
      lost = true
      hears = false
      mine.end().catch(() => {})
      if (!stopped) setTimeout(connect, again).unref()
    }
    mine.on('error', lose)
    mine.on('end', lose)
    mine.on('notification', heard)
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
      if (stopped || lost) return lose()
      hears = true
      heard()
    } catch {
      lose()
    }
  }
  void connect()
  return {
    hears: () => hears,
    stop: () => {
      stopped = true
      hears = false
      client?.end().catch(() => {})
    },
  }
}

function hearEmbedded(
  { pglite }: Extract<Database['engine'], { kind: 'embedded' }>,
  channel: string,
  heard: () => void,
) {
  let hears = false
  let stopped = false
  // The engine tells of a notice from within whatever transaction gave it, in which no other may be opened.
  const outside = AsyncLocalStorage.snapshot()
  // A database that is closed meanwhile needs no listener.
  const listening = pglite.listen(channel, () => outside(heard)).catch(() => undefined)
  void listening.then((leave) => {
    if (stopped || !leave) return
    hears = true
    heard()
  })
  return {
    hears: () => hears,
    stop: () => {
      stopped = true
      hears = false
      void listening.then((leave) => leave?.()).catch(() => {})
    },
  }
}
