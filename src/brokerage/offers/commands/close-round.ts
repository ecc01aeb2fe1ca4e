import type { Id } from '../../../core/values/index.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import type { PriceApproval } from '../queries/approvals.ts'
import { setRound } from './set-round.ts'

/** How a round ends: by its outcome, or taken back. */
type End =
  | { readonly state: 'done'; readonly outcome: 'placed' | 'part' | 'unmet' }
  | { readonly state: 'cancelled'; readonly outcome: null }

/** Closes a round; approvals that nobody decided are moot. Where those of the round are known they need not be looked for. */
export async function closeRound(
  work: Work,
  roundId: Id,
  end: End,
  approvals?: readonly Pick<PriceApproval, 'state'>[],
): Promise<void> {
  await setRound(work, roundId, { ...end, paused_at: null, closed_at: work.at })
  if (approvals?.every(({ state }) => state !== 'asked')) return
  await dropApprovals(work, roundId, 'The round ended before this was decided.')
}

/** Decides approvals that nobody needs any more. */
export async function dropApprovals({ db, partnershipId, at }: Work, roundId: Id, words: string): Promise<void> {
  await brokerage(db)
    .updateTable('price_approval')
    .set({ state: 'declined', decided_at: at, words, escalate_at: null })
    .where('partnership_id', '=', partnershipId)
    .where('round_id', '=', roundId)
    .where('state', '=', 'asked')
    .execute()
}
