import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { contractAt } from '../../queries/contract.ts'
import { procurement } from '../../schema/index.ts'
import { decideShare, type ShareRefused } from '../decide-share.ts'
import { sharesOf } from '../queries/shares.ts'
import { holdContract } from './hold-contract.ts'
import { tellShares } from './tell-shares.ts'

/** Which lots of a contract a partner is to have, from when. */
export interface ShareToMake {
  readonly partnershipId: Id
  readonly contractId: Id
  readonly partnerId: Id
  readonly lotIds: readonly Id[]
  readonly fromDay: IsoDate
  readonly at: Date
}

/** Shares lots of a contract with another partnership, or more of them with one that has some; its copy follows by a job. */
export async function shareContract(
  db: Db,
  actor: Actor,
  { partnershipId, contractId, partnerId, lotIds, fromDay, at }: ShareToMake,
): Promise<{ readonly outcome: 'shared' } | ShareRefused> {
  await holdContract(db, partnershipId, contractId)
  const contract = await contractAt(db, partnershipId, { id: contractId }, { on: fromDay })
  const shares = await sharesOf(db, partnershipId, contractId)
  const before = shares.find((share) => share.partnerId === partnerId)
  const decision = decideShare(contract, {
    partnershipId,
    partnerId,
    lotIds,
    fromDay,
    before,
    today: londonDate(at),
  })
  if (decision.outcome === 'refused') return decision
  const values = {
    lot_ids: [...decision.lotIds],
    // What the partner has had keeps its days.
    from_day: before && before.from < fromDay ? before.from : fromDay,
    copied_version: null,
    until_day: null,
    ended_at: null,
    end_reason: null,
  }
  await procurement(db)
    .insertInto('contract_share')
    .values({ partnership_id: partnershipId, contract_id: contractId, partner_id: partnerId, revision: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'contract_id', 'partner_id'])
        .doUpdateSet({ ...values, revision: sql`contract_share.revision + 1` }),
    )
    .execute()
  await tellShares(db, partnershipId, [contractId])
  await record(db, actor, at, {
    event: 'procurement.contract-shared',
    subject: { kind: 'contract', id: contractId },
    rule: { name: 'decide-share', version: '2' },
    payload: { partnerId, lotIds: decision.lotIds, fromDay },
  })
  return { outcome: 'shared' }
}
