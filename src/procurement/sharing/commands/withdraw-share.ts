import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type IsoDate, londonDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { decideWithdrawal, type WithdrawalRefused } from '../decide-withdrawal.ts'
import type { ShareNamed } from '../queries/shared-part.ts'
import { sharesOf } from '../queries/shares.ts'
import { holdContract } from './hold-contract.ts'
import { tellShares } from './tell-shares.ts'

/** Which share is withdrawn, from when, and why. */
export interface ShareToWithdraw extends ShareNamed {
  /** The first day on which it is shared no longer. */
  readonly untilDay: IsoDate
  readonly reason: string
  readonly at: Date
}

/** Takes from a partner its part of a contract from a day on; its copy keeps what was, and is told by a job. */
export async function withdrawShare(
  db: Db,
  actor: Actor,
  { partnershipId, contractId, partnerId, untilDay, reason, at }: ShareToWithdraw,
): Promise<{ readonly outcome: 'withdrawn' } | WithdrawalRefused> {
  await holdContract(db, partnershipId, contractId)
  const share = (await sharesOf(db, partnershipId, contractId)).find((each) => each.partnerId === partnerId)
  if (!share) throw notFound('This share')
  const decision = decideWithdrawal({ share, untilDay, today: londonDate(at) })
  if (decision.outcome === 'refused') return decision
  await procurement(db)
    .updateTable('contract_share')
    .set({ until_day: untilDay, ended_at: at, end_reason: reason, revision: sql`revision + 1`, copied_version: null })
    .where('partnership_id', '=', partnershipId)
    .where('contract_id', '=', contractId)
    .where('partner_id', '=', partnerId)
    .execute()
  await tellShares(db, partnershipId, [contractId])
  await record(db, actor, at, {
    event: 'procurement.share-withdrawn',
    subject: { kind: 'contract', id: contractId },
    rule: { name: 'decide-withdrawal', version: '1' },
    payload: { partnerId, untilDay, reason },
  })
  return decision
}
