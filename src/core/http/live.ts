import { publicActor } from '../auth/index.ts'
import { asActor, type Database, hearNotices } from '../db/index.ts'
import { MercatError } from '../errors/index.ts'
import { ledgerChannel } from '../ledger/index.ts'
import type { Log } from '../log/index.ts'
import { sha256 } from '../values/index.ts'
import { dataVersion } from './data-version.ts'
import type { MercatContext } from './env.ts'
import { type LiveBounds, livePlaces } from './live-places.ts'
import { type LookTimes, liveWatch, type Telling } from './live-watch.ts'
import { networkOf } from './network-of.ts'
import { clientAddress } from './rate-limit.ts'

/** Milliseconds between two looks, between two signs of life, and until a listener has to come again. */
interface LiveTimes extends LiveBounds, LookTimes {
  readonly beat: number
  readonly life: number
}

/** A whole office may come from one address. */
const usual: LiveTimes = {
  every: 1000,
  slowly: 15_000,
  gap: 200,
  beat: 20_000,
  life: 10 * 60_000,
  inAll: 1000,
  perAddress: 200,
}

/** Nothing on the way may keep, pack or gather events, and a stopping server need not wait for the connection. */
const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  Connection: 'close',
}

/** Messages that a listener may leave unread before it is taken for gone. */
const patience = 64

interface Live {
  events(c: MercatContext, topic: string, keyOf: () => Promise<string>, restless?: boolean): Response
  end(): void
}

/** What stands for a key at the browser: it tells whether two are the same, and nothing else. */
const markOf = (key: string): string => sha256(key).slice(0, 16)

/** The address that a region of a page listens to, with what the page was made from, so that no change falls in between. */
export const liveAddress = (path: string, key: string): string => `${path}?seen=${markOf(key)}`

/** Answers with events; `version` moves whenever anything does, and `telling` says so at once where it can. */
export function newLive(version: () => Promise<string>, log: Log, times = usual, telling?: Telling): Live {
  const places = livePlaces(times)
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'Changes can’t be followed.')
  const watch = liveWatch(version, times, onTrouble, telling)
  const open = new Set<() => void>()
  let ended = false
  return {
    events(c, topic, keyOf, restless) {
      if (c.req.method === 'HEAD') return c.body(null, 200, headers)
      const leave = ended ? undefined : places(networkOf(clientAddress(c)))
      if (!leave) {
        c.header('Retry-After', '30')
        throw new MercatError(
          'unavailable',
          'Too many pages that follow changes are open.',
          'Load the page to see them.',
        )
      }
      const seen = c.req.header('last-event-id') ?? c.req.query('seen')
      return c.body(
        listen(seen, times, leave, open, (tell) => watch(topic, keyOf, tell, restless)),
        200,
        headers,
      )
    },
    end() {
      ended = true
      for (const close of open) close()
    },
  }
}

/** One listener's events; `follow` tells it the key of its topic, now and whenever it changes. */
function listen(
  seen: string | undefined,
  { beat, life }: LiveTimes,
  leave: () => void,
  open: Set<() => void>,
  follow: (tell: (key: string) => void) => () => void,
): ReadableStream<Uint8Array> {
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      const bytes = new TextEncoder()
      const close = () => {
        stop()
        controller.close()
      }
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) > -patience) controller.enqueue(bytes.encode(text))
        else close()
      }
      let told = seen
      const forget = follow((key) => {
        const mark = markOf(key)
        if (mark === told) return
        told = mark
        write(`id: ${mark}\ndata: changed\n\n`)
      })
      const beating = setInterval(write, beat, ':\n\n').unref()
      // Not all of them should come again in the same second.
      const living = setTimeout(close, life * (0.8 + Math.random() * 0.2)).unref()
      stop = () => {
        clearInterval(beating)
        clearTimeout(living)
        forget()
        leave()
        open.delete(close)
      }
      open.add(close)
      write('retry: 3000\n\n')
    },
    cancel: () => stop(),
  })
}

const lives = new WeakMap<Database, Live>()

/**
 * Answers with server-sent events: one whenever the key of a topic changes, at once when the page was made from another.
 * `topic` names everything that the key depends on, for all who listen to it share the asking. A key that changes with
 * no entry in the ledger is noticed within a quarter of a minute, or within a second where the topic is restless.
 */
export function liveEvents(
  c: MercatContext,
  topic: string,
  keyOf: () => Promise<string>,
  { restless = false }: { readonly restless?: boolean } = {},
): Response {
  const { database, log } = c.var
  const live =
    lives.get(database) ??
    newLive(
      () => asActor(database, publicActor, (db) => dataVersion(db, undefined)),
      log,
      usual,
      (changed) => hearNotices(database, ledgerChannel, changed),
    )
  lives.set(database, live)
  return live.events(c, topic, keyOf, restless)
}

/** Ends all events of a server that stops, so that nobody's open page keeps it waiting. */
export const endLiveEvents = (database: Database): void => lives.get(database)?.end()
