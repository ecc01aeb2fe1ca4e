import { partnershipById } from '../auth/partnership.ts'
import type { Db } from '../db/index.ts'
import { invalid } from '../errors/index.ts'
import { enqueue } from '../jobs/index.ts'
import { type Id, newId } from '../values/index.ts'
import { deliverJob } from './jobs.ts'
import type { MailKind } from './mail-kind.ts'
import { outbox } from './schema.ts'

const hour = 3_600_000

/** A message to one address, in the name of a partnership. */
export interface Message<Values> {
  readonly partnershipId: Id
  readonly mail: MailKind<Values>
  readonly to: string
  readonly values: NoInfer<Values>
}

/** Puts a message in the outbox, in the caller's transaction; it is delivered after the commit, if there is one. */
export async function sendLater<Values>(
  db: Db,
  at: Date,
  { partnershipId, mail, to, values }: Message<Values>,
): Promise<Id> {
  // One address, and no line that could pass for another header.
  if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(to)) throw invalid('A message needs one email address to go to.')
  const id = newId()
  await outbox(db)
    .insertInto('outbox_message')
    .values({
      partnership_id: partnershipId,
      id,
      kind: mail.kind,
      recipient: to,
      subject: mail.subject,
      body: `${mail.text(values).trimEnd()}\n\n${await closing(db, partnershipId)}\n`,
      written_at: at,
      attempts: 0,
      next_attempt_at: at,
      useful_until: mail.usefulForHours === undefined ? null : new Date(at.getTime() + mail.usefulForHours * hour),
    })
    .execute()
  await enqueue(db, deliverJob, { partnershipId })
  return id
}

async function closing(db: Db, partnershipId: Id): Promise<string> {
  const { name, demonstration } = await partnershipById(db, partnershipId)
  return demonstration
    ? `${name}\nThis is a demonstration of Mercat. The partnership has nothing to do with this message.`
    : name
}
