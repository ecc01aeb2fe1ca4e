import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { AskedChange, Change } from '../../change.ts'
import type { Contract } from '../../contract.ts'
import { awardWorth, changeWorth, type Worth } from '../change-worth.ts'
import { decideAward } from '../decide-award.ts'
import { decideChange } from '../decide-change.ts'
import { type Refusal, refuse } from '../decision.ts'
import type { ImportedAward } from '../imported-award.ts'
import { mergeDetail } from '../merge-detail.ts'
import { notYours } from '../not-yours.ts'
import { contractInVersion } from '../queries/changes.ts'
import { whoApproves } from '../queries/covering.ts'
import { type Proposal, proposalToDecide } from '../queries/proposal.ts'
import { type AskedOfContract, applyChange, contextOf, contractFor } from './ask-change.ts'
import { awardContext, awardRule, storyOf } from './award-contract.ts'
import { type ChangeOutcome, type Refused, refused } from './change-outcome.ts'
import { inWords } from './refused-by-database.ts'
import { beginChange, type DecidedChange } from './write/begin-change.ts'
import { finishChange } from './write/finish-change.ts'
import { writeAwards } from './write-award.ts'

/** An approval as it is asked for. */
export interface AskedApproval {
  readonly partnership: Partnership
  readonly changeId: Id
  readonly words: string
  /** The version that the approver looked at, when the contract moved on after the change was proposed. */
  readonly seenVersion?: number | undefined
  readonly at: Date
}

type Decided = Exclude<ChangeOutcome, { outcome: 'proposed' }>

/**
 * Approves a proposed change under the authority of one of the approver's roles, and applies it. The rule decides
 * anew: what was right when it was proposed may not be any longer.
 */
export async function approveChange(db: Db, actor: Actor, approval: AskedApproval): Promise<Decided> {
  const proposal = await proposalToDecide(db, approval.partnership.id, approval.changeId)
  if ('because' in proposal) return refused(proposal)
  return proposal.kind === 'award'
    ? approveAward(db, actor, approval, proposal)
    : approveOther(db, actor, approval, proposal)
}

async function approveOther(db: Db, actor: Actor, approval: AskedApproval, proposal: Proposal): Promise<Decided> {
  const { partnership, at, seenVersion } = approval
  const proposed: AskedChange = {
    change: proposal.asked as Change,
    effectiveOn: proposal.effectiveOn,
    reason: proposal.reason,
    documentId: proposal.documentId,
    baseVersion: seenVersion ?? proposal.baseVersion,
  }
  const found = { partnership, contractId: proposal.contractId, at }
  const contract = await contractFor(db, { ...found, asked: proposed })
  if (contract.version !== proposed.baseVersion) return { outcome: 'conflict', contract }
  const asked = { ...proposed, change: await onWhatStands(db, approval, proposal, proposed.change, contract) }
  const question: AskedOfContract = { ...found, asked }
  const context = await contextOf(db, question, contract)
  const decision = decideChange(contract, asked, context)
  if (!decision.allowed) return refused(decision)
  const worth = changeWorth(contract, asked)
  const approved = await approvedBy(db, actor, approval, proposal, worth)
  if ('because' in approved) return refused(approved)
  const change = { ...approved, asked: asked.change, baseVersion: asked.baseVersion }
  const outcome = await applyChange(db, actor, change, { question, contract, context, effects: decision.effects })
  if (outcome.outcome === 'proposed') throw new Error('An approved change was proposed.')
  return outcome
}

/** A variation says all of a contract anew: what it left as it was when it was proposed stays as it has become since. */
async function onWhatStands(
  db: Db,
  { partnership }: AskedApproval,
  { contractId, baseVersion, effectiveOn }: Proposal,
  change: Change,
  contract: Contract,
): Promise<Change> {
  if (change.kind !== 'variation' || contract.version === baseVersion) return change
  const then = await contractInVersion(db, partnership.id, contractId, { version: baseVersion, on: effectiveOn })
  if (!then) throw new Error('The version that a change was proposed on is not there.')
  const { merged } = mergeDetail(then.detail, { theirs: contract.detail, mine: change.detail })
  return { ...change, detail: merged }
}

async function approveAward(
  db: Db,
  actor: Actor,
  approval: AskedApproval,
  proposal: Proposal,
): Promise<Refused | Extract<ChangeOutcome, { outcome: 'applied' }>> {
  const { partnership, at } = approval
  const award = proposal.asked as ImportedAward
  const context = await awardContext(db, { partnership, award, at, through: 'award' })
  const refusal = decideAward(award, context)
  if (refusal) return refused(refusal)
  const change = await approvedBy(db, actor, approval, proposal, awardWorth(award))
  if ('because' in change) return refused(change)
  return inWords(async () => {
    const begun = await beginChange(db, actor, change)
    if (!begun.begun) return refused(refuse('already-decided', 'This contract was awarded in the meantime.'))
    await writeAwards(db, [{ writing: begun.writing, award, known: context }])
    await finishChange(db, actor, begun.writing, { rule: awardRule, payload: storyOf(change) })
    return { outcome: 'applied', version: begun.version, changeId: begun.writing.changeId }
  })
}

/** The change with the authority that it is approved under, or that the approver has none. */
async function approvedBy(
  db: Db,
  actor: Actor,
  { partnership, words, at }: AskedApproval,
  proposal: Proposal,
  worth: Worth,
): Promise<DecidedChange | Refusal> {
  const { id: changeId, ...proposed } = proposal
  const question = { partnershipId: partnership.id, kind: proposal.kind, worth, on: londonDate(at) }
  const { authority, approvers } = await whoApproves(db, actor, question)
  if (!authority) return notYours(worth, approvers)
  const standing = { partnershipId: partnership.id, worthPence: worth.pence, authority, at }
  return { ...proposed, ...standing, proposed: { changeId, words } }
}
