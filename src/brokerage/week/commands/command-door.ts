import { type Actor, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { overWhy } from '../../offers/answer-check.ts'
import { answerOffer } from '../../offers/commands/answer-offer.ts'
import { offerBy } from '../../offers/queries/offer.ts'
import { givenVisits } from '../../offers/queries/unplaced.ts'
import { leftOf } from '../../offers/unplaced.ts'
import type { ProviderDoor } from '../provider-door.ts'

/** A door to offers through the ordinary commands, for where no interface runs yet: a load. */
export function commandDoor(
  database: Database,
  partnershipId: Id,
  actorOf: (organisationId: Id) => Promise<Actor>,
): ProviderDoor {
  const system = systemActor(partnershipId)
  return {
    see: ({ offerId, at }) =>
      asActor(database, system, async (db) => {
        const offer = await offerBy(db, partnershipId, { id: offerId })
        if (!offer || overWhy({ offer, at })) return undefined
        const given = await givenVisits(db, partnershipId, offer.packageId, londonDate(at))
        return { startBy: offer.ask.startBy, left: leftOf(offer.ask.lines, given, offer.ask.startBy) }
      }),
    answer: async ({ organisationId, offerId, at }, answer) => {
      const actor = await actorOf(organisationId)
      const outcome = await asActor(database, system, (db) =>
        answerOffer(db, actor, { partnershipId, offerId, answer, at }),
      )
      return outcome.outcome === 'done' ? { taken: true } : { taken: false, sentence: outcome.sentence }
    },
  }
}
