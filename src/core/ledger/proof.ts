import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { entryDigest, payloadDigest } from './chain.ts'
import type { Subject } from './record.ts'
import { ledger } from './schema.ts'

/** An entry with everything that its digests are made of, so that whoever holds it can check it. */
export interface ProvenEntry {
  readonly seq: number
  readonly id: Id
  readonly at: Date
  readonly actorKind: string
  readonly accountId: Id | null
  readonly event: string
  readonly subject: Subject
  readonly rule: string | null
  readonly ruleVersion: string | null
  readonly payloadDigest: string
  readonly previous: string
  readonly digest: string
  /** null when it was erased. */
  readonly said: { readonly salt: string; readonly payload: unknown } | null
  /** Whether both digests are those of what stands here. */
  readonly holds: boolean
}

/** The head of a partnership's chain: how many entries it has and the digest of the last. */
export const headOf = (db: Db, partnershipId: Id): Promise<{ seq: number; digest: string } | undefined> =>
  ledger(db)
    .selectFrom('ledger_head as h')
    .select(['h.seq', 'h.digest'])
    .where('h.partnership_id', '=', partnershipId)
    .executeTakeFirst()

/** What happened to some subjects of one kind, in order, with what proves it. */
export async function provenEntriesOf(
  db: Db,
  partnershipId: Id,
  { kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
): Promise<ProvenEntry[]> {
  if (ids.length === 0) return []
  const rows = await ledger(db)
    .selectFrom('ledger_entry as e')
    .leftJoin('ledger_payload as p', (join) =>
      join.onRef('p.partnership_id', '=', 'e.partnership_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['p.salt', 'p.payload'])
    .where('e.partnership_id', '=', partnershipId)
    .where('e.subject_kind', '=', kind)
    .where('e.subject_id', 'in', [...ids])
    .orderBy('e.seq')
    .execute()
  return rows.map(({ salt, payload, ...entry }) => ({
    seq: entry.seq,
    id: entry.id,
    at: entry.at,
    actorKind: entry.actor_kind,
    accountId: entry.account_id,
    event: entry.event,
    subject: { kind: entry.subject_kind, id: entry.subject_id },
    rule: entry.rule,
    ruleVersion: entry.rule_version,
    payloadDigest: entry.payload_digest,
    previous: entry.previous,
    digest: entry.digest,
    said: salt === null ? null : { salt, payload },
    holds:
      entryDigest(entry) === entry.digest && (salt === null || payloadDigest(salt, payload) === entry.payload_digest),
  }))
}

/** Erases what some entries say, salt and all; the entries and the chain stay whole. Only the product itself may. Says how many said anything. */
export async function erasePayloads(db: Db, partnershipId: Id, entryIds: readonly Id[]): Promise<number> {
  if (entryIds.length === 0) return 0
  const erased = await ledger(db)
    .deleteFrom('ledger_payload')
    .where('partnership_id', '=', partnershipId)
    .where('entry_id', 'in', [...entryIds])
    .executeTakeFirst()
  return Number(erased.numDeletedRows)
}
