import type { Updateable } from 'kysely'
import { ahead, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { OfferTables } from '../../schema/offers.ts'

/** Writes where a round stands. */
export async function setRound(
  { db, partnershipId }: Work,
  roundId: Id,
  set: Updateable<OfferTables['offer_round']>,
): Promise<void> {
  await ahead(
    brokerage(db),
    brokerage(db)
      .updateTable('offer_round')
      .set(set)
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', roundId)
      .modifyEnd(keptPlan),
  )
}
