import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { mostChanges, type ToldChange } from '../told-change.ts'

/** What was done to a contract, or asked for, as known at an instant (now when left out); the newest first. */
export async function changesOf(
  db: Db,
  partnershipId: Id,
  contractId: Id,
  { known }: { readonly known?: Date | undefined } = {},
): Promise<ToldChange[]> {
  const rows = await procurement(db)
    .selectFrom('contract_change as x')
    .select(['x.id', 'x.kind', 'x.state', 'x.version', 'x.effective_on as effectiveOn', 'x.reason', 'x.asked'])
    .select(['x.document_id as documentId', 'x.proposed_by as proposedBy', 'x.proposed_at as proposedAt'])
    .select(['x.decided_by as decidedBy', 'x.decided_at as decidedAt', 'x.decision_words as decisionWords'])
    .where('x.partnership_id', '=', partnershipId)
    .where('x.contract_id', '=', contractId)
    .$if(known !== undefined, (query) => query.where('x.proposed_at', '<=', known ?? new Date(0)))
    .orderBy('x.proposed_at', 'desc')
    .orderBy('x.id', 'desc')
    .limit(mostChanges)
    .execute()
  // What was decided later was still waiting then.
  return rows.map((row) =>
    known && row.decidedAt && row.decidedAt > known
      ? { ...row, state: 'proposed' as const, version: null, decidedBy: null, decidedAt: null, decisionWords: null }
      : row,
  )
}
