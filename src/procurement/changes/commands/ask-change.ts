import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import type { AskedChange } from '../../change.ts'
import type { Contract } from '../../contract.ts'
import { contractAt } from '../../queries/contract.ts'
import type { ChangeContext } from '../change-context.ts'
import { changeWorth } from '../change-worth.ts'
import { changeRule, decideChange, placesAsked } from '../decide-change.ts'
import type { Effect } from '../effect.ts'
import { changeContext } from '../queries/change-context.ts'
import { whoApproves } from '../queries/covering.ts'
import { applyEffects } from './apply-effects.ts'
import { storyOf } from './award-contract.ts'
import { type ChangeOutcome, refused } from './change-outcome.ts'
import { proposeChange } from './propose-change.ts'
import { inWords } from './refused-by-database.ts'
import { beginChange, type DecidedChange } from './write/begin-change.ts'
import { finishChange } from './write/finish-change.ts'

/** A change as somebody asks for it. */
export interface AskedOfContract {
  readonly partnership: Partnership
  readonly contractId: Id
  readonly asked: AskedChange
  readonly at: Date
}

/** Changes a contract, or proposes to whoever may approve it, or says why not. */
export async function askChange(db: Db, actor: Actor, question: AskedOfContract): Promise<ChangeOutcome> {
  const { partnership, contractId, asked, at } = question
  const contract = await contractFor(db, question)
  if (contract.version !== asked.baseVersion) return { outcome: 'conflict', contract }
  const context = await contextOf(db, question, contract)
  const decision = decideChange(contract, asked, context)
  if (!decision.allowed) return refused(decision)
  const { kind } = asked.change
  const worth = changeWorth(contract, asked)
  const { authority, approvers } = await whoApproves(db, actor, {
    partnershipId: partnership.id,
    kind,
    worth,
    on: londonDate(at),
  })
  const change: DecidedChange = {
    partnershipId: partnership.id,
    contractId,
    kind,
    baseVersion: asked.baseVersion,
    effectiveOn: asked.effectiveOn,
    reason: asked.reason.trim(),
    asked: asked.change,
    documentId: asked.documentId,
    worthPence: worth.pence,
    authority: authority ?? null,
    at,
  }
  if (!authority) return { outcome: 'proposed', changeId: await proposeChange(db, actor, change), worth, approvers }
  return applyChange(db, actor, change, { question, contract, context, effects: decision.effects })
}

/** Writes a change that was decided; when someone else was quicker, nothing is written, and the contract is shown as it is now. */
export const applyChange = (
  db: Db,
  actor: Actor,
  change: DecidedChange,
  {
    question,
    contract,
    context,
    effects,
  }: {
    readonly question: AskedOfContract
    readonly contract: Contract
    readonly context: ChangeContext
    readonly effects: readonly Effect[]
  },
): Promise<ChangeOutcome> =>
  inWords(async () => {
    const begun = await beginChange(db, actor, change)
    if (!begun.begun) return { outcome: 'conflict', contract: await contractFor(db, question) }
    await applyEffects(db, begun.writing, { effects, lots: contract.lots, places: context.places })
    await finishChange(db, actor, begun.writing, { rule: changeRule, payload: storyOf(change) })
    return { outcome: 'applied', version: begun.version, changeId: begun.writing.changeId }
  })

/** The contract that a change is about, as it stands on the day of the change. */
export async function contractFor(
  db: Db,
  { partnership, contractId, asked }: Pick<AskedOfContract, 'partnership' | 'contractId' | 'asked'>,
): Promise<Contract> {
  const found = await contractAt(db, partnership.id, { id: contractId }, { on: asked.effectiveOn })
  if (!found) throw notFound('This contract')
  return found
}

/** What a change has to know beside its contract. */
export const contextOf = (db: Db, { partnership, asked, at }: AskedOfContract, contract: Contract) =>
  changeContext(db, {
    partnership,
    through: 'people',
    places: placesAsked(contract, asked),
    lotIds: contract.lots.filter(({ capped }) => capped).map(({ id }) => id),
    on: asked.effectiveOn,
    at,
  })
