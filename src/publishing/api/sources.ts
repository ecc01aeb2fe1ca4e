import { createRoute, z } from '@hono/zod-openapi'
import { declare } from '../../core/http/index.ts'
import { sourcePath } from '../paths.ts'
import type { StatementData } from '../queries/statement-data.ts'
import { sourcesUsed } from '../queries/tables/index.ts'
import { answer, troubles } from './answers.ts'
import { partnershipParameter } from './parameters.ts'

const source = z
  .object({
    key: z.string(),
    title: z.string(),
    publisher: z.string(),
    published: z.string().nullable().openapi({ description: 'A year, month or date, as exact as is known.' }),
    edition: z.string().nullable(),
    licence: z.string(),
    licenceUrl: z.string().nullable(),
    url: z.string().nullable(),
    note: z.string().nullable(),
    href: z.string().openapi({ description: 'The address of its page on this site.' }),
  })
  .openapi('Source')

/** `GET /api/v1/sources` */
export const sourcesRoute = createRoute({
  method: 'get',
  path: '/api/v1/sources',
  operationId: 'listSources',
  summary: 'Everything published that a statement draws on',
  middleware: [declare('public.read', 'api.sources')] as const,
  request: { query: z.strictObject({ partnership: partnershipParameter }) },
  responses: {
    200: answer('All of them, by key.', z.object({ items: z.array(source).readonly() }).openapi('Sources')),
    404: troubles[404],
    422: troubles[422],
    429: troubles[429],
  },
})

/** The sources of a partnership's statement with their addresses. */
export const sourceItems = async (data: StatementData) => ({
  items: (await sourcesUsed(data)).map((one) => ({ ...one, href: sourcePath(data.partnership.slug, one.key) })),
})
