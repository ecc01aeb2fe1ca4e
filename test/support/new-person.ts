import { sql } from 'kysely'
import type { Role } from '../../src/core/auth/index.ts'
import { systemActor } from '../../src/core/auth/index.ts'
import { partnershipById } from '../../src/core/auth/partnership.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { asActor, type Database } from '../../src/core/db/index.ts'
import { invite } from '../../src/core/sign-in/index.ts'
import type { Id } from '../../src/core/values/index.ts'

/** Invites somebody, as a command on the machine would, and gives the address in their mail. */
export async function inviteTo(
  database: Database,
  partnershipId: Id,
  {
    email,
    name = 'Aila Example',
    roles = ['commissioner'],
    organisation,
    at = new Date(),
  }: {
    email: string
    name?: string
    roles?: readonly Role[]
    organisation?: { id: Id; name: string }
    at?: Date
  },
): Promise<string> {
  const actor = systemActor(partnershipId)
  const { link } = await asActor(database, actor, async (db) =>
    invite(db, actor, at, {
      partnership: await partnershipById(db, partnershipId),
      email,
      name,
      roles,
      organisation,
      origin: 'http://localhost',
    }),
  )
  return link.replace('http://localhost', '')
}

/** The newest address in a mail to somebody. */
export async function linkInMailTo(database: Database, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ body: string }>`select body from outbox_message where recipient = ${email}
    order by id desc limit 1`.execute(ownerOf(database))
  return rows[0]?.body.match(/http:\/\/localhost(\S+)/)?.[1]
}
