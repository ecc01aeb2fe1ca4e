import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Offer } from '../../offer.ts'
import type { OfferRule } from '../../offer-rule.ts'
import { ruleVersions } from '../../rules/queries/rule.ts'
import { brokerage } from '../../schema/index.ts'
import type { RevealStage } from '../reveals.ts'
import type { Round } from '../round.ts'
import { approvalsOfPackage, type PriceApproval } from './approvals.ts'
import { offersOfPackage } from './offer.ts'
import { roundsOf } from './round.ts'

/** A question of a provider, with the answer once there is one. */
interface OfferQuestion {
  readonly id: Id
  readonly offerId: Id
  readonly words: string
  readonly askedAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
}

/** What a provider was told beyond its offer, and whether that was taken back; never the words. */
interface OfferReveal {
  readonly offerId: Id
  readonly stage: RevealStage
  readonly revealedAt: Date
  readonly withdrawnAt: Date | null
}

/** One round of a package: its rule, and rung by rung who was asked with what became of it. */
export interface Ladder {
  readonly round: Round
  readonly rule: OfferRule
  readonly offers: readonly (Offer & {
    readonly questions: readonly OfferQuestion[]
    readonly reveals: readonly OfferReveal[]
  })[]
  readonly approvals: readonly PriceApproval[]
}

/** How many of a package's rounds are shown. */
const newest = 20

/** The rounds of a package, the newest first. */
export async function ladderOf(db: Db, partnershipId: Id, packageId: Id): Promise<Ladder[]> {
  const rounds = (await roundsOf(db, partnershipId, packageId)).slice(0, newest)
  if (rounds.length === 0) return []
  const offers = await offersOfPackage(db, partnershipId, packageId)
  const questions = await questionsOf(db, partnershipId, offers)
  const reveals = await revealsOf(db, partnershipId, offers)
  const approvals = await approvalsOfPackage(db, partnershipId, packageId)
  const rules = await ruleVersions(
    db,
    partnershipId,
    rounds.map(({ ruleVersionId }) => ruleVersionId),
  )
  return rounds.map((round) => {
    const rule = rules.get(round.ruleVersionId)
    if (!rule) throw new Error('A round has no rule.')
    return {
      round,
      rule,
      offers: offers
        .filter(({ roundId }) => roundId === round.id)
        .map((offer) => ({
          ...offer,
          questions: questions.filter(({ offerId }) => offerId === offer.id),
          reveals: reveals.filter(({ offerId }) => offerId === offer.id),
        })),
      approvals: approvals.filter(({ roundId }) => roundId === round.id),
    }
  })
}

/** What was asked about some offers, the oldest first. */
const questionsOf = async (
  db: Db,
  partnershipId: Id,
  offers: readonly Pick<Offer, 'id'>[],
): Promise<OfferQuestion[]> =>
  offers.length === 0
    ? []
    : brokerage(db)
        .selectFrom('offer_question')
        .select(['id', 'offer_id as offerId', 'words', 'asked_at as askedAt', 'answer', 'answered_at as answeredAt'])
        .where('partnership_id', '=', partnershipId)
        .where(
          'offer_id',
          'in',
          offers.map(({ id }) => id),
        )
        .orderBy('asked_at')
        .orderBy('id')
        .execute()

const revealsOf = async (db: Db, partnershipId: Id, offers: readonly Pick<Offer, 'id'>[]): Promise<OfferReveal[]> =>
  offers.length === 0
    ? []
    : brokerage(db)
        .selectFrom('reveal')
        .select(['offer_id as offerId', 'stage', 'revealed_at as revealedAt', 'withdrawn_at as withdrawnAt'])
        .where('partnership_id', '=', partnershipId)
        .where(
          'offer_id',
          'in',
          offers.map(({ id }) => id),
        )
        .$narrowType<{ offerId: Id }>()
        .orderBy('revealed_at')
        .orderBy('id')
        .$narrowType<{ offerId: Id }>()
        .execute()
