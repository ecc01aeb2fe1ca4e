import { type Actor, accountOf, type Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { refuse } from '../decision.ts'
import { proposalToDecide } from '../queries/proposal.ts'
import { type Refused, refused } from './change-outcome.ts'

/** Declines a proposed change, with the reason for it. */
export async function declineChange(
  db: Db,
  actor: Actor,
  {
    partnership,
    changeId,
    words,
    at,
  }: {
    readonly partnership: Pick<Partnership, 'id'>
    readonly changeId: Id
    readonly words: string
    readonly at: Date
  },
): Promise<{ readonly outcome: 'declined' } | Refused> {
  if (words.trim() === '') return refused(refuse('no-reason', 'Say why the change is declined.', 'words'))
  const proposal = await proposalToDecide(db, partnership.id, changeId)
  if ('because' in proposal) return refused(proposal)
  await procurement(db)
    .updateTable('contract_change')
    .set({ state: 'declined', decided_by: accountOf(actor), decided_at: at, decision_words: words.trim() })
    .where('partnership_id', '=', partnership.id)
    .where('id', '=', changeId)
    .execute()
  await record(db, actor, at, {
    event: 'procurement.change-declined',
    subject: { kind: 'contract', id: proposal.contractId },
    payload: { changeId, kind: proposal.kind, words: words.trim() },
  })
  return { outcome: 'declined' }
}
