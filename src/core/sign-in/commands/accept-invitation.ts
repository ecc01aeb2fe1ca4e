import { sql } from 'kysely'
import { systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor, type Db } from '../../db/index.ts'
import { conflict } from '../../errors/index.ts'
import { record } from '../../ledger/index.ts'
import { type Id, newId } from '../../values/index.ts'
import { type Door, inTurn, note } from '../door.ts'
import { headersFor, libraryOf } from '../library.ts'
import { faultOf } from '../library-fault.ts'
import { type PasswordFault, passwordFault } from '../password-rule.ts'
import type { HeldInvitation } from './open-invitation.ts'

/** What became of accepting with a new account. */
export type Accepted =
  | { readonly is: 'in'; readonly cookies: readonly string[] }
  | { readonly is: 'unfit'; readonly fault: PasswordFault }

/** Makes the account of somebody new, or anew for one who can act for nobody, with a name and a password, and signs them in. */
export async function acceptAsNew(
  door: Door,
  invitation: HeldInvitation,
  { name, password }: { name: string; password: string },
): Promise<Accepted> {
  const fault = passwordFault(password, { name, email: invitation.email })
  if (fault) return { is: 'unfit', fault }
  // One after the other: a second click while the first makes the account must not take it for a remnant.
  return inTurn(`accept ${invitation.email}`, () => beginAnew(door, invitation, { name, password }))
}

async function beginAnew(
  door: Door,
  invitation: HeldInvitation,
  { name, password }: { name: string; password: string },
): Promise<Accepted> {
  await clearAway(door, invitation)
  const { api } = await libraryOf(door)
  try {
    const { headers, response } = await api.signUpEmail({
      body: { email: invitation.email, name, password },
      headers: headersFor(door, ''),
      returnHeaders: true,
    })
    const { membershipId } = await acceptFor(door, invitation, { name, userId: response.user.id })
    await sql`update sign_in.session set "membershipId" = ${membershipId} where token = ${response.token ?? ''}`.execute(
      ownerOf(door.database),
    )
    return { is: 'in', cookies: headers.getSetCookie() }
  } catch (error) {
    // The same form sent twice at once: the other one made the account.
    if (faultOf(error))
      throw conflict('This invitation was accepted at the same moment.', 'Sign in with the password you chose.')
    throw error
  }
}

/**
 * Takes away the old password and second step of somebody who begins again; or what an acceptance that was cut off left
 * behind, which is older than one that another process is about to finish.
 */
export const clearAway = ({ database }: Door, { email }: HeldInvitation): Promise<unknown> =>
  sql`delete from sign_in."user" u where u.email = ${email} and case
    when exists (select from account a where a.sign_in_user = u.id) then not exists (select from account a
      join membership m on m.account_id = a.id and m.ended_at is null where a.sign_in_user = u.id and a.ended_at is null)
    else u."createdAt" < now() - interval '1 minute' end`.execute(ownerOf(database))

/** Gives what the invitation gives to a person whom the sign-in library has just come to know. */
export async function acceptFor(
  door: Door,
  invitation: HeldInvitation,
  { name, userId }: { name: string; userId: string },
): Promise<{ accountId: Id; membershipId: Id }> {
  const accepted = await asActor(door.database, systemActor(), async (db) => {
    const accountId = await accountFor(db, invitation, name, userId, door.clock.now())
    return { accountId, membershipId: await join(db, invitation, accountId, door.clock.now()) }
  })
  await finish(door, invitation, accepted.accountId, name)
  return accepted
}

/** The account of the invited address, whose person is from now on the library's new one. */
async function accountFor(db: Db, { email }: HeldInvitation, name: string, userId: string, at: Date): Promise<Id> {
  const { id } = await auth(db)
    .insertInto('account')
    .values({
      id: newId(),
      email,
      name,
      sign_in_user: userId,
      demonstration: false,
      created_at: at,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ name, sign_in_user: userId, ended_at: null }))
    .returning('id')
    .executeTakeFirstOrThrow()
  // Whoever begins again need not be who came from the organisation's sign-in service before.
  await auth(db).deleteFrom('oidc_subject').where('account_id', '=', id).execute()
  return id
}

/** Adds what the invitation gives to the account of whoever is signed in. */
export async function acceptAsKnown(door: Door, invitation: HeldInvitation): Promise<Id> {
  const { account } = invitation
  if (!account) throw new Error('This invitation is to somebody new.')
  const membershipId = await asActor(door.database, systemActor(), (db) =>
    join(db, invitation, account.id, door.clock.now()),
  )
  await finish(door, invitation, account.id, account.name)
  return membershipId
}

async function join(db: Db, invitation: HeldInvitation, accountId: Id, at: Date): Promise<Id> {
  const taken = await auth(db)
    .updateTable('invitation')
    .set({ accepted_at: at })
    .where('partnership_id', '=', invitation.partnership.id)
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw conflict('This invitation was accepted or withdrawn at the same moment.')
  const id = newId()
  const partnershipId = invitation.organisationId ? null : invitation.partnership.id
  const standing = await auth(db)
    .selectFrom('membership as m')
    .select('m.id')
    .where('m.account_id', '=', accountId)
    .where('m.partnership_id', partnershipId ? '=' : 'is', partnershipId)
    .where('m.organisation_id', invitation.organisationId ? '=' : 'is', invitation.organisationId)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
  if (standing) return standing.id
  await auth(db)
    .insertInto('membership')
    .values({
      id,
      account_id: accountId,
      partnership_id: partnershipId,
      organisation_id: invitation.organisationId,
      granted_by_partnership_id: invitation.partnership.id,
      roles: [...invitation.roles],
      since: at,
      ended_at: null,
    })
    .execute()
  return id
}

async function finish(door: Door, invitation: HeldInvitation, accountId: Id, name: string): Promise<void> {
  const actor = systemActor(invitation.partnership.id)
  await asActor(door.database, actor, (db) =>
    record(db, actor, door.clock.now(), {
      event: 'auth.invitation-accepted',
      subject: { kind: 'account', id: accountId },
      payload: { name, roles: invitation.roles },
    }),
  )
  await note(door, { kind: 'invitation-accepted', accountId, partnershipId: invitation.partnership.id })
}
