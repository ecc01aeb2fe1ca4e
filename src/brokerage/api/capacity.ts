import { createRoute, z } from '@hono/zod-openapi'
import { asActor } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { apiAnswer, declare, type MercatContext, type newApi, ownOrganisation } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { declareOwn } from '../provider/commands/declare-own.ts'
import { type CapacityArea, capacityAreas } from '../provider/queries/capacity-areas.ts'
import { type Band, bands } from '../visit-line.ts'
import { keyTroubles, security } from './with-key.ts'

const perBand = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject(Object.fromEntries(bands.map((band) => [band, schema])) as Record<Band, Schema>)

const areaSchema = z
  .object({
    partnership: z.string().openapi({ example: 'west-lothian' }),
    serviceType: z.string().openapi({ example: 'care-at-home' }),
    area: z.string().openapi({ example: 'S12000040' }),
    name: z.string(),
    declaredAt: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'Null while nothing is declared: nothing limits then.' }),
    bands: perBand(
      z.object({
        declared: z.int().nullable().openapi({ description: 'Carers’ minutes a week in all.' }),
        committed: z.int().openapi({ description: 'Those of them that are given already.' }),
      }),
    ),
  })
  .openapi('CapacityArea')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/capacity',
  operationId: 'listCapacity',
  summary: 'What a provider declared and gives, by area and part of the day',
  security,
  middleware: [declare('provider.own', 'api.capacity')] as const,
  request: { query: z.strictObject({}) },
  responses: {
    200: apiAnswer('Every area.', z.object({ items: z.array(areaSchema).readonly() }).openapi('Capacity')),
    ...keyTroubles,
  },
})

const sentence = 'Each part of the day must be a whole number of minutes a week, from 0 to 1,200,000.'

const declareRoute = createRoute({
  method: 'put',
  path: '/api/v1/capacity/{partnership}/{serviceType}/{area}',
  operationId: 'declareCapacity',
  summary: 'Declare what you can give in an area',
  description:
    'Carers’ minutes a week in each part of the day, those already given included. Lower than those is refused.',
  security,
  middleware: [declare('provider.own', 'api.declare-capacity')] as const,
  request: {
    params: z.object({ partnership: z.string(), serviceType: z.string(), area: z.string() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: perBand(z.int(sentence).min(0, sentence).max(1_200_000, sentence)).openapi('MinutesByBand'),
        },
      },
    },
  },
  responses: { 200: apiAnswer('The area as it then stands.', areaSchema), ...keyTroubles },
})

/** How programs of providers read and declare capacity. */
export function capacityApi(api: ReturnType<typeof newApi>): void {
  api.openapi(listRoute, async (c) => c.json({ items: (await areasOf(c)).map(itemOf) }, 200))
  api.openapi(declareRoute, async (c) => {
    const asked = c.req.valid('param')
    const area = find(await areasOf(c), asked)
    const outcome = await declareOwn(c.var.database, ownOrganisation(c).actor, {
      area,
      minutesByBand: c.req.valid('json'),
      at: c.var.clock.now(),
    })
    if (outcome.outcome === 'refused') throw invalid(outcome.problems.map((problem) => problem.sentence).join(' '))
    return c.json(itemOf(find(await areasOf(c), asked)), 200)
  })
}

function areasOf(c: MercatContext): Promise<CapacityArea[]> {
  const { actor } = ownOrganisation(c)
  const asked = { organisationId: actor.organisationId, on: londonDate(c.var.clock.now()) }
  return asActor(c.var.database, actor, (db) => capacityAreas(db, asked))
}

function find(
  areas: readonly CapacityArea[],
  asked: { readonly partnership: string; readonly serviceType: string; readonly area: string },
): CapacityArea {
  const found = areas.find(
    ({ partnership, serviceType, area }) =>
      partnership.slug === asked.partnership && serviceType === asked.serviceType && area === asked.area,
  )
  if (!found) throw notFound('An area that your lots serve')
  return found
}

const itemOf = ({ partnership, serviceType, area, name, declaredAt, bands: numbers }: CapacityArea) => ({
  partnership: partnership.slug,
  serviceType,
  area,
  name,
  declaredAt: declaredAt?.toISOString() ?? null,
  bands: numbers,
})
