import type { Actor } from '../auth/actor.ts'
import type { Db } from '../db/index.ts'
import { conflict, notFound } from '../errors/index.ts'
import { enqueue } from '../jobs/index.ts'
import { record } from '../ledger/index.ts'
import type { Id } from '../values/index.ts'
import { deliverJob } from './jobs.ts'
import { outbox } from './schema.ts'

/** Lets a message that waits or was given up go out as soon as it can. */
export async function tryAgain(db: Db, actor: Actor, partnershipId: Id, id: Id, at: Date): Promise<void> {
  const message = await outbox(db)
    .selectFrom('outbox_message as m')
    .select(['m.kind', 'm.sent_at', 'm.body'])
    .where('m.partnership_id', '=', partnershipId)
    .where('m.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!message) throw notFound('This message')
  if (message.sent_at) throw conflict('This message has already been sent.')
  if (message.body === null)
    throw conflict(
      'This message is no longer of use, so its text was dropped.',
      'Do again what it was about, such as inviting the person.',
    )
  await outbox(db)
    .updateTable('outbox_message')
    .set({ failed_at: null, next_attempt_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .execute()
  await enqueue(db, deliverJob, { partnershipId })
  await record(db, actor, at, {
    event: 'outbox.tried-again',
    subject: { kind: 'message', id },
    payload: { kind: message.kind },
    partnershipId,
  })
}
