import { tables } from '../db/index.ts'
import type { Id } from '../values/index.ts'

/** The table of `core/outbox`; address and text are dropped when the message has gone or is of no more use. */
export interface OutboxTables {
  outbox_message: {
    partnership_id: Id
    id: Id
    kind: string
    recipient: string | null
    subject: string
    body: string | null
    written_at: Date
    attempts: number
    next_attempt_at: Date
    claimed_until: Date | null
    /** Codes and never an address; also why it was given up. */
    last_error: string | null
    sent_at: Date | null
    /** When it was given up. */
    failed_at: Date | null
    /** Until when it is worth sending. */
    useful_until: Date | null
  }
}

/** The view of the database for `core/outbox`. */
export const outbox = tables<OutboxTables>()
