import type { OpenAPIHono } from '@hono/zod-openapi'
import { allPartnerships, partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { declare, type MercatContext, type MercatEnv, newApi } from '../core/http/index.ts'
import { areasPage, areasRoute } from './api/areas.ts'
import { figuresPage, figuresRoute } from './api/figures.ts'
import { openToAll } from './api/open-to-all.ts'
import { partnershipItem, partnershipsRoute } from './api/partnerships.ts'
import { sourceItems, sourcesRoute } from './api/sources.ts'
import { openApiPath } from './paths.ts'
import { type StatementData, statementData } from './queries/statement-data.ts'

/**
 * The JSON interface: what the pages show, for programs; described at `/api/v1/openapi.json`, with what only those may
 * ask for who have a key.
 */
export function apiRoutes(withKey: readonly OpenAPIHono<MercatEnv>[] = []): OpenAPIHono<MercatEnv> {
  const api = newApi()
  // First, for what they answer is not open to all.
  for (const routes of withKey) api.route('/', routes)
  api.use('/api/v1/*', openToAll)
  api.openapi(figuresRoute, async (c) => {
    const { partnership, ...asked } = c.req.valid('query')
    return c.json(await reading(c, partnership, (data) => figuresPage(data, asked)), 200)
  })
  api.openapi(areasRoute, async (c) => {
    const { partnership, ...asked } = c.req.valid('query')
    return c.json(await reading(c, partnership, (data) => areasPage(data, asked)), 200)
  })
  api.openapi(partnershipsRoute, async (c) => {
    const partnerships = await asActor(c.var.database, publicActor, allPartnerships)
    return c.json({ items: partnerships.map(partnershipItem) }, 200)
  })
  api.openapi(sourcesRoute, async (c) => c.json(await reading(c, c.req.valid('query').partnership, sourceItems), 200))
  api.get(openApiPath(), declare('public.read', 'api.description'), (c) =>
    c.json(api.getOpenAPI31Document(description)),
  )
  return api
}

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Mercat',
    version: '1',
    description:
      'Market position statements of health and social care partnerships as data: every figure with its unit, period, area, method, sources and licences. With a key of a provider: its offers, its answers to them, and its capacity.',
    license: { name: 'The interface is open; the licence of each figure is that of its sources.' },
  },
  servers: [{ url: '/' }],
}

/** Reads what an answer needs of one partnership in one transaction. */
const reading = <T>(c: MercatContext, slug: string, read: (data: StatementData) => Promise<T>): Promise<T> =>
  asActor(c.var.database, publicActor, async (db) => read(statementData(db, await partnershipBySlug(db, slug))))
