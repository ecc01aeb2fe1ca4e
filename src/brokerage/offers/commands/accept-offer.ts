import { accountOf } from '../../../core/auth/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { holdPlacing, suspendedOrganisations } from '../../../providers/index.ts'
import type { Work } from '../../commands/work.ts'
import type { Offer, OfferState } from '../../offer.ts'
import { placeVisits } from '../../placements/commands/place-visits.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { type WeeklyVisit, weeklyMinutes } from '../../visit-line.ts'
import { type Outcome, refused } from '../outcome.ts'
import { linesWith } from '../unplaced.ts'
import { changeOffer, nothingDue } from './change-offer.ts'
import { nextInRound } from './next-in-round.ts'
import type { RoundUnderWay } from './open-offers.ts'
import { reveal } from './tell-reveal.ts'

/** Visits that a provider takes on. */
interface Acceptance {
  readonly offer: Offer
  readonly visits: readonly WeeklyVisit[]
  readonly startOn: IsoDate
}

/** All that follows on an acceptance, in one transaction: the placement, the capacity, who the person is, and who else is asked or no longer is. */
export async function acceptOffer(
  work: Work,
  standing: RoundUnderWay,
  { offer, visits, startOn }: Acceptance,
): Promise<Outcome<{ readonly state: OfferState; readonly placementId: Id }>> {
  const { package: of, round, wanted, time } = standing
  await holdPlacing(work.db, { partnershipId: work.partnershipId, organisationId: offer.organisationId })
  // It may have been suspended since it was asked.
  const suspended = await suspendedOrganisations(work.db, work.partnershipId, startOn)
  if (suspended.some(({ organisationId }) => organisationId === offer.organisationId))
    return refused('not-allowed', 'Placing with this provider is suspended: nothing new can start with it on that day.')
  const placed = await placeVisits(work, {
    package: { ...of, lines: round.lines },
    offer,
    visits,
    startOn,
    wanted,
    partnership: time.partnership,
  })
  if (placed.outcome === 'refused') return refused('no-capacity', placed.sentence)
  const minutes = weeklyMinutes(linesWith(round.lines, visits))
  const state: OfferState = minutes === offer.weeklyMinutes ? 'accepted' : 'part-accepted'
  await changeOffer(work, offer.id, {
    ...nothingDue,
    state,
    accepted_minutes: minutes,
    answered_at: work.at,
    answered_by: accountOf(work.actor),
  })
  work.told.push({
    event: state === 'accepted' ? 'brokerage.offer-accepted' : 'brokerage.offer-part-accepted',
    subject: { kind: 'package', id: of.id },
    payload: {
      offerId: offer.id,
      reference: offer.reference,
      organisationId: offer.organisationId,
      placementId: placed.placementId,
      startOn,
      weeklyMinutes: minutes,
      offeredMinutes: offer.weeklyMinutes,
    },
  })
  await reveal(work, of, { ...offer, state }, 'person')
  const offers = standing.offers.map((one) => (one.id === offer.id ? { ...one, state, acceptedMinutes: minutes } : one))
  await nextInRound(work, { ...standing, offers, given: [...standing.given, ...placed.visits] })
  await tellSpell(work, of.id)
  return { outcome: 'done', state, placementId: placed.placementId }
}
