import { type Actor, accountOf } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { personBy } from '../../requests/queries/person.ts'
import { tellTrouble } from '../../requests/told-person.ts'
import { brokerage } from '../../schema/index.ts'
import { type Outcome, refused } from '../outcome.ts'
import { offerBy } from '../queries/offer.ts'
import { attempting } from './attempting.ts'
import { note } from './notice.ts'
import { lockRound } from './open-offers.ts'
import { resumeOffer } from './resume-offer.ts'

/** What is answered to a provider's question. */
interface QuestionAnswer {
  readonly partnershipId: Id
  readonly offerId: Id
  readonly words: string
  readonly at: Date
}

/** Answers the open question about an offer; the provider's clock runs on. */
export const answerQuestion = (
  db: Db,
  actor: Actor,
  { partnershipId, offerId, words, at }: QuestionAnswer,
): Promise<Outcome> =>
  attempting({ db, partnershipId, actor, at }, async (work) => {
    const answer = words.trim()
    if (answer === '') return refused('no-words', 'Write an answer.')
    const asked = await offerBy(db, partnershipId, { id: offerId })
    if (!asked) throw notFound('This offer')
    const standing = await lockRound(work, asked.packageId)
    if ('outcome' in standing) return refused('over', 'This offer is over.')
    const { package: of, round, offers, time } = standing
    const offer = offers.find(({ id }) => id === offerId)
    if (offer?.state !== 'asked') return refused('decided', 'This question was answered already, or its offer is over.')
    const person = await personBy(db, partnershipId, { id: of.personId })
    const trouble = person && tellTrouble('Your answer', answer, person)
    if (trouble) return refused('tells-who', `${trouble}.`)
    await brokerage(db)
      .updateTable('offer_question')
      .set({ answer, answered_at: at, answered_by: accountOf(actor) })
      .where('partnership_id', '=', partnershipId)
      .where('offer_id', '=', offerId)
      .where('answer', 'is', null)
      .execute()
    await resumeOffer(work, round, offer, time)
    work.told.push({
      event: 'brokerage.question-answered',
      subject: { kind: 'package', id: of.id },
      payload: { offerId, reference: offer.reference, organisationId: offer.organisationId, words: answer },
    })
    await note(work, [{ kind: 'question-answered', packageId: of.id, offer }])
    return { outcome: 'done' }
  })
