import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { conflict } from '../../../core/errors/index.ts'
import { type HistoryFact, recordHistories } from '../../../core/history/index.ts'
import { addTask, completeTask, type Task } from '../../../core/tasks/index.ts'
import { type Id, type IsoDate, londonDate, newId } from '../../../core/values/index.ts'
import { beginChange } from '../../changes/commands/write/begin-change.ts'
import { finishChange } from '../../changes/commands/write/finish-change.ts'
import { authorityFor } from '../../changes/queries/covering.ts'
import type { Contract } from '../../contract.ts'
import {
  decideEnhancement,
  type EnhancedPrice,
  type EnhancementAsked,
  type EnhancementRefusal,
  enhancementReview,
  enhancementRule,
} from '../enhancement.ts'
import { enhancementsOf } from '../queries/enhancements.ts'

/** How deciding on one person's price went. */
export type EnhancementOutcome =
  | { readonly outcome: 'applied'; readonly id: Id }
  | {
      readonly outcome: 'refused'
      readonly because: EnhancementRefusal | 'no-authority' | 'no-reason' | 'over' | 'led-by-another'
      readonly field: string
      readonly sentence: string
    }

interface Said {
  readonly partnershipId: Id
  readonly contract: Contract
  readonly reason: string
  readonly at: Date
}

/** Decides that one person's care is paid for at a higher price. */
export async function enhancePrice(
  db: Db,
  actor: Actor,
  { asked, ...said }: Said & { readonly asked: EnhancementAsked },
): Promise<EnhancementOutcome> {
  const standing = await enhancementsOf(db, said.partnershipId, said.contract.id)
  const decision = decideEnhancement(said.contract, asked, standing)
  if (!decision.allowed) {
    const { because, field, sentence } = decision
    return { outcome: 'refused', because, field, sentence }
  }
  const { lotProviderId, personReference, basisPoints, evidence, reviewOn, ...held } = asked
  const values = {
    lot_provider_id: lotProviderId,
    organisation_id: decision.standing.organisationId,
    person_reference: personReference,
    basis_points: basisPoints,
    evidence,
    review_on: reviewOn,
  }
  const id = newId()
  const fact = { subjectId: id, held, values }
  return write(db, actor, said, held.from, { kind: 'enhancement', id, ...asked }, fact, async () => {
    await addTask(db, said.partnershipId, reviewTask(said, asked, id))
  })
}

/** Reviews one: it goes on from a day, on evidence, until the next review. */
export async function keepEnhancement(
  db: Db,
  actor: Actor,
  said: Said & { readonly id: Id; readonly from: IsoDate; readonly evidence: string; readonly reviewOn: IsoDate },
): Promise<EnhancementOutcome> {
  const { id, from, evidence, reviewOn } = said
  const found = await standingOn(db, said, id, from)
  if ('outcome' in found) return found
  const others = (await enhancementsOf(db, said.partnershipId, said.contract.id)).filter((each) => each.id !== id)
  const asked = { ...found, from, evidence, reviewOn }
  const decision = decideEnhancement(said.contract, asked, others)
  if (!decision.allowed) {
    const { because, field, sentence } = decision
    return { outcome: 'refused', because, field, sentence }
  }
  const values = {
    lot_provider_id: found.lotProviderId,
    organisation_id: decision.standing.organisationId,
    person_reference: found.personReference,
    basis_points: found.basisPoints,
    evidence,
    review_on: reviewOn,
  }
  const fact = { subjectId: id, held: { from, until: found.until }, values }
  const told = { kind: 'enhancement-kept', enhancementId: id, evidence, reviewOn }
  return write(db, actor, said, from, told, fact, async () => {
    await reviewed(db, actor, said, found)
    await addTask(db, said.partnershipId, reviewTask(said, asked, id))
  })
}

/** Ends one from a day on: the standard price holds again. */
export async function endEnhancement(
  db: Db,
  actor: Actor,
  said: Said & { readonly id: Id; readonly from: IsoDate },
): Promise<EnhancementOutcome> {
  const { id, from } = said
  const found = await standingOn(db, said, id, from)
  if ('outcome' in found) return found
  const fact = { subjectId: id, held: { from, until: null }, values: null }
  return write(db, actor, said, from, { kind: 'enhancement-ended', enhancementId: id }, fact, () =>
    reviewed(db, actor, said, found),
  )
}

/** What an officer has to do by the day of the review. */
const reviewTask = (
  { contract }: Said,
  { personReference, reviewOn }: Pick<EnhancementAsked, 'personReference' | 'reviewOn'>,
  id: Id,
): Task => ({
  kind: enhancementReview,
  subject: `${id} ${reviewOn}`,
  title: `Review the higher price for ${personReference} in ${contract.reference}`,
  due: reviewOn,
  role: 'contracts-officer',
  accountId: null,
})

/** The review that was due is done. */
async function reviewed(db: Db, actor: Actor, said: Said, enhancement: EnhancedPrice): Promise<void> {
  const { id } = await addTask(db, said.partnershipId, reviewTask(said, enhancement, enhancement.id))
  await completeTask(db, said.partnershipId, id, actor, said.at)
}

async function standingOn(
  db: Db,
  { partnershipId, contract }: Said,
  id: Id,
  from: IsoDate,
): Promise<EnhancedPrice | Extract<EnhancementOutcome, { outcome: 'refused' }>> {
  const all = await enhancementsOf(db, partnershipId, contract.id)
  const found = all.find((each) => each.id === id && each.from <= from && (each.until === null || from < each.until))
  const sentence = 'This enhancement does not hold on that day.'
  return found ?? { outcome: 'refused', because: 'over', field: 'from', sentence }
}

/** By itself it commits nothing: what is bought for the person does, at this price. */
async function write(
  db: Db,
  actor: Actor,
  { partnershipId, contract, reason, at }: Said,
  effectiveOn: IsoDate,
  asked: Record<string, unknown>,
  fact: HistoryFact,
  setTasks: () => Promise<void>,
): Promise<EnhancementOutcome> {
  const refused = (because: 'no-authority' | 'no-reason' | 'led-by-another', field: string, sentence: string) =>
    ({ outcome: 'refused', because, field, sentence }) as const
  if (reason.trim() === '') return refused('no-reason', 'reason', 'Give the reason for the decision.')
  if (contract.sharedFrom)
    return refused('led-by-another', 'reason', 'This contract is led by another partnership, which sets its prices.')
  const question = { partnershipId, kind: 'rates' as const, worth: { pence: 0, known: true }, on: londonDate(at) }
  const authority = await authorityFor(db, actor, question)
  if (!authority) return refused('no-authority', 'reason', 'You may not decide on prices. Ask somebody who may.')
  const begun = await beginChange(db, actor, {
    partnershipId,
    contractId: contract.id,
    kind: 'rates',
    baseVersion: contract.version,
    effectiveOn,
    reason: reason.trim(),
    asked,
    documentId: null,
    worthPence: 0,
    authority,
    at,
  })
  if (!begun.begun)
    throw conflict('A colleague has just changed this contract.', 'Look again, then repeat what you did.')
  const values = fact.values && { ...fact.values, change_id: begun.writing.changeId }
  await recordHistories(db, 'rate_enhancement', partnershipId, [{ ...fact, values }], at)
  await setTasks()
  await finishChange(db, actor, begun.writing, { rule: enhancementRule, payload: { asked, reason, effectiveOn } })
  return { outcome: 'applied', id: fact.subjectId }
}
