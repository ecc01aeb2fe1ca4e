import { sql } from 'kysely'
import { type Actor, accountOf, type Role } from '../../../../core/auth/index.ts'
import { type Db, json } from '../../../../core/db/index.ts'
import { type Id, type IsoDate, newId, type Pence } from '../../../../core/values/index.ts'
import type { ChangeKind } from '../../../change-kind.ts'
import { procurement } from '../../../schema/index.ts'
import { inSlices, type Writing } from './writing.ts'

/** A change that was decided and is about to be written. */
export interface DecidedChange {
  readonly partnershipId: Id
  readonly contractId: Id
  readonly kind: ChangeKind
  /** The version that it was decided on. */
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
  readonly reason: string
  /** `Change`, or for an import what the file said. */
  readonly asked: unknown
  readonly documentId: Id | null
  /** What it commits. */
  readonly worthPence: Pence
  /** Under which it is approved; an import needs none. */
  readonly authority: { readonly id: Id; readonly limitPence: Pence; readonly role: Role } | null
  /** When it was proposed first: that proposal, with the words of who approves it. */
  readonly proposed?: { readonly changeId: Id; readonly words: string } | undefined
  readonly at: Date
}

/**
 * Takes the next version of a contract and enters its change, after which its facts can be written.
 * When someone else took that version first, nothing is written: look again.
 */
export async function beginChange(
  db: Db,
  actor: Actor,
  change: DecidedChange,
): Promise<{ begun: true; writing: Writing; version: number } | { begun: false }> {
  const version = change.baseVersion + 1
  const { numUpdatedRows } = await procurement(db)
    .updateTable('contract')
    .set({ version, ...(change.baseVersion === 0 ? { stage: 'awarded' as const } : {}) })
    .where('partnership_id', '=', change.partnershipId)
    .where('id', '=', change.contractId)
    .where('version', '=', change.baseVersion)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return { begun: false }
  const changeId = change.proposed
    ? await approveProposal(db, actor, change, change.proposed)
    : await enterChange(db, actor, change)
  const { partnershipId, contractId, at } = change
  return { begun: true, writing: { partnershipId, contractId, changeId, at }, version }
}

async function enterChange(db: Db, actor: Actor, change: DecidedChange): Promise<Id> {
  const [writing] = await enterChanges(db, actor, [change])
  if (!writing) throw new Error('A change was not entered.')
  return writing.changeId
}

/** Enters changes of contracts whose versions are taken already, after which their facts can be written. */
export async function enterChanges(db: Db, actor: Actor, changes: readonly DecidedChange[]): Promise<Writing[]> {
  const rows = changes.map((change) => ({
    partnership_id: change.partnershipId,
    id: newId(),
    contract_id: change.contractId,
    kind: change.kind,
    effective_on: change.effectiveOn,
    reason: change.reason,
    asked: json(change.asked),
    document_id: change.documentId,
    proposed_by: accountOf(actor),
    proposed_at: change.at,
    decision_words: null,
    ...decided(actor, change),
  }))
  await inSlices(rows, (slice) => procurement(db).insertInto('contract_change').values(slice).execute())
  return changes.map(({ partnershipId, contractId, at }, index) => ({
    partnershipId,
    contractId,
    changeId: rows[index]?.id ?? '',
    at,
  }))
}

async function approveProposal(
  db: Db,
  actor: Actor,
  change: DecidedChange,
  { changeId, words }: { readonly changeId: Id; readonly words: string },
): Promise<Id> {
  await procurement(db)
    .updateTable('contract_change')
    .set({ ...decided(actor, change), asked: json(change.asked), decision_words: words.trim() || null })
    .where('partnership_id', '=', change.partnershipId)
    .where('id', '=', changeId)
    .where('state', '=', sql.lit('proposed'))
    .execute()
  return changeId
}

const decided = (actor: Actor, change: DecidedChange) => ({
  state: 'applied' as const,
  base_version: change.baseVersion,
  version: change.baseVersion + 1,
  value_pence: change.worthPence,
  decided_by: accountOf(actor),
  decided_at: change.at,
  authority_id: change.authority?.id ?? null,
  authority_limit: change.authority?.limitPence ?? null,
  authority_role: change.authority?.role ?? null,
})
