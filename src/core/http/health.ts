import { Hono } from 'hono'
import { declare } from './declare.ts'
import type { MercatEnv } from './env.ts'

/** How far the process has come, as `/health` tells it. */
export interface Readiness {
  ready: boolean
  /** What it is doing while it is not ready: "loading the demonstration". */
  doing: string
  /** From 0 to 1, when it can be told. */
  progress: number | null
}

/** `/health/live`: the process answers. `/health`: it is migrated and loaded, and its database answers. */
export function healthRoutes(readiness: Readiness, check: () => Promise<void>): Hono<MercatEnv> {
  return new Hono<MercatEnv>()
    .get('/health/live', declare('public.health', 'health.live'), (c) => c.json({ status: 'live' }))
    .get('/health', declare('public.health', 'health.ready'), async (c) => {
      c.header('Cache-Control', 'no-store')
      if (!readiness.ready)
        return c.json({ status: 'starting', doing: readiness.doing, progress: readiness.progress }, 503)
      try {
        await check()
        return c.json({ status: 'ready' })
      } catch {
        return c.json({ status: 'unavailable', doing: 'waiting for the database', progress: null }, 503)
      }
    })
}
