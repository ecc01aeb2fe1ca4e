import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, accountOf } from '../auth/index.ts'
import { type Db, json } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import { entryDigest, noDigest, payloadDigest, sharedChain } from './chain.ts'
import { ledger } from './schema.ts'

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
  const partnershipId = chainOf(actor, happening)
  const { seq, digest: previous } = await takeHead(db, partnershipId)
  const id = newId()
  const salt = randomBytes(16).toString('hex')
  // As JSON would carry it, so that the digest is of what can be read back.
  const payload: unknown = JSON.parse(JSON.stringify(happening.payload ?? null))
  const entry = {
    partnership_id: partnershipId,
    seq,
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
  const digest = entryDigest(entry)
  await ledger(db)
    .insertInto('ledger_entry')
    .values({ ...entry, digest })
    .execute()
  await ledger(db)
    .insertInto('ledger_payload')
    .values({ partnership_id: partnershipId, entry_id: id, salt, payload: json(payload) })
    .execute()
  await ledger(db).updateTable('ledger_head').set({ digest }).where('partnership_id', '=', partnershipId).execute()
  return { seq, id }
}

function chainOf(actor: Actor, happening: Happening): Id {
  if (actor.kind === 'public') throw new Error('The public does nothing that is recorded; act as the system.')
  const chain = actor.kind === 'provider' ? happening.partnershipId : (actor.partnershipId ?? sharedChain)
  if (!chain) throw new Error('A provider acts in a partnership: name it in the entry.')
  return chain
}

/** Moves the head on by one and keeps it locked; the digest that comes back is still that of the entry before. */
const takeHead = (db: Db, partnershipId: Id): Promise<{ seq: number; digest: string }> =>
  ledger(db)
    .insertInto('ledger_head')
    .values({ partnership_id: partnershipId, seq: 1, digest: noDigest })
    .onConflict((conflict) => conflict.column('partnership_id').doUpdateSet({ seq: sql`ledger_head.seq + 1` }))
    .returning(['seq', 'digest'])
    .executeTakeFirstOrThrow()
