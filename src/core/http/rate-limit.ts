import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { MercatError } from '../errors/index.ts'
import type { MercatContext, MercatEnv } from './env.ts'
import { networkOf } from './network-of.ts'

/** Requests that change something, a minute and address. */
const changesPerMinute = 120
/** Requests that only read, a minute and address. */
const readsPerMinute = 3000

/** Bounds how much one address may ask for, so that one caller can't take the service from the rest. */
export function rateLimit(): MiddlewareHandler<MercatEnv> {
  const changes = new RateLimiterMemory({ points: changesPerMinute, duration: 60 })
  const reads = new RateLimiterMemory({ points: readsPerMinute, duration: 60 })
  return async (c, next) => {
    const address = clientAddress(c)
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    // Without a proxy, loopback is this machine's own operator: benchmarks and health checks.
    if (!(reading && isLoopback(address))) {
      try {
        await (reading ? reads : changes).consume(networkOf(address))
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        c.header('Retry-After', String(Math.ceil(refused.msBeforeNext / 1000)))
        throw new MercatError(
          'too-many',
          'There were too many requests from your address.',
          'Wait a minute and try again.',
        )
      }
    }
    await next()
  }
}

const isLoopback = (address: string) =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')

/** The client's address: the connection's own, or the one that the trusted proxies in front pass on. */
export function clientAddress(c: MercatContext): string {
  const { trustedProxies } = c.var.config
  if (trustedProxies > 0) {
    // Each proxy adds the address it saw at the end, so counting from the end cannot be forged by the client.
    const chain = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
    const seen = chain.at(-trustedProxies)
    // Some proxies add the port, which is another one for every connection.
    if (seen) return seen.replace(/^([\d.]+):\d+$/, '$1').replace(/^\[(.+)\](:\d+)?$/, '$1')
  }
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : '127.0.0.1'
}
