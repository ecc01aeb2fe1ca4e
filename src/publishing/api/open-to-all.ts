import type { MiddlewareHandler } from 'hono'
import type { MercatEnv } from '../../core/http/index.ts'

/** Lets the pages of any site read an answer: what is published here is for everyone, and carries no one's identity. */
export const openToAll: MiddlewareHandler<MercatEnv> = async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*')
  await next()
}
