import { type Db, keptPlan } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { sharedChain } from './chain.ts'
import type { Subject } from './record.ts'
import { ledger } from './schema.ts'

/** An entry as it is read back. */
export interface LedgerEntry {
  seq: number
  id: Id
  at: Date
  actorKind: string
  accountId: Id | null
  event: string
  rule: string | null
  ruleVersion: string | null
  /** null when there was none or when it has been erased. */
  payload: unknown
  /** The entry's own fingerprint, and that of the entry before it in the chain. */
  digest: string
  previous: string
}

const entries = (db: Db, partnershipId: Id) =>
  ledger(db)
    .selectFrom('ledger_entry as e')
    .leftJoin('ledger_payload as p', (join) =>
      join.onRef('p.partnership_id', '=', 'e.partnership_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .select([
      'e.seq',
      'e.id',
      'e.at',
      'e.actor_kind as actorKind',
      'e.account_id as accountId',
      'e.event',
      'e.rule',
      'e.rule_version as ruleVersion',
      'p.payload',
      'e.digest',
      'e.previous',
    ])
    .where('e.partnership_id', '=', partnershipId)
    .orderBy('e.seq')

/** What happened to one subject, in order. */
export const entriesOf = (db: Db, partnershipId: Id, subject: Subject): Promise<LedgerEntry[]> =>
  entries(db, partnershipId).where('e.subject_kind', '=', subject.kind).where('e.subject_id', '=', subject.id).execute()

/** The last of what happened to one subject, the latest first. */
export const lastEntriesOf = (db: Db, partnershipId: Id, subject: Subject, most: number): Promise<LedgerEntry[]> =>
  entries(db, partnershipId)
    .where('e.subject_kind', '=', subject.kind)
    .where('e.subject_id', '=', subject.id)
    .clearOrderBy()
    .orderBy('e.seq', 'desc')
    .limit(most)
    .execute()

/** What a rule decided about some subjects, whatever its version, in order. */
export const entriesByRule = async (
  db: Db,
  partnershipId: Id,
  { rule, kind, ids }: { readonly rule: string; readonly kind: string; readonly ids: readonly Id[] },
): Promise<LedgerEntry[]> =>
  ids.length === 0
    ? []
    : entries(db, partnershipId)
        .where('e.subject_kind', '=', kind)
        .where('e.subject_id', 'in', [...new Set(ids)])
        .where('e.rule', '=', rule)
        .execute()

/** Erases what an entry says, salt and all; the entry and the chain stay whole. Says whether there was anything. */
export async function erasePayload(db: Db, partnershipId: Id, entryId: Id): Promise<boolean> {
  const erased = await ledger(db)
    .deleteFrom('ledger_payload')
    .where('partnership_id', '=', partnershipId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  return erased.numDeletedRows > 0n
}

/** The version of the data behind a partnership's pages: how far its own chain and the shared one have come, as "12.5". */
export async function ledgerVersion(db: Db, partnershipId: Id): Promise<string> {
  const heads = await ledger(db)
    .selectFrom('ledger_head as h')
    .select(['h.partnership_id', 'h.seq'])
    .where('h.partnership_id', 'in', [partnershipId, sharedChain])
    .execute()
  const seqOf = (id: Id) => heads.find((head) => head.partnership_id === id)?.seq ?? 0
  return `${seqOf(partnershipId)}.${seqOf(sharedChain)}`
}

/**
 * What everything that a partnership's own pages show is known by again: the digests of the last entries of its chain and
 * of the shared one, which any change moves on and nothing makes twice. Undefined before its first entry.
 */
export async function ledgerState(db: Db, partnershipId: Id): Promise<string | undefined> {
  const heads = await ledger(db)
    .selectFrom('ledger_head as h')
    .select(['h.partnership_id', 'h.digest'])
    .where('h.partnership_id', 'in', [partnershipId, sharedChain])
    .modifyEnd(keptPlan)
    .execute()
  const digestOf = (id: Id) => heads.find((head) => head.partnership_id === id)?.digest
  const own = digestOf(partnershipId)
  return own && `${own} ${digestOf(sharedChain) ?? ''}`
}
