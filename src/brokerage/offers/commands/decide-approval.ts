import { type Actor, accountOf, may } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { brokerage } from '../../schema/index.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { type Outcome, refused } from '../outcome.ts'
import { approvalBy } from '../queries/approvals.ts'
import { attempting } from './attempting.ts'
import { nextInRound } from './next-in-round.ts'
import { lockRound } from './open-offers.ts'
import { setRound } from './set-round.ts'

/** What is decided about a price above the limit. */
interface ApprovalDecision {
  readonly partnershipId: Id
  readonly approvalId: Id
  readonly approve: boolean
  readonly words: string
  readonly at: Date
}

/** Approves a price above the limit, and the offer goes out; or not, and the next provider is asked. */
export const decideApproval = (
  db: Db,
  actor: Actor,
  { partnershipId, approvalId, approve, words, at }: ApprovalDecision,
): Promise<Outcome> =>
  attempting({ db, partnershipId, actor, at }, async (work) => {
    if (!may(actor, 'packages.approve'))
      return refused('not-allowed', 'Prices above the limit are for others to approve.')
    const approval = await approvalBy(db, partnershipId, approvalId)
    if (!approval) throw notFound('This approval')
    const standing = await lockRound(work, approval.packageId)
    if ('outcome' in standing || standing.round.id !== approval.roundId) {
      return refused('decided', 'The offers for this package are over: nothing is left to approve.')
    }
    const { numUpdatedRows } = await brokerage(db)
      .updateTable('price_approval')
      .set({
        state: approve ? 'approved' : 'declined',
        decided_at: at,
        decided_by: accountOf(actor),
        words: words.trim(),
        escalate_at: null,
      })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', approvalId)
      .where('state', '=', 'asked')
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return refused('decided', 'This was decided already.')
    const { organisationId, step, hourlyPence, abovePence } = approval
    work.told.push({
      event: 'brokerage.approval-decided',
      subject: { kind: 'package', id: approval.packageId },
      payload: {
        approvalId,
        roundId: approval.roundId,
        organisationId,
        step,
        hourlyPence,
        abovePence,
        approved: approve,
      },
    })
    const { round } = standing
    if (round.state === 'approval') await setRound(work, round.id, { state: 'running' })
    const state = round.state === 'approval' ? 'running' : round.state
    const decided = approve ? ('approved' as const) : ('declined' as const)
    const approvals = standing.approvals.map((one) => (one.id === approvalId ? { ...one, state: decided } : one))
    await nextInRound(work, { ...standing, round: { ...round, state }, approvals })
    await tellSpell(work, approval.packageId)
    return { outcome: 'done' }
  })
