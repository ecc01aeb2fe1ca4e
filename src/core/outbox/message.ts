import type { Db } from '../db/index.ts'
import { invalid } from '../errors/index.ts'
import { enqueue } from '../jobs/index.ts'
import { type Id, newId } from '../values/index.ts'
import { deliverJob } from './jobs.ts'
import { outbox } from './schema.ts'

/** A message by mail. It says that there is something to see and where; what is private stays behind the sign-in. */
export interface Message {
  partnershipId: Id
  /** By module, for lists and counts: `brokerage.offer-open`. */
  kind: string
  to: string
  subject: string
  text: string
}

/** Puts a message in the outbox, in the caller's transaction; it is delivered after the commit, if there is one. */
export async function sendLater(db: Db, at: Date, message: Message): Promise<Id> {
  // One address, and no line that could pass for another header.
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(message.to)) throw invalid('A message needs one mail address to go to.')
  if (/[\r\n]/.test(message.subject)) throw invalid('The subject of a message is a single line.')
  const id = newId()
  await outbox(db)
    .insertInto('outbox_message')
    .values({
      partnership_id: message.partnershipId,
      id,
      kind: message.kind,
      recipient: message.to,
      subject: message.subject,
      body: message.text,
      written_at: at,
      attempts: 0,
      next_attempt_at: at,
    })
    .execute()
  await enqueue(db, deliverJob, { partnershipId: message.partnershipId })
  return id
}

/** A message that has not gone out. */
export interface WaitingMessage {
  id: Id
  kind: string
  subject: string
  writtenAt: Date
  attempts: number
  lastError: string | null
}

/** The messages that have not gone out, the oldest first, after the one that ended the page before. */
export function waitingMessages(db: Db, partnershipId: Id, after?: Id, limit = 50): Promise<WaitingMessage[]> {
  const query = outbox(db)
    .selectFrom('outbox_message as m')
    .select(['m.id', 'm.kind', 'm.subject', 'm.written_at as writtenAt', 'm.attempts', 'm.last_error as lastError'])
    .where('m.partnership_id', '=', partnershipId)
    .where('m.sent_at', 'is', null)
  // Identifiers sort by when they were made.
  return (after ? query.where('m.id', '>', after) : query).orderBy('m.id').limit(limit).execute()
}
