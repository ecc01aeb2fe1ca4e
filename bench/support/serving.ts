import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { MercatEnv } from '../../src/core/http/index.ts'

/** Serves an application on a free port of this machine while work runs. */
export async function serving<T>(app: Hono<MercatEnv>, work: (url: string) => Promise<T>): Promise<T> {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
}
