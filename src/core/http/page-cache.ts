import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { publicActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { londonDate, sha256 } from '../values/index.ts'
import { isHeld, packedTag, takesGzip } from './conditional.ts'
import { dataVersion } from './data-version.ts'
import type { MercatContext, MercatEnv } from './env.ts'
import { sharedLoad } from './shared-load.ts'

interface Kept {
  version: string
  etag: string
  headers: readonly (readonly [string, string])[]
  plain: Uint8Array<ArrayBuffer>
  /** Packed once, for the first browser that takes it so. */
  packed?: Promise<Uint8Array<ArrayBuffer>>
}

/** Memory that kept pages may take, bytes. */
const bound = 64 * 1024 * 1024
const pack = promisify(gzip)
/** Stands for all partnerships where a slug would stand. */
const everything = ''

/** Addresses whose first segment is not a partnership. */
export const reservedSegments = ['api', 'health', 'sign-in', 'account', 'provider', 'admin', 'design-system', 'static']

/** Serves a public page again from memory, or with 304, as long as the version of the data is the one it was made from. */
export function pageCache(): MiddlewareHandler<MercatEnv> {
  const kept = new LRUCache<string, Kept>({
    maxSize: bound,
    // The packed form is a fraction of the plain one and comes later.
    sizeCalculation: ({ plain }) => Math.ceil(plain.length * 1.3) + 512,
  })
  const versions = new WeakMap<Database, (slug: string) => Promise<string>>()
  const versionOf = (database: Database, slug: string) => {
    const load =
      versions.get(database) ??
      sharedLoad((key) => asActor(database, publicActor, (db) => dataVersion(db, key === everything ? undefined : key)))
    versions.set(database, load)
    return load(slug)
  }
  return async (c, next) => {
    if (!cacheable(c)) return next()
    const key = c.req.url
    // The day belongs to it as well, because pages say as at when they are shown.
    const day = dayAt(c.var.clock.now())
    const version = `${day} ${await versionOf(c.var.database, partnershipOf(c) ?? everything)}`
    const held = kept.get(key)
    if (held?.version === version) return answer(c, held)
    await next()
    const fresh = isKeepable(c.res) ? await keep(c.res, version) : undefined
    if (!fresh) return
    kept.set(key, fresh)
    // Taken away first, or the old answer's headers would be merged into the new one's.
    c.res = undefined
    c.res = await answer(c, fresh)
  }
}

/** The day in London, worked out once an hour: at every whole hour a new one may have begun. */
const dayAt = (() => {
  let [hour, day] = [Number.NaN, '']
  return (now: Date): string => {
    const current = Math.floor(now.getTime() / 3_600_000)
    if (current !== hour) [hour, day] = [current, londonDate(now)]
    return day
  }
})()

const cacheable = (c: MercatContext) =>
  (c.req.method === 'GET' || c.req.method === 'HEAD') &&
  c.var.actor.kind === 'public' &&
  c.var.signedIn === undefined &&
  !/^\/(health|static|sign-in|account)(\/|$)/.test(c.req.path)

/** An answer that says that it must not be stored, such as a stream of events, is passed on as it is. */
const isKeepable = ({ status, headers }: Response) =>
  status === 200 && !headers.get('cache-control')?.includes('no-store')

function partnershipOf(c: MercatContext): string | undefined {
  const first = c.req.path.split('/')[1] ?? ''
  if (first === '') return undefined
  return reservedSegments.includes(first) ? c.req.query('partnership') : first
}

/** What a handler may say of its answer; everything else is said again for each request. */
const keptHeaders = ['content-type', 'content-disposition', 'access-control-allow-origin', 'link']

async function keep(response: Response, version: string): Promise<Kept> {
  const plain = new Uint8Array(await response.arrayBuffer())
  return {
    version,
    etag: `"${sha256(plain).slice(0, 24)}"`,
    headers: keptHeaders.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    }),
    plain,
  }
}

async function answer(c: MercatContext, held: Kept): Promise<Response> {
  const zipped = takesGzip(c)
  const etag = zipped ? packedTag(held.etag) : held.etag
  const headers = new Headers({
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': 'public, max-age=0, must-revalidate',
  })
  if (isHeld(c, etag)) return new Response(null, { status: 304, headers })
  for (const [name, value] of held.headers) headers.set(name, value)
  if (!zipped) return new Response(held.plain, { headers })
  headers.set('Content-Encoding', 'gzip')
  held.packed ??= pack(held.plain).then((packed) => new Uint8Array(packed))
  return new Response(await held.packed, { headers })
}
