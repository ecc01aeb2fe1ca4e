import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { conflict, notFound } from '../../../core/errors/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import { awardWorth } from '../change-worth.ts'
import { decideAward, serviceOf } from '../decide-award.ts'
import { refuse } from '../decision.ts'
import type { ImportedAward } from '../imported-award.ts'
import { changeContext } from '../queries/change-context.ts'
import { whoApproves } from '../queries/covering.ts'
import { type ChangeOutcome, type Refused, refused } from './change-outcome.ts'
import { proposeChange } from './propose-change.ts'
import { inWords } from './refused-by-database.ts'
import { beginChange, type DecidedChange } from './write/begin-change.ts'
import { finishChange } from './write/finish-change.ts'
import { type NewContract, writeContract } from './write/write-contract.ts'
import { writeAwards } from './write-award.ts'

/** A contract that is to begin. */
export interface AskedAward extends Omit<NewContract, 'sharedFrom'> {
  readonly partnership: Partnership
  /** Its draft in the register, when there is one. */
  readonly contractId?: Id | undefined
  readonly award: ImportedAward
  readonly effectiveOn: IsoDate
  readonly reason: string
  readonly documentId?: Id | null | undefined
  /** Decided here and now, or long ago by others and now written down; only the product writes down. */
  readonly through: 'award' | 'import'
  /** What an import keeps of its file, in place of the award that it makes of it. */
  readonly said?: unknown
  readonly at: Date
}

/** The rule that decides on awards, for the ledger. */
export const awardRule = { name: 'procurement.award', version: '1' } as const

/**
 * Begins a contract, or proposes to whoever may approve it. A refused award writes nothing; a proposed one stands in
 * the register as a draft.
 */
export async function awardContract(
  db: Db,
  actor: Actor,
  asked: AskedAward,
): Promise<Refused | (Exclude<ChangeOutcome, Refused> & { readonly contractId: Id; readonly reference: string })> {
  const { partnership, award, at } = asked
  if (asked.reason.trim() === '') return refused(refuse('no-reason', 'Give a reason for the award.', 'reason'))
  if (asked.through === 'import' && actor.kind !== 'system')
    return refused(refuse('not-yours-to-import', 'Only an import writes down what others decided.'))
  const context = await awardContext(db, asked)
  const refusal = decideAward(award, context)
  if (refusal) return refused(refusal)
  const worth = awardWorth(award)
  const kind = asked.through
  const question = { partnershipId: partnership.id, kind, worth, on: londonDate(at) }
  const approval = kind === 'import' ? undefined : await whoApproves(db, actor, question)
  const contract = await draftOf(db, asked)
  const change: DecidedChange = {
    partnershipId: partnership.id,
    contractId: contract.id,
    kind,
    baseVersion: 0,
    effectiveOn: asked.effectiveOn,
    reason: asked.reason.trim(),
    asked: asked.said ?? award,
    documentId: asked.documentId ?? null,
    worthPence: worth.pence,
    authority: approval?.authority ?? null,
    at,
  }
  const named = { contractId: contract.id, reference: contract.reference }
  if (approval && !approval.authority) {
    const changeId = await proposeChange(db, actor, change)
    return { outcome: 'proposed', changeId, worth, approvers: approval.approvers, ...named }
  }
  return inWords(async () => {
    const begun = await beginChange(db, actor, change)
    if (!begun.begun) throw conflict('A colleague has just awarded this contract.', 'Look at it in the register.')
    await writeAwards(db, [{ writing: begun.writing, award, known: context }])
    await finishChange(db, actor, begun.writing, { rule: awardRule, payload: storyOf(change) })
    return { outcome: 'applied', version: begun.version, changeId: begun.writing.changeId, ...named }
  })
}

/** What an award rests on: who may be given a place, and which services want registration. */
export const awardContext = (
  db: Db,
  { partnership, award, at, through }: Pick<AskedAward, 'partnership' | 'award' | 'at' | 'through'>,
) =>
  changeContext(db, {
    partnership,
    through: through === 'import' ? 'import' : 'people',
    ...questionOf(award),
    at,
  })

/** What an award asks of the world. */
export const questionOf = (award: ImportedAward) => ({
  places: award.lots.flatMap((lot) =>
    lot.standings.map(({ organisationId }) => ({ organisationId, serviceType: serviceOf(lot, award.detail) })),
  ),
  serviceTypes: award.lots.map((lot) => serviceOf(lot, award.detail)),
  on: award.term.from,
})

async function draftOf(db: Db, asked: AskedAward): Promise<{ id: Id; reference: string }> {
  if (asked.contractId === undefined) return writeContract(db, asked)
  const draft = await procurement(db)
    .selectFrom('contract as c')
    .selectAll()
    .where('c.partnership_id', '=', asked.partnership.id)
    .where('c.id', '=', asked.contractId)
    .executeTakeFirst()
  if (!draft) throw notFound('This contract')
  if (draft.stage !== 'draft') throw conflict('This contract is awarded already.', 'Look at it in the register.')
  await procurement(db)
    .updateTable('contract')
    .set({
      follows_id: asked.followsId === undefined ? draft.follows_id : asked.followsId,
      own_reference: asked.ownReference === undefined ? draft.own_reference : asked.ownReference,
      published: asked.published ?? draft.published,
    })
    .where('partnership_id', '=', asked.partnership.id)
    .where('id', '=', draft.id)
    .execute()
  return { id: draft.id, reference: draft.reference }
}

/** What the ledger keeps of a change: inputs and outcome. */
export const storyOf = ({ kind, baseVersion, effectiveOn, reason, asked, worthPence, authority }: DecidedChange) => ({
  kind,
  baseVersion,
  effectiveOn,
  reason,
  asked,
  worthPence,
  authority: authority && { id: authority.id, limitPence: authority.limitPence },
  version: baseVersion + 1,
})
