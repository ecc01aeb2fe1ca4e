import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, actorFor, type Role, sessionCookie, signedInBy, signedToken } from '../../src/core/auth/index.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import type { Database } from '../../src/core/db/index.ts'
import { type Id, newId } from '../../src/core/values/index.ts'
import { newServices, testNow } from './new-app.ts'

/** For whom a test's person acts: staff of a partnership, or a provider's person whom a partnership invited. */
export type ActsFor =
  | { partnership: Id; roles: readonly Role[] }
  | { organisation: Id; roles: readonly Role[]; grantedBy: Id }

/** Somebody signed in, made through the real tables: the headers for `app.request`, and who they are. */
export interface Somebody {
  headers: { cookie: string; origin: string }
  accountId: Id
  membershipId: Id
  email: string
  actor: Actor
}

let made = 0

/** Makes a person with a second step and an open session; `again` adds a membership for an account that is there. */
export async function signedInAs(
  database: Database,
  acts: ActsFor & { name?: string; again?: Id; at?: Date },
  config = newServices(database).config,
): Promise<Somebody> {
  made += 1
  const owner = ownerOf(database)
  const { at = testNow, name = `Aila Example ${made}` } = acts
  const accountId = acts.again ?? newId()
  const email = `aila.${made}@example.org`
  if (!acts.again) {
    await sql`insert into sign_in."user" (id, name, email, "emailVerified", "updatedAt", "twoFactorEnabled")
      values (${accountId}, ${name}, ${email}, true, ${at}, true)`.execute(owner)
    await sql`insert into account (id, email, name, sign_in_user, created_at)
      values (${accountId}, ${email}, ${name}, ${accountId}, ${at})`.execute(owner)
  }
  const membershipId = newId()
  const [partnership, organisation, grantedBy] =
    'partnership' in acts ? [acts.partnership, null, acts.partnership] : [null, acts.organisation, acts.grantedBy]
  await sql`insert into membership (id, account_id, partnership_id, organisation_id, granted_by_partnership_id, roles, since)
    values (${membershipId}, ${accountId}, ${partnership}, ${organisation}, ${grantedBy}, ${[...acts.roles]}::text[], ${at})`.execute(
    owner,
  )
  const token = randomBytes(16).toString('hex')
  await sql`insert into sign_in.session (id, "expiresAt", token, "createdAt", "updatedAt", "userId", "membershipId", "userAgent", "ipAddress")
    values (${newId()}, ${new Date(at.getTime() + 12 * 3_600_000)}, ${token}, ${at}, ${at}, ${accountId}, ${membershipId}, 'Firefox on Linux', '192.0.2.0')`.execute(
    owner,
  )
  const signedIn = await signedInBy(database, token, at, async () => 'An organisation')
  if (!signedIn) throw new Error('Nobody is signed in.')
  const cookie = `${sessionCookie}=${signedToken(config, token)}`
  return { headers: { cookie, origin: 'http://localhost' }, accountId, membershipId, email, actor: actorFor(signedIn) }
}
