import { sql } from 'kysely'
import { systemActor } from '../auth/actor.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import type { Clock, Id } from '../values/index.ts'
import type { Delivery, Mail, Mailer } from './mailer.ts'
import { outbox } from './schema.ts'
import { tidy } from './tidy.ts'

const minute = 60_000
/** A claim outlives any timeout of a mailer; when the process dies, the message is free again after it. */
const claimed = 15 * minute
/** With the waits between them about a week of trying. */
const mostAttempts = 16

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
  await act((db) => tidy(db, partnershipId, clock.now()))
  for (;;) {
    const mail = await act((db) => claim(db, partnershipId, clock.now()))
    if (!mail) return result
    // Outside any transaction: a slow mail server must not hold the database.
    const delivery = await mailer.send(mail)
    await act((db) => settle(db, partnershipId, mail, delivery, clock.now()))
    if (delivery.sent) result.sent += 1
    else result.failed += 1
  }
}

async function claim(db: Db, partnershipId: Id, now: Date): Promise<Mail | undefined> {
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
        .where('m.failed_at', 'is', null)
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

async function settle(db: Db, partnershipId: Id, mail: Mail, delivery: Delivery, now: Date): Promise<void> {
  // After a failure: in 2, 4, 8 … minutes, and from then on once a day.
  const wait = Math.min(2 ** mail.attempts, 24 * 60) * minute
  await outbox(db)
    .updateTable('outbox_message')
    .set(
      delivery.sent
        ? { claimed_until: null, last_error: null, sent_at: now, recipient: null, body: null }
        : delivery.final || mail.attempts >= mostAttempts
          ? { claimed_until: null, last_error: delivery.because, failed_at: now }
          : { claimed_until: null, last_error: delivery.because, next_attempt_at: new Date(now.getTime() + wait) },
    )
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', mail.id)
    .where('sent_at', 'is', null)
    .execute()
}
