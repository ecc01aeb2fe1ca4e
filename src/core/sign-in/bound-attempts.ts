import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { MercatError } from '../errors/index.ts'
import { clientAddress, type MercatEnv, networkOf } from '../http/index.ts'

/** Attempts at the door within a quarter of an hour from one address: an office behind one address has many people. */
const attempts = 60

/** Bounds how often one address may try passwords, codes and links, whoever it names. */
export function boundAttempts(): MiddlewareHandler<MercatEnv> {
  const limiter = new RateLimiterMemory({ points: attempts, duration: 15 * 60 })
  return async (c, next) => {
    try {
      await limiter.consume(networkOf(clientAddress(c)))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      c.header('Retry-After', String(Math.ceil(refused.msBeforeNext / 1000)))
      throw new MercatError(
        'too-many',
        'There were too many attempts to sign in from your address.',
        'Wait a quarter of an hour and try again.',
      )
    }
    await next()
  }
}
