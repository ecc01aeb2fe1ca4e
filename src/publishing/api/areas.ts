import { createRoute, z } from '@hono/zod-openapi'
import { invalid } from '../../core/errors/index.ts'
import { declare } from '../../core/http/index.ts'
import type { StatementData } from '../queries/statement-data.ts'
import { answer, pageSchema, troubles } from './answers.ts'
import { pageAfter } from './paging.ts'
import { afterParameter, limitParameter, partnershipParameter, textParameter } from './parameters.ts'

const usual = 500

const area = z
  .object({
    code: z.string().openapi({ example: 'S13002936' }),
    name: z.string(),
    kind: z.string().openapi({ example: 'ward' }),
    parents: z
      .array(z.object({ hierarchy: z.string(), code: z.string(), name: z.string() }))
      .readonly()
      .openapi({ description: 'The area above it in each hierarchy that it stands in.' }),
  })
  .openapi('Area')

/** `GET /api/v1/areas` */
export const areasRoute = createRoute({
  method: 'get',
  path: '/api/v1/areas',
  operationId: 'listAreas',
  summary: 'Areas that a partnership works with',
  middleware: [declare('public.read', 'api.areas')] as const,
  request: {
    query: z.strictObject({
      partnership: partnershipParameter,
      kind: textParameter('kind', 'Only areas of this kind, such as ward or council.', 'ward'),
      limit: limitParameter(usual, 1000),
      after: afterParameter,
    }),
  },
  responses: { 200: answer('A page of areas.', pageSchema('Areas', area)), ...troubles },
})

/** What a caller asks of the areas. */
export interface AreasAsked {
  readonly kind?: string | undefined
  readonly limit?: number | undefined
  readonly after?: string | undefined
}

/** A page of the areas of a partnership, by kind and code; a kind that none of them has is refused by name. */
export async function areasPage(data: StatementData, { kind, limit = usual, after }: AreasAsked) {
  const all = (await data.areas()).toSorted((a, b) => (areaKey(a) < areaKey(b) ? -1 : 1))
  const wanted = kind === undefined ? all : all.filter((one) => one.kind === kind)
  if (kind !== undefined && wanted.length === 0) {
    const kinds = [...new Set(all.map((one) => one.kind))].join(', ')
    throw invalid(
      `The parameter “kind” is “${kind}”, and ${data.partnership.title} has no area of this kind.`,
      `Its areas are of these kinds: ${kinds || 'none yet'}.`,
    )
  }
  const page = pageAfter(wanted, areaKey, after, limit)
  return { ...page, items: page.items.map(({ code, name, kind: of, parents }) => ({ code, name, kind: of, parents })) }
}

const areaKey = ({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`
