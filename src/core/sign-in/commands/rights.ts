import { sql } from 'kysely'
import type { Actor, Role } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor, type Database, type Db } from '../../db/index.ts'
import { conflict, invalid, notFound } from '../../errors/index.ts'
import { record } from '../../ledger/index.ts'
import type { Id } from '../../values/index.ts'

/** A membership that a partnership answers for. */
export interface MembershipRef {
  readonly partnershipId: Id
  readonly membershipId: Id
}

interface Standing {
  account_id: Id
  partnership_id: Id | null
  roles: Role[]
  name: string
}

/** Which roles somebody gets, and which the administrator saw them have. */
export interface NewRoles extends MembershipRef {
  readonly roles: readonly Role[]
  readonly seen?: readonly Role[] | undefined
}

/** Gives a member of the partnership's staff other roles. The last administrator stays one. */
export async function setRoles(
  db: Db,
  actor: Actor,
  at: Date,
  { partnershipId, membershipId, roles, seen }: NewRoles,
): Promise<void> {
  const standing = await take(db, { partnershipId, membershipId })
  if (seen && seen.toSorted().join() !== standing.roles.toSorted().join())
    throw conflict('A colleague has changed the roles of this person since you opened this page.')
  if (standing.partnership_id === null) throw invalid('A provider’s person has the one role of their organisation.')
  if (roles.length === 0) throw invalid('Choose at least one role.', 'To take all rights away, end their access.')
  if (!roles.includes('administrator')) await keepAnAdministrator(db, partnershipId, membershipId, standing)
  await auth(db)
    .updateTable('membership')
    .set({ roles: [...roles] })
    .where('id', '=', membershipId)
    .execute()
  await record(db, actor, at, {
    event: 'auth.roles-set',
    subject: { kind: 'account', id: standing.account_id },
    payload: { name: standing.name, before: standing.roles, roles },
    partnershipId,
  })
}

/** Ends somebody's access, and their sessions with it, at once. The last administrator stays. */
export async function endMembership(
  database: Database,
  actor: Actor,
  at: Date,
  { partnershipId, membershipId }: MembershipRef,
): Promise<void> {
  await asActor(database, actor, async (db) => {
    const standing = await take(db, { partnershipId, membershipId })
    await keepAnAdministrator(db, partnershipId, membershipId, standing)
    await auth(db).updateTable('membership').set({ ended_at: at }).where('id', '=', membershipId).execute()
    await record(db, actor, at, {
      event: 'auth.membership-ended',
      subject: { kind: 'account', id: standing.account_id },
      payload: { name: standing.name, roles: standing.roles },
      partnershipId,
    })
  })
  // The membership has ended already for whoever still holds a session; this takes the sessions themselves away.
  await sql`delete from sign_in.session where "membershipId" = ${membershipId}`.execute(ownerOf(database))
}

/** The membership, locked, so that two administrators can't remove each other at the same moment. */
async function take(db: Db, { partnershipId, membershipId }: MembershipRef): Promise<Standing> {
  await auth(db)
    .selectFrom('membership')
    .select('id')
    .where('granted_by_partnership_id', '=', partnershipId)
    .where(sql<boolean>`'administrator' = any (roles)`)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const found = await auth(db)
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.account_id', 'm.partnership_id', 'm.roles', 'a.name'])
    .where('m.id', '=', membershipId)
    .where('m.granted_by_partnership_id', '=', partnershipId)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound('This person')
  return found
}

async function keepAnAdministrator(db: Db, partnershipId: Id, membershipId: Id, standing: Standing): Promise<void> {
  if (!standing.roles.includes('administrator')) return
  const other = await auth(db)
    .selectFrom('membership as m')
    .select('m.id')
    .where('m.partnership_id', '=', partnershipId)
    .where('m.id', '<>', membershipId)
    .where(sql<boolean>`'administrator' = any (m.roles)`)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
  if (!other) throw conflict('This is the last administrator.', 'Make somebody else an administrator first.')
}
