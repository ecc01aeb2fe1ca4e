import { sql } from 'kysely'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import type { Clock, Id } from '../values/index.ts'
import type { Mail, Mailer } from './mailer.ts'
import { outbox } from './schema.ts'

const minute = 60_000
/** A claim outlives any SMTP timeout; when the process dies, the message is free again after it. */
const claimed = 15 * minute

/**
 * Delivers a partnership's messages that are due, one by one, and says how many went.
 * A message goes at least once: who dies between sending it and noting so sends it again later.
 */
export async function deliverWaiting(
  database: Database,
  partnershipId: Id,
  clock: Clock,
  mailer: Mailer,
): Promise<{ sent: number; failed: number }> {
  const act = <T>(work: (db: Db) => Promise<T>) => asActor(database, systemActor(partnershipId), work)
  const result = { sent: 0, failed: 0 }
  for (;;) {
    const mail = await act((db) => claim(db, partnershipId, clock.now()))
    if (!mail) return result
    // Outside any transaction: a slow mail server must not hold the database.
    const error = await mailer.send(mail).then(
      () => undefined,
      (reason: unknown) => shortReason(reason),
    )
    await act((db) => settle(db, partnershipId, mail, error, clock.now()))
    if (error) result.failed += 1
    else result.sent += 1
  }
}

async function claim(db: Db, partnershipId: Id, now: Date): Promise<(Mail & { attempts: number }) | undefined> {
  const found = await outbox(db)
    .updateTable('outbox_message')
    .set({ claimed_until: new Date(now.getTime() + claimed), attempts: sql`attempts + 1` })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', (message) =>
      message
        .selectFrom('outbox_message as m')
        .select('m.id')
        .where('m.partnership_id', '=', partnershipId)
        .where('m.sent_at', 'is', null)
        .where('m.next_attempt_at', '<=', now)
        .where((due) => due.or([due('m.claimed_until', 'is', null), due('m.claimed_until', '<=', now)]))
        .orderBy('m.next_attempt_at')
        .orderBy('m.id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'recipient as to', 'subject', 'body as text', 'attempts'])
    .executeTakeFirst()
  return found && { ...found, to: found.to ?? '', text: found.text ?? '' }
}

async function settle(
  db: Db,
  partnershipId: Id,
  { id, attempts }: { id: Id; attempts: number },
  error: string | undefined,
  now: Date,
): Promise<void> {
  // After a failure: in 2, 4, 8 … minutes, and from then on once a day.
  const wait = Math.min(2 ** attempts, 24 * 60) * minute
  await outbox(db)
    .updateTable('outbox_message')
    .set(
      error
        ? { claimed_until: null, last_error: error, next_attempt_at: new Date(now.getTime() + wait) }
        : { claimed_until: null, last_error: null, sent_at: now, recipient: null, body: null },
    )
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .execute()
}

/** Why a message did not go, by the codes alone: what mail servers say in words repeats the address. */
export function shortReason(reason: unknown): string {
  const { code, responseCode, command } = (reason ?? {}) as Record<string, unknown>
  const parts = [code, responseCode, command].filter(
    (part) => (typeof part === 'string' && /^[A-Z0-9 ]{1,20}$/.test(part)) || typeof part === 'number',
  )
  return parts.join(' ') || 'unknown'
}
