import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { outbox } from './schema.ts'

const day = 24 * 3_600_000
/** How long the text of a message that was given up is kept, so that it can be tried again. */
const keptAfterFailure = 30 * day

/** Gives up what is no longer worth sending, and drops address and text of what was given up long ago. */
export async function tidy(db: Db, partnershipId: Id, now: Date): Promise<void> {
  await outbox(db)
    .updateTable('outbox_message')
    .set({ failed_at: now, last_error: 'expired', recipient: null, body: null })
    .where('partnership_id', '=', partnershipId)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('useful_until', '<=', now)
    .where((free) => free.or([free('claimed_until', 'is', null), free('claimed_until', '<=', now)]))
    .execute()
  await outbox(db)
    .updateTable('outbox_message')
    .set({ recipient: null, body: null })
    .where('partnership_id', '=', partnershipId)
    .where('recipient', 'is not', null)
    .where((old) =>
      old.or([
        old('failed_at', '<=', new Date(now.getTime() - keptAfterFailure)),
        old.and([old('failed_at', 'is not', null), old('useful_until', '<=', now)]),
      ]),
    )
    .execute()
}
