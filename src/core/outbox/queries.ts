import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { outbox } from './schema.ts'

/** Where a message stands: `failed` when it was given up. */
export type MailState = 'waiting' | 'sent' | 'failed'

/** A message as the list of mail shows it; `text` is null once it has gone or was dropped. */
export interface ListedMessage {
  id: Id
  kind: string
  subject: string
  state: MailState
  writtenAt: Date
  sentAt: Date | null
  failedAt: Date | null
  nextAttemptAt: Date
  attempts: number
  lastError: string | null
  text: string | null
}

const state = sql<MailState>`case when m.sent_at is not null then 'sent'
  when m.failed_at is not null then 'failed' else 'waiting' end`

const messages = (db: Db, partnershipId: Id) =>
  outbox(db)
    .selectFrom('outbox_message as m')
    .select([
      'm.id',
      'm.kind',
      'm.subject',
      state.as('state'),
      'm.written_at as writtenAt',
      'm.sent_at as sentAt',
      'm.failed_at as failedAt',
      'm.next_attempt_at as nextAttemptAt',
      'm.attempts',
      'm.last_error as lastError',
      'm.body as text',
    ])
    .where('m.partnership_id', '=', partnershipId)

/** The messages that are still to go out, the oldest first, after the one that ended the page before. */
export const waitingMessages = (db: Db, partnershipId: Id, after?: Id, limit = 50): Promise<ListedMessage[]> =>
  messages(db, partnershipId)
    .where('m.sent_at', 'is', null)
    .where('m.failed_at', 'is', null)
    // Identifiers sort by when they were made.
    .$if(after !== undefined, (query) => query.where('m.id', '>', after ?? ''))
    .orderBy('m.id')
    .limit(limit)
    .execute()

/** Which messages a list is of. */
export interface MailFilter {
  state?: MailState | undefined
  kind?: string | undefined
}

/** A partnership's messages, newest first; page by page. */
export const newestMessages = (
  db: Db,
  partnershipId: Id,
  { state: wanted, kind }: MailFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<ListedMessage[]> =>
  messages(db, partnershipId)
    .$if(wanted !== undefined, (query) => query.where(state, '=', wanted ?? 'sent'))
    .$if(kind !== undefined, (query) => query.where('m.kind', '=', kind ?? ''))
    .orderBy('m.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()

/** How many messages of one kind stand where. */
export interface MailCount {
  kind: string
  subject: string
  state: MailState
  messages: number
}

/** How many messages there are, by kind and state. */
export const mailCounts = (db: Db, partnershipId: Id): Promise<MailCount[]> =>
  outbox(db)
    .selectFrom('outbox_message as m')
    .select(['m.kind', state.as('state')])
    .select(sql<string>`max(m.subject)`.as('subject'))
    .select(sql<number>`count(*)::int`.as('messages'))
    .where('m.partnership_id', '=', partnershipId)
    .groupBy(['m.kind', state])
    .orderBy('m.kind')
    .execute()
