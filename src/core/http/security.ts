import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { matchedRoutes } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { Config } from '../config/index.ts'
import { MercatError } from '../errors/index.ts'
import { declarationOf } from './declare.ts'
import type { MercatContext, MercatEnv } from './env.ts'

/** Headers on every answer: nothing from other sites runs here, and no other site frames this one. */
export const securityHeaders = (config: Config): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    // Only a site that is really served over HTTPS may promise it.
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
  })

/** The largest body that an ordinary request may carry; a route that takes more declares its own bound. */
const ordinaryBody = 256 * 1024

/** Refuses a larger body than its route takes, before it is read. */
export const bodyBound = (): MiddlewareHandler<MercatEnv> => (c, next) => {
  const declared = matchedRoutes(c).map(({ handler }) => declarationOf(handler)?.body ?? 0)
  const bytes = Math.max(ordinaryBody, ...declared)
  const refuse = bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new MercatError(
        'too-large',
        `What was sent is larger than the ${Math.round(bytes / 1024)} kB that this page takes.`,
      )
    },
  })
  return refuse(c, next)
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a change that another site asks for: a browser says where a request came from, and it must be here. */
export const sameOrigin =
  (config: Config): MiddlewareHandler<MercatEnv> =>
  async (c, next) => {
    if (
      !safe.has(c.req.method) &&
      isAnswered(c) &&
      // A program says who asks with its key, and no browser sends one by itself; a cookie beside it counts for nothing.
      c.req.header('authorization') === undefined &&
      !comesFromHere(c.req.header('origin'), c.req.header('sec-fetch-site'), hostsOf(config, c.req.url))
    ) {
      throw new MercatError('forbidden', 'This request came from another site, so nothing was changed.')
    }
    await next()
  }

/** Whether a route takes this method here; where none does the answer is 404 or 405, whoever asks. */
const isAnswered = (c: MercatContext): boolean =>
  matchedRoutes(c).some(({ method, handler }) => method !== 'ALL' || declarationOf(handler) !== undefined)

function hostsOf(config: Config, url: string): string[] {
  const own = new URL(url).origin
  return config.publicUrl ? [new URL(config.publicUrl).origin] : [own]
}

/** Whether the browser says that a request was made by this site; a request with neither header is refused. */
export function comesFromHere(
  origin: string | undefined,
  fetchSite: string | undefined,
  own: readonly string[],
): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false
  if (origin !== undefined) return own.includes(origin)
  return fetchSite === 'same-origin'
}
