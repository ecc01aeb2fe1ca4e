import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { ProviderActor } from '../../keys/commands/make-key.ts'
import type { Answer } from '../../offers/answer.ts'
import { answerOffer } from '../../offers/commands/answer-offer.ts'

/**
 * Gives a provider's answer to an offer that it was found to have. Only the product itself can write what follows from
 * it for the partnership; the ledger has it in the provider's name.
 */
export const answerOwn = (
  database: Database,
  actor: ProviderActor,
  asked: { readonly partnershipId: Id; readonly offerId: Id; readonly answer: Answer; readonly at: Date },
): ReturnType<typeof answerOffer> =>
  asActor(database, systemActor(asked.partnershipId), (db) => answerOffer(db, actor, asked))
