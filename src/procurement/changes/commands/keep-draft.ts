import { type Actor, accountOf, type Partnership } from '../../../core/auth/index.ts'
import { type Db, json } from '../../../core/db/index.ts'
import { conflict } from '../../../core/errors/index.ts'
import { record } from '../../../core/ledger/index.ts'
import { canonicalJson, type Id, sha256 } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { DraftContent } from '../forms/draft.ts'
import { first } from '../forms/typed.ts'
import type { Draft } from '../queries/drafts.ts'
import { writeContract } from './write/write-contract.ts'

/** Begins a contract with what was typed of it; gives its reference, under which everyone finds it. */
export async function beginDraft(
  db: Db,
  actor: Actor,
  {
    partnership,
    content,
    at,
  }: { readonly partnership: Partnership; readonly content: DraftContent; readonly at: Date },
): Promise<{ id: Id; reference: string }> {
  const contract = await writeContract(db, { partnership, at })
  await procurement(db)
    .insertInto('contract_draft')
    .values({
      partnership_id: partnership.id,
      contract_id: contract.id,
      content: json(content),
      changed_at: at,
      changed_by: accountOf(actor),
    })
    .execute()
  await record(db, actor, at, {
    event: 'procurement.draft-begun',
    subject: { kind: 'contract', id: contract.id },
    payload: { reference: contract.reference, title: first(content.details, 'title') },
  })
  return contract
}

/** What stands in a part of a draft, shortly: a form that was opened on something else is told. */
export const draftMark = (part: unknown): string => sha256(canonicalJson(part ?? null)).slice(0, 16)

/** Keeps what was typed; refused when a colleague kept something else since the draft was read. */
export async function keepDraft(
  db: Db,
  actor: Actor,
  {
    partnershipId,
    draft,
    content,
    at,
  }: { readonly partnershipId: Id; readonly draft: Draft; readonly content: DraftContent; readonly at: Date },
): Promise<void> {
  if (draft.waiting) throw conflict('This draft waits for approval and can’t be changed meanwhile.')
  const { numUpdatedRows } = await procurement(db)
    .updateTable('contract_draft')
    .set({ content: json(content), changed_at: at, changed_by: accountOf(actor) })
    .where('partnership_id', '=', partnershipId)
    .where('contract_id', '=', draft.contractId)
    .where('content', '=', json(draft.content))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw conflict('Somebody changed this draft at the same moment. Send it again.')
  await record(db, actor, at, {
    event: 'procurement.draft-kept',
    subject: { kind: 'contract', id: draft.contractId },
    payload: { reference: draft.reference },
  })
}

/** Gives a draft up: its reference stays used, and what was typed is forgotten. */
export async function dropDraft(
  db: Db,
  actor: Actor,
  { partnershipId, draft, at }: { readonly partnershipId: Id; readonly draft: Draft; readonly at: Date },
): Promise<void> {
  if (draft.waiting) throw conflict('This draft waits for approval and can’t be given up meanwhile.')
  await forgetDraft(db, partnershipId, draft.contractId)
  await procurement(db)
    .updateTable('contract')
    .set({ stage: 'withdrawn' })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', draft.contractId)
    .where('stage', '=', 'draft')
    .execute()
  await record(db, actor, at, {
    event: 'procurement.draft-dropped',
    subject: { kind: 'contract', id: draft.contractId },
    payload: { reference: draft.reference, title: first(draft.content.details, 'title') },
  })
}

/** Forgets what was typed of a contract, once it is awarded or given up. */
export const forgetDraft = (db: Db, partnershipId: Id, contractId: Id) =>
  procurement(db)
    .deleteFrom('contract_draft')
    .where('partnership_id', '=', partnershipId)
    .where('contract_id', '=', contractId)
    .execute()
