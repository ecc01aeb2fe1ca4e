import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, accountOf } from '../auth/index.ts'
import { ahead, type Db, json, keptPlan } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import { entryDigest, noDigest, payloadDigest, sharedChain } from './chain.ts'
import { type LedgerTables, ledger } from './schema.ts'

/** What an entry is about: `{ kind: 'package', id }`. */
export interface Subject {
  kind: string
  id: string
}

/** One thing that happened or was decided. */
export interface Happening {
  /** In the past tense, by module: `brokerage.offer-accepted`. */
  event: string
  subject: Subject
  /** The rule that decided, and its version, so that the decision can be replayed from the payload. */
  rule?: { name: string; version: string }
  /** The inputs and the outcome, as JSON; the only part that can be erased. */
  payload?: unknown
  /** Whose chain, when the actor is a provider; staff and the product write on their own. */
  partnershipId?: Id
}

/**
 * Adds an entry to the partnership's chain, in the caller's transaction.
 * Call it last: it holds the head of the chain until the transaction ends, and others of the partnership wait for it.
 */
export async function record(db: Db, actor: Actor, at: Date, happening: Happening): Promise<{ seq: number; id: Id }> {
  const [kept] = await recordAll(db, actor, at, [happening])
  if (!kept) throw new Error('An entry was not kept.')
  return kept
}

/** The same for many happenings of one chain, in their order and in a number of statements that hardly grows. */
export async function recordAll(
  db: Db,
  actor: Actor,
  at: Date,
  happenings: readonly Happening[],
): Promise<{ seq: number; id: Id }[]> {
  const [partnershipId, another] = new Set(happenings.map((happening) => chainOf(actor, happening)))
  if (partnershipId === undefined) return []
  if (another !== undefined) throw new Error('What is recorded at once is of one chain.')
  const { seq: last, digest: head } = await takeHead(db, partnershipId, happenings.length)
  let previous = head
  const entries: (LedgerTables['ledger_entry'] & Pick<LedgerTables['ledger_payload'], 'salt' | 'payload'>)[] = []
  for (const [index, happening] of happenings.entries()) {
    const id = newId()
    const salt = randomBytes(16).toString('hex')
    // As JSON would carry it, so that the digest is of what can be read back.
    const payload: unknown = JSON.parse(JSON.stringify(happening.payload ?? null))
    const entry = {
      partnership_id: partnershipId,
      seq: last - happenings.length + 1 + index,
      id,
      at,
      actor_kind: actor.kind,
      account_id: accountOf(actor),
      event: happening.event,
      subject_kind: happening.subject.kind,
      subject_id: happening.subject.id,
      rule: happening.rule?.name ?? null,
      rule_version: happening.rule?.version ?? null,
      payload_digest: payloadDigest(salt, payload),
      previous,
    }
    previous = entryDigest(entry)
    entries.push({ ...entry, digest: previous, salt, payload })
  }
  for (let from = 0; from < entries.length; from += atOnce) {
    await keep(db, partnershipId, entries.slice(from, from + atOnce))
  }
  return entries.map(({ seq, id }) => ({ seq, id }))
}

/** On which the database tells that a chain has grown, and whose. */
export const ledgerChannel = 'mercat_ledger'

/** Entries that one statement takes, so that none grows without bound. */
const atOnce = 1000

/** Writes entries with what they say, and the head, which is the last of them. One statement, of one text for any number. */
async function keep(db: Db, partnershipId: Id, entries: readonly { readonly digest: string }[]): Promise<void> {
  const digest = entries.at(-1)?.digest
  // Whoever follows changes hears of it when the transaction is committed, and not before.
  await ahead(
    ledger(db),
    sql`${keptPlan}with said as (select * from jsonb_to_recordset(${json(entries)}) as t (seq bigint, id uuid,
      at timestamptz, actor_kind text, account_id uuid, event text, subject_kind text, subject_id text, rule text,
      rule_version text, payload_digest text, previous text, digest text, salt text, payload jsonb)),
    entry as (insert into ledger_entry (partnership_id, seq, id, at, actor_kind, account_id, event, subject_kind,
        subject_id, rule, rule_version, payload_digest, previous, digest)
      select ${partnershipId}::uuid, seq, id, at, actor_kind, account_id, event, subject_kind, subject_id, rule,
        rule_version, payload_digest, previous, digest from said),
    payload as (insert into ledger_payload (partnership_id, entry_id, salt, payload)
      select ${partnershipId}::uuid, id, salt, coalesce(payload, 'null') from said),
    head as (update ledger_head set digest = ${digest} where partnership_id = ${partnershipId})
    select pg_notify(${ledgerChannel}::text, ${partnershipId}::text)`,
  )
}

function chainOf(actor: Actor, happening: Happening): Id {
  if (actor.kind === 'public') throw new Error('The public does nothing that is recorded; act as the system.')
  const chain = actor.kind === 'provider' ? happening.partnershipId : (actor.partnershipId ?? sharedChain)
  if (!chain) throw new Error('A provider acts in a partnership: name it in the entry.')
  return chain
}

/** Moves the head on and keeps it locked; the digest that comes back is still that of the entry before. */
const takeHead = (db: Db, partnershipId: Id, entries: number): Promise<{ seq: number; digest: string }> =>
  ledger(db)
    .insertInto('ledger_head')
    .values({ partnership_id: partnershipId, seq: entries, digest: noDigest })
    .onConflict((conflict) =>
      conflict.column('partnership_id').doUpdateSet({ seq: sql`ledger_head.seq + excluded.seq` }),
    )
    .returning(['seq', 'digest'])
    .modifyEnd(keptPlan)
    .executeTakeFirstOrThrow()
