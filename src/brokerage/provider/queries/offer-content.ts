import { partnershipBySlug, systemActor } from '../../../core/auth/index.ts'
import { calendarOfPartnership } from '../../../core/calendar/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { ProviderActor } from '../../keys/commands/make-key.ts'
import { latestStart, overWhy } from '../../offers/answer-check.ts'
import { offerBy } from '../../offers/queries/offer.ts'
import { leftOfOffer } from '../../offers/queries/unplaced.ts'
import { minutesLeft } from '../../rules/working-clock.ts'
import type { OfferContent } from '../views/offer-content.ts'
import { whyFor } from '../why.ts'
import { keptDecisions } from './kept-decisions.ts'
import { offerTold, visitsInDistrict } from './offer-told.ts'

/** An offer of a provider's own by its reference, or "not found"; found under the provider's own actor, who has no other. */
export const ownOffer = (
  database: Database,
  actor: ProviderActor,
  { slug, reference }: { readonly slug: string; readonly reference: string },
) =>
  asActor(database, actor, async (db) => {
    const partnership = await partnershipBySlug(db, slug)
    const offer = await offerBy(db, partnership.id, { reference })
    if (offer?.organisationId !== actor.organisationId) throw notFound('This offer')
    const told = await offerTold(db, partnership.id, offer.id)
    return { partnership, offer, told }
  })

/** All that the pages of one offer show, but what is typed. */
export async function offerContent(
  database: Database,
  actor: ProviderActor,
  asked: { readonly slug: string; readonly reference: string; readonly now: Date },
): Promise<Omit<OfferContent, 'form'>> {
  const { now } = asked
  const { partnership, offer, told } = await ownOffer(database, actor, asked)
  const { organisationId } = actor
  const { district, serviceType } = offer.ask
  const live = overWhy({ offer, at: now }) === undefined
  // What others took, and why it came to this provider, only the partnership and the product can read.
  const more = await asActor(database, systemActor(partnership.id), async (db) => {
    const at = { partnershipId: partnership.id, organisationId, district, on: londonDate(now) }
    const decisions = await keptDecisions(db, partnership.id, { packageId: offer.packageId, roundId: offer.roundId })
    return {
      left: live ? await leftOfOffer(db, partnership.id, offer.id) : [],
      nearby: await visitsInDistrict(db, at),
      service: (await serviceTypes(db)).find(({ key }) => key === serviceType)?.name ?? serviceType,
      calendar: await calendarOfPartnership(db, partnership),
      // What was decided after it was asked is about others.
      decisions: decisions.filter(({ at: when }) => when <= offer.sentAt),
    }
  })
  const { calendar, decisions, ...rest } = more
  const hours = decisions.at(-1)?.input.rule.hours
  return {
    ...rest,
    partnership,
    offer,
    told,
    why: whyFor(decisions, organisationId),
    now,
    minutesLeft: hours && offer.dueAt ? minutesLeft(calendar, hours, now, offer.dueAt) : null,
    startOn: latestStart({ offer, at: now }),
    live,
  }
}
