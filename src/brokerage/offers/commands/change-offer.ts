import type { UpdateObject } from 'kysely'
import { ahead, keptPlan } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { liveStates } from '../../offer.ts'
import { type BrokerageTables, brokerage } from '../../schema/index.ts'

/** What would still happen to an offer; nothing does once it is over. Until when it could be answered stays known. */
export const nothingDue = { left_minutes: null, remind_at: null, escalate_at: null } as const

/** Writes what becomes of an offer that can still be answered; that it can is asked of the database itself. */
export async function changeOffer(
  { db, partnershipId }: Work,
  offerId: Id,
  set: UpdateObject<BrokerageTables, 'offer', 'offer'>,
): Promise<void> {
  await ahead(
    brokerage(db),
    brokerage(db)
      .updateTable('offer')
      .set(set)
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', offerId)
      .where('state', 'in', liveStates)
      .modifyEnd(keptPlan),
    ({ numAffectedRows }) => {
      if (numAffectedRows !== 1n) throw new Error('An offer that is over was changed.')
    },
  )
}
