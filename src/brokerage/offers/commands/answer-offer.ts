import { type Actor, accountOf, may } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { type Work, working } from '../../commands/work.ts'
import type { Offer, OfferState } from '../../offer.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import type { Answer } from '../answer.ts'
import { answerProblem, overWhy } from '../answer-check.ts'
import { type Outcome, refused } from '../outcome.ts'
import { offerBy } from '../queries/offer.ts'
import { givenAfter, leftOf, visitsOf } from '../unplaced.ts'
import { acceptOffer } from './accept-offer.ts'
import { askPartnership } from './ask-partnership.ts'
import { undoneIf } from './attempting.ts'
import { changeOffer, nothingDue } from './change-offer.ts'
import { nextInRound } from './next-in-round.ts'
import { lockRound, type RoundUnderWay } from './open-offers.ts'
import { reveal, withdrawReveals } from './tell-reveal.ts'

/** What is answered to which offer. */
interface OfferAnswer {
  readonly partnershipId: Id
  readonly offerId: Id
  readonly answer: Answer
  readonly at: Date
}

/** What came of an answer: where the offer stands now. */
export type Answered = Outcome<{ readonly state: OfferState; readonly placementId?: Id }>

/**
 * Takes an answer to an offer: of the provider that was asked, or of a broker to whom it was told. In a transaction of
 * the partnership, because a provider writes in none; in the ledger it stands in the name of whoever answered. What is
 * refused changes nothing but the ledger.
 */
export const answerOffer = (
  db: Db,
  actor: Actor,
  { partnershipId, offerId, answer, at }: OfferAnswer,
): Promise<Answered> =>
  working({ db, partnershipId, actor, at }, async (work) => {
    const offer = await offerBy(db, partnershipId, { id: offerId })
    if (!offer || !mayAnswer(actor, offer)) throw notFound('This offer')
    // Without waiting for the package, when nothing could come of it.
    const over = overWhy({ offer, at })
    // Whoever looks at the description again has changed nothing: nobody's page of the package grows old by it.
    const isNothing = (came: Answered) => came.outcome === 'refused' || work.told.length === 0
    const answered = over ?? (await undoneIf(work, () => answerIt(work, offer, answer), isNothing))
    if (answered.outcome === 'refused') tellRefusal(work, offer, answer, answered.because)
    return answered
  })

const mayAnswer = (actor: Actor, { organisationId }: Offer): boolean =>
  actor.kind === 'provider' ? actor.organisationId === organisationId : may(actor, 'packages.place')

function tellRefusal(work: Work, { id, organisationId, packageId }: Offer, { kind }: Answer, because: string): void {
  work.told.push({
    event: 'brokerage.answer-refused',
    subject: { kind: 'package', id: packageId },
    payload: { offerId: id, organisationId, answer: kind, because },
  })
}

async function answerIt(work: Work, { id, packageId, roundId }: Offer, answer: Answer): Promise<Answered> {
  const standing = await lockRound(work, packageId)
  if ('outcome' in standing) return overNow(work, id)
  const offer = standing.offers.find((one) => one.id === id)
  if (!offer || standing.round.id !== roundId) return overNow(work, id)
  const given = takesVisits(answer) ? givenAfter(standing.given, londonDate(work.at)) : []
  const left = leftOf(offer.ask.lines, given, standing.round.startBy)
  const { assessedOn } = standing.package
  const problem = answerProblem({ offer, left, given, assessedOn, at: work.at }, answer)
  if (problem) return problem
  switch (answer.kind) {
    case 'accept':
      return acceptOffer(work, standing, { offer, visits: visitsOf(left), startOn: answer.startOn })
    case 'accept-part':
      return acceptOffer(work, standing, { offer, visits: answer.visits, startOn: answer.startOn })
    case 'decline':
      return decline(work, standing, offer, answer)
    case 'interest':
      await reveal(work, standing.package, offer, 'pen-picture')
      return { outcome: 'done', state: offer.state }
    default:
      return askPartnership(work, standing, offer, answer)
  }
}

/** Whether an answer depends on what others took meanwhile. */
const takesVisits = ({ kind }: Answer): boolean => kind === 'accept' || kind === 'accept-part' || kind === 'propose'

/** The round ended while this answer waited for its turn. */
async function overNow(work: Work, offerId: Id): Promise<Answered> {
  const offer = await offerBy(work.db, work.partnershipId, { id: offerId })
  return (offer && overWhy({ offer, at: work.at })) ?? refused('over', 'This offer is over.')
}

async function decline(
  work: Work,
  standing: RoundUnderWay,
  offer: Offer,
  { reason, words }: Extract<Answer, { kind: 'decline' }>,
): Promise<Answered> {
  const { package: of } = standing
  const answered = { state: 'declined' as const, reason, words: words.trim() }
  await changeOffer(work, offer.id, {
    ...nothingDue,
    ...answered,
    answered_at: work.at,
    answered_by: accountOf(work.actor),
  })
  work.told.push({
    event: 'brokerage.offer-declined',
    subject: { kind: 'package', id: of.id },
    payload: { offerId: offer.id, reference: offer.reference, organisationId: offer.organisationId, reason },
  })
  if (standing.revealed.includes(offer.id)) await withdrawReveals(work, of.id, [offer.id])
  const offers = standing.offers.map((one) => (one.id === offer.id ? { ...one, ...answered } : one))
  await nextInRound(work, { ...standing, offers })
  await tellSpell(work, of.id)
  return { outcome: 'done', state: 'declined' }
}
