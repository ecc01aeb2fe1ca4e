import { sql } from 'kysely'
import { systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor, type Database } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import { record } from '../../ledger/index.ts'
import type { Id } from '../../values/index.ts'

/** Ends an account with every membership and session, at once; for whoever runs the machine, so even the last administrator. */
export async function endAccount(database: Database, at: Date, email: string): Promise<{ memberships: number }> {
  const account = await asActor(database, systemActor(), async (db) => {
    const found = await auth(db)
      .updateTable('account')
      .set({ ended_at: at })
      .where('email', '=', email.trim().toLowerCase())
      .where('ended_at', 'is', null)
      .returning(['id', 'name', 'sign_in_user as userId'])
      .executeTakeFirst()
    if (!found) throw notFound('An account with this email address that has not ended')
    return found
  })
  const standing = await asActor(database, systemActor(), (db) =>
    auth(db)
      .updateTable('membership')
      .set({ ended_at: at })
      .where('account_id', '=', account.id)
      .where('ended_at', 'is', null)
      .returning(['roles', 'granted_by_partnership_id as grantedBy'])
      .execute(),
  )
  await sql`delete from sign_in.session where "userId" = ${account.userId}`.execute(ownerOf(database))
  for (const { grantedBy, roles } of standing) await recordEnd(database, at, grantedBy, { ...account, roles })
  return { memberships: standing.length }
}

/** On the chain of the partnership that answered for it. */
function recordEnd(
  database: Database,
  at: Date,
  partnershipId: Id,
  { id, name, roles }: { id: Id; name: string; roles: readonly string[] },
): Promise<unknown> {
  const actor = systemActor(partnershipId)
  return asActor(database, actor, (db) =>
    record(db, actor, at, {
      event: 'auth.membership-ended',
      subject: { kind: 'account', id },
      payload: { name, roles },
    }),
  )
}
