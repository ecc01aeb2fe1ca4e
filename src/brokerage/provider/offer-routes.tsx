import { Hono } from 'hono'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { dateFields, readTyped, type Typed } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, ownOrganisation, page } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { isId } from '../../core/values/index.ts'
import type { Answer } from '../offers/answer.ts'
import { offerPath } from '../paths.ts'
import { answerOwn } from './commands/answer-own.ts'
import { firstAnswer, readAnswer } from './forms.ts'
import { noted } from './not-own-routes.ts'
import { type AnswerStep, answerPath, answerSteps } from './paths.ts'
import { offerContent } from './queries/offer-content.ts'
import { ownOffers } from './queries/own-offers.ts'
import { AnswerPage } from './views/answer-pages.tsx'
import type { OfferContent } from './views/offer-content.ts'
import { OfferPage } from './views/offer-page.tsx'
import { OffersPage } from './views/offers-page.tsx'

const perPage = 20
/** Live offers on the page; more than these no provider answers in a day. */
const mostLive = 100
const nothing: FormState = { typed: {}, mistakes: [] }

/** What a provider was offered, in all partnerships, and how it answers. */
export const offerRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/offers', declare('provider.own', 'provider.offers'), async (c) => {
      const { actor, ...viewer } = ownOrganisation(c)
      const before = c.req.query('before')
      const earlier = before !== undefined && isId(before)
      const { organisationId } = actor
      const [live, over] = await asActor(c.var.database, actor, async (db) => [
        earlier ? [] : await ownOffers(db, { organisationId, live: true, limit: mostLive }),
        await ownOffers(db, { organisationId, live: false, limit: perPage + 1, before: earlier ? before : undefined }),
      ])
      const last = over.length > perPage ? over[perPage - 1]?.id : undefined
      const shown = over.slice(0, perPage)
      const now = c.var.clock.now()
      return page(c, <OffersPage {...viewer} now={now} live={live} over={shown} before={last} earlier={earlier} />)
    })
    .get('/provider/offers/:partnership/:reference', declare('provider.own', 'provider.offer'), async (c) =>
      showOffer(c, await content(c), nothing),
    )
    .post('/provider/offers/:partnership/:reference', declare('provider.own', 'provider.answer'), async (c) => {
      const { typed } = await formSent(c)
      const found = await content(c)
      const sent = readTyped(firstAnswer, typed)
      if (sent.mistakes) return showOffer(c, found, { typed, mistakes: sent.mistakes }, 422)
      const { partnership, offer, startOn } = found
      const chosen = sent.read.answer
      if (chosen !== 'yes') return c.redirect(answerPath(partnership.slug, offer.reference, chosen), 303)
      const refused = await answer(c, found, { kind: 'accept', startOn })
      if (!refused) return c.redirect(offerPath(partnership.slug, offer.reference), 303)
      return showOffer(c, await content(c), { typed, mistakes: [{ sentence: refused.sentence }] }, 409)
    })
    .get(
      '/provider/offers/:partnership/:reference/:step',
      declare('provider.own', 'provider.answer-step'),
      async (c) => {
        const step = stepOf(c)
        const found = await content(c)
        const { partnership, offer, startOn, live } = found
        if (!live) return c.redirect(offerPath(partnership.slug, offer.reference), 303)
        const typed = { ...dateFields('start', startOn), ...dateFields('from', startOn) }
        return showStep(c, found, step, { typed, mistakes: [] })
      },
    )
    .post(
      '/provider/offers/:partnership/:reference/:step',
      declare('provider.own', 'provider.finish-answer'),
      async (c) => {
        const step = stepOf(c)
        const { typed, asked } = await formSent(c)
        const found = await content(c)
        const { partnership, offer, left } = found
        const sent = readAnswer(step === 'no' ? 'decline' : asked, typed, left)
        if (sent.mistakes) {
          return showStep(c, found, step, { typed: withDates(typed, found), mistakes: sent.mistakes }, 422)
        }
        const refused = await answer(c, found, sent.read)
        if (refused) {
          const state = { typed: withDates(typed, found), mistakes: [{ sentence: refused.sentence }] }
          return showStep(c, await content(c), step, state, 409)
        }
        const back = sent.read.kind === 'interest' ? answerPath(partnership.slug, offer.reference, 'more') : undefined
        return c.redirect(back ?? offerPath(partnership.slug, offer.reference), 303)
      },
    )

/** Of two forms on a page one is sent; the day of the other stays as it was. */
const withDates = (typed: Typed, { startOn }: OfferContent | Omit<OfferContent, 'form'>): Typed => ({
  ...dateFields('start', startOn),
  ...dateFields('from', startOn),
  ...typed,
})

function stepOf(c: MercatContext): AnswerStep {
  const step = answerSteps.find((one) => one === c.req.param('step'))
  if (!step) throw notFound('This page')
  return step
}

const content = (c: MercatContext) =>
  offerContent(c.var.database, ownOrganisation(c).actor, {
    slug: c.req.param('partnership') ?? '',
    reference: c.req.param('reference') ?? '',
    now: c.var.clock.now(),
  }).catch(noted(c))

/** Gives the answer, or says why it can't be taken. */
async function answer(
  c: MercatContext,
  { partnership, offer }: Pick<OfferContent, 'partnership' | 'offer'>,
  given: Answer,
): Promise<{ readonly sentence: string } | undefined> {
  const at = c.var.clock.now()
  const asked = { partnershipId: partnership.id, offerId: offer.id, answer: given, at }
  const outcome = await answerOwn(c.var.database, ownOrganisation(c).actor, asked)
  return outcome.outcome === 'refused' ? outcome : undefined
}

const showOffer = (
  c: MercatContext,
  found: Omit<OfferContent, 'form'>,
  form: FormState,
  status: 200 | 409 | 422 = 200,
): Response => {
  const { actor: _, ...viewer } = ownOrganisation(c)
  return page(c, <OfferPage {...viewer} {...found} form={form} />, status)
}

const showStep = (
  c: MercatContext,
  found: Omit<OfferContent, 'form'>,
  step: AnswerStep,
  form: FormState,
  status: 200 | 409 | 422 = 200,
): Response => {
  const { actor: _, ...viewer } = ownOrganisation(c)
  return page(c, <AnswerPage {...viewer} {...found} step={step} form={form} />, status)
}
