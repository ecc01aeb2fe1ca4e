import { createRoute, z } from '@hono/zod-openapi'
import type { Partnership } from '../../core/auth/index.ts'
import { declare } from '../../core/http/index.ts'
import { homePath } from '../paths.ts'
import { answer, troubles } from './answers.ts'

const partnership = z
  .object({
    slug: z.string().openapi({ description: 'Its name in addresses.', example: 'west-lothian' }),
    title: z.string().openapi({ example: 'West Lothian' }),
    name: z.string().openapi({ example: 'West Lothian Health and Social Care Partnership' }),
    kind: z.enum(['health-and-social-care-partnership', 'council']),
    nation: z.enum(['scotland', 'england']),
    area: z.string().openapi({ description: 'The code of the area that it serves.', example: 'S12000040' }),
    website: z.string().nullable(),
    demonstration: z.boolean().openapi({ description: 'Made from published documents to show the product.' }),
    href: z.string().openapi({ description: 'The address of its statement on this site.' }),
  })
  .openapi('Partnership')

/** `GET /api/v1/partnerships` */
export const partnershipsRoute = createRoute({
  method: 'get',
  path: '/api/v1/partnerships',
  operationId: 'listPartnerships',
  summary: 'Every partnership that publishes here',
  middleware: [declare('public.read', 'api.partnerships')] as const,
  request: { query: z.strictObject({}) },
  responses: {
    200: answer('All of them, by title.', z.object({ items: z.array(partnership).readonly() }).openapi('Partnerships')),
    422: troubles[422],
    429: troubles[429],
  },
})

/** A partnership as the interface gives it. */
export const partnershipItem = ({
  slug,
  title,
  name,
  kind,
  nation,
  areaCode,
  website,
  demonstration,
}: Partnership) => ({
  slug,
  title,
  name,
  kind,
  nation,
  area: areaCode,
  website,
  demonstration,
  href: homePath(slug),
})
