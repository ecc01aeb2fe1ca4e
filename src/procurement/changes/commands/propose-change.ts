import { type Actor, accountOf } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { worthRule } from '../change-worth.ts'
import type { DecidedChange } from './write/begin-change.ts'

/** Enters a change for someone else to approve. */
export async function proposeChange(db: Db, actor: Actor, change: DecidedChange): Promise<Id> {
  const id = newId()
  await procurement(db)
    .insertInto('contract_change')
    .values({
      partnership_id: change.partnershipId,
      id,
      contract_id: change.contractId,
      kind: change.kind,
      state: 'proposed',
      base_version: change.baseVersion,
      version: null,
      effective_on: change.effectiveOn,
      reason: change.reason,
      asked: json(change.asked),
      value_pence: change.worthPence,
      document_id: change.documentId,
      proposed_by: accountOf(actor),
      proposed_at: change.at,
      decided_by: null,
      decided_at: null,
      authority_id: null,
      authority_limit: null,
      authority_role: null,
      decision_words: null,
    })
    .execute()
  await record(db, actor, change.at, {
    event: 'procurement.change-proposed',
    subject: { kind: 'contract', id: change.contractId },
    rule: worthRule,
    payload: { changeId: id, ...proposalOf(change) },
  })
  return id
}

const proposalOf = ({ kind, baseVersion, effectiveOn, reason, asked, worthPence }: DecidedChange) => ({
  kind,
  baseVersion,
  effectiveOn,
  reason,
  asked,
  worthPence,
})
