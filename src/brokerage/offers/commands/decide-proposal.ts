import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import type { Offer } from '../../offer.ts'
import { proposalProblem } from '../answer-check.ts'
import { type Outcome, refused } from '../outcome.ts'
import { offerBy } from '../queries/offer.ts'
import { wantedLines } from '../queries/unplaced.ts'
import { givenAfter, leftOf, visitsOf } from '../unplaced.ts'
import { acceptOffer } from './accept-offer.ts'
import { attempting } from './attempting.ts'
import { note } from './notice.ts'
import { lockRound, type RoundUnderWay } from './open-offers.ts'
import { replaceLines } from './replace-lines.ts'
import { resumeOffer } from './resume-offer.ts'

/** What is decided about other times that a provider proposed. */
interface ProposalDecision {
  readonly partnershipId: Id
  readonly offerId: Id
  readonly accept: boolean
  readonly at: Date
}

/** Agrees to other times, which the package then asks for and the provider gives; or keeps to those asked for, and the clock runs on. */
export const decideProposal = (
  db: Db,
  actor: Actor,
  { partnershipId, offerId, accept, at }: ProposalDecision,
): Promise<Outcome<{ readonly placementId?: Id }>> =>
  attempting({ db, partnershipId, actor, at }, async (work) => {
    const proposed = await offerBy(db, partnershipId, { id: offerId })
    if (!proposed) throw notFound('This offer')
    const standing = await lockRound(work, proposed.packageId)
    if ('outcome' in standing) return refused('over', 'This offer is over.')
    const offer = standing.offers.find(({ id }) => id === offerId)
    if (offer?.state !== 'proposed')
      return refused('decided', 'This proposal was decided already, or its offer is over.')
    const decided = accept ? await agree(work, standing, offer) : await keep(work, standing, offer)
    if (decided.outcome === 'refused') return decided
    work.told.push({
      event: 'brokerage.proposal-decided',
      subject: { kind: 'package', id: proposed.packageId },
      payload: { offerId, reference: offer.reference, organisationId: offer.organisationId, accepted: accept },
    })
    return decided
  })

async function keep(work: Work, { package: of, round, time }: RoundUnderWay, offer: Offer): Promise<Outcome> {
  await resumeOffer(work, round, offer, time)
  await note(work, [{ kind: 'proposal-declined', packageId: of.id, offer }])
  return { outcome: 'done' }
}

async function agree(
  work: Work,
  standing: RoundUnderWay,
  offer: Offer,
): Promise<Outcome<{ readonly placementId?: Id }>> {
  const { db, partnershipId, at } = work
  const { package: of, round } = standing
  if (!offer.proposal) throw new Error('A proposal without words was decided.')
  const given = givenAfter(standing.given, londonDate(at))
  const left = leftOf(offer.ask.lines, given, round.startBy)
  const problem = proposalProblem({ left, given, assessedOn: of.assessedOn, at }, offer.proposal)
  if (problem) return problem
  const { proposal } = offer
  const { lines, taken } = await replaceLines(work, { packageId: of.id, round, left, given, proposal })
  const wanted = await wantedLines(db, partnershipId, of.id)
  const accepted = await acceptOffer(
    work,
    { ...standing, round: { ...round, lines }, wanted },
    { offer, visits: visitsOf(taken), startOn: offer.proposal.startOn },
  )
  if (accepted.outcome === 'refused') return accepted
  await note(work, [{ kind: 'placement-agreed', packageId: of.id, offer }])
  return accepted
}
