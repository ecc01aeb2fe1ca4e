import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { tellParties } from './write/tell-parties.ts'

/** Shows a contract to everyone, or to its parties alone; nothing of the contract itself changes. */
export async function setContractPublished(
  db: Db,
  actor: Actor,
  {
    partnershipId,
    contractId,
    published,
    at,
  }: {
    readonly partnershipId: Id
    readonly contractId: Id
    readonly published: boolean
    readonly at: Date
  },
): Promise<void> {
  const { numUpdatedRows } = await procurement(db)
    .updateTable('contract')
    .set({ published })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', contractId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw notFound('This contract')
  await tellParties(db, { partnershipId, contractIds: [contractId], at })
  await record(db, actor, at, {
    event: published ? 'procurement.contract-published' : 'procurement.contract-unpublished',
    subject: { kind: 'contract', id: contractId },
    payload: { published },
  })
}
