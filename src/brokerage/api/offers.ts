import { createRoute, z } from '@hono/zod-openapi'
import { asActor } from '../../core/db/index.ts'
import { conflict } from '../../core/errors/index.ts'
import { apiAnswer, declare, type MercatContext, type newApi, ownOrganisation } from '../../core/http/index.ts'
import { answerOwn } from '../provider/commands/answer-own.ts'
import { noted } from '../provider/not-own-routes.ts'
import { offerContent } from '../provider/queries/offer-content.ts'
import { type OwnOffer, ownOffers } from '../provider/queries/own-offers.ts'
import type { OfferContent } from '../provider/views/offer-content.ts'
import { answerSchema, offerItem, offerSchema } from './offer-schema.ts'
import { keyTroubles, limitParameter, security } from './with-key.ts'

const usual = 50

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/offers',
  operationId: 'listOffers',
  summary: 'Offers to a provider, in every partnership',
  description: 'The newest first, a page at a time. Those that can still be answered, unless the others are asked for.',
  security,
  middleware: [declare('provider.own', 'api.offers')] as const,
  request: {
    query: z.strictObject({
      state: z
        .enum(['live', 'over'], 'The parameter “state” must be live or over.')
        .default('live')
        .openapi({ description: 'Those that can still be answered, or the others.' }),
      limit: limitParameter(usual, 200),
      after: z.uuid('The parameter “after” must be what the page before gave as “next”.').optional(),
    }),
  },
  responses: {
    200: apiAnswer(
      'A page of offers.',
      z.object({ items: z.array(offerItem).readonly(), next: z.string().nullable() }).openapi('Offers'),
    ),
    ...keyTroubles,
  },
})

const one = z.object({
  partnership: z.string().openapi({ example: 'west-lothian' }),
  reference: z.string().openapi({ example: 'WL-OFF-02209' }),
})

const offerRoute = createRoute({
  method: 'get',
  path: '/api/v1/offers/{partnership}/{reference}',
  operationId: 'getOffer',
  summary: 'One offer, with all that you have been told',
  security,
  middleware: [declare('provider.own', 'api.offer')] as const,
  request: { params: one },
  responses: { 200: apiAnswer('The offer.', offerSchema), ...keyTroubles },
})

const answerRoute = createRoute({
  method: 'post',
  path: '/api/v1/offers/{partnership}/{reference}/answers',
  operationId: 'answerOffer',
  summary: 'Answer an offer',
  description:
    'Accept all or part, decline, show interest, ask, or propose. The answer is the offer as it then stands.',
  security,
  middleware: [declare('provider.own', 'api.answer')] as const,
  request: { params: one, body: { required: true, content: { 'application/json': { schema: answerSchema } } } },
  responses: { 200: apiAnswer('The offer after the answer.', offerSchema), ...keyTroubles },
})

/** What programs of providers read of their offers, and how they answer. */
export function offersApi(api: ReturnType<typeof newApi>): void {
  api.openapi(listRoute, async (c) => {
    const { actor } = ownOrganisation(c)
    const { state, limit = usual, after } = c.req.valid('query')
    const asked = { organisationId: actor.organisationId, live: state === 'live', limit: limit + 1, before: after }
    const found = await asActor(c.var.database, actor, (db) => ownOffers(db, asked))
    const items = found.slice(0, limit)
    return c.json({ items: items.map(itemOf), next: found.length > limit ? (items.at(-1)?.id ?? null) : null }, 200)
  })
  api.openapi(offerRoute, async (c) => c.json(await offerOf(c, c.req.valid('param')), 200))
  api.openapi(answerRoute, async (c) => {
    const { actor } = ownOrganisation(c)
    const asked = c.req.valid('param')
    const at = c.var.clock.now()
    const { partnership, offer } = await contentOf(c, asked)
    const answer = c.req.valid('json')
    const outcome = await answerOwn(c.var.database, actor, {
      partnershipId: partnership.id,
      offerId: offer.id,
      answer,
      at,
    })
    if (outcome.outcome === 'refused') throw conflict(outcome.sentence)
    return c.json(await offerOf(c, asked), 200)
  })
}

const contentOf = (
  c: MercatContext,
  { partnership, reference }: z.infer<typeof one>,
): Promise<Omit<OfferContent, 'form'>> =>
  offerContent(c.var.database, ownOrganisation(c).actor, {
    slug: partnership,
    reference,
    now: c.var.clock.now(),
  }).catch(noted(c))

async function offerOf(c: MercatContext, asked: z.infer<typeof one>): Promise<z.input<typeof offerSchema>> {
  const { partnership, offer, told, left } = await contentOf(c, asked)
  return {
    ...itemOf({ ...offer, partnership }),
    priceWhy: offer.priceWhy,
    left: left.map((line) => ({ ...line, days: [...line.days] })),
    questions: told.questions.map(({ words, askedAt, answer }) => ({ words, askedAt: askedAt.toISOString(), answer })),
    penPicture: told.penPicture,
    person: told.person,
    placement: told.placement?.reference ?? null,
  }
}

const itemOf = ({ partnership, reference, ask, ...offer }: OwnOffer): z.input<typeof offerItem> => ({
  partnership: partnership.slug,
  reference,
  state: offer.state,
  sentAt: offer.sentAt.toISOString(),
  dueAt: offer.dueAt?.toISOString() ?? null,
  restsWithMinutes: offer.leftMinutes,
  answeredAt: offer.answeredAt?.toISOString() ?? null,
  serviceType: ask.serviceType,
  district: ask.district,
  visits: ask.lines.map((line) => ({ ...line, days: [...line.days] })),
  needs: ask.needs,
  startBy: ask.startBy,
  shortTermUntil: offer.shortTermUntil,
  origin: ask.origin,
  weeklyMinutes: offer.weeklyMinutes,
  weeklyPence: offer.weeklyPence,
  acceptedMinutes: offer.acceptedMinutes,
  reason: offer.reason,
  href: `/api/v1/offers/${partnership.slug}/${encodeURIComponent(reference)}`,
})
