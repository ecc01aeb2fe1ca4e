import { accountOf } from '../../../core/auth/index.ts'
import { json } from '../../../core/db/index.ts'
import { newId } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import type { Offer, OfferState } from '../../offer.ts'
import { brokerage } from '../../schema/index.ts'
import type { Answer } from '../answer.ts'
import { furtherAt, resting, windowOf } from '../clock.ts'
import type { Outcome } from '../outcome.ts'
import { changeOffer } from './change-offer.ts'
import { note } from './notice.ts'
import type { RoundUnderWay } from './open-offers.ts'
import { reveal } from './tell-reveal.ts'

type Asked = Extract<Answer, { kind: 'ask' | 'propose' }>

/** A question or a proposal: the clock rests until the partnership has answered, and the provider is told the pen picture. */
export async function askPartnership(
  work: Work,
  { package: of, time }: RoundUnderWay,
  offer: Offer,
  answer: Asked,
): Promise<Outcome<{ readonly state: OfferState }>> {
  const { at } = work
  const escalateAt = furtherAt(time, at, windowOf(time, offer.step))
  const state = answer.kind === 'ask' ? 'asked' : 'proposed'
  await changeOffer(work, offer.id, {
    ...resting(time, at, offer),
    state,
    escalate_at: escalateAt,
    ...(answer.kind === 'propose' && { proposal: json(answer.proposal) }),
  })
  if (answer.kind === 'ask') await writeQuestion(work, offer, answer.words.trim())
  const who = { offerId: offer.id, reference: offer.reference, organisationId: offer.organisationId }
  const subject = { kind: 'package', id: of.id }
  if (answer.kind === 'ask') {
    const payload = { ...who, words: answer.words.trim() }
    work.told.push({ event: 'brokerage.offer-questioned', subject, payload })
  } else {
    const { startOn, lines } = answer.proposal
    work.told.push({ event: 'brokerage.offer-proposed', subject, payload: { ...who, startOn, lines } })
  }
  await reveal(work, of, offer, 'pen-picture')
  const kind = answer.kind === 'ask' ? 'question-asked' : 'proposal-made'
  await note(work, [{ kind, packageId: of.id }], [escalateAt])
  return { outcome: 'done', state }
}

const writeQuestion = ({ db, partnershipId, actor, at }: Work, offer: Offer, words: string) =>
  brokerage(db)
    .insertInto('offer_question')
    .values({
      partnership_id: partnershipId,
      id: newId(),
      offer_id: offer.id,
      organisation_id: offer.organisationId,
      words,
      asked_at: at,
      asked_by: accountOf(actor),
      answer: null,
      answered_at: null,
      answered_by: null,
    })
    .execute()
