import { sql } from 'kysely'
import { type Partnership, type Role, type SignedIn, systemActor } from '../../auth/index.ts'
import { partnershipById } from '../../auth/partnership.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor, type Db } from '../../db/index.ts'
import { conflict } from '../../errors/index.ts'
import { record } from '../../ledger/index.ts'
import { type Id, newId, sha256 } from '../../values/index.ts'
import { accountBy, type Door, type Known, note } from '../door.ts'
import { headersFor, libraryOf } from '../library.ts'
import { faultOf } from '../library-fault.ts'
import { type PasswordFault, passwordFault } from '../password-rule.ts'

/** An invitation that somebody holds the link of. */
export interface HeldInvitation {
  readonly id: Id
  readonly partnership: Partnership
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organisationId: Id | null
  /** Whoever has this mail address already. */
  readonly account: Known | undefined
}

/** What a link of an invitation opens. */
export type Opened =
  | { readonly is: 'open'; readonly invitation: HeldInvitation }
  | { readonly is: 'unknown' | 'expired' | 'withdrawn' | 'accepted' }

/** Looks up an invitation by the word in its link. */
export async function openInvitation({ database, clock }: Door, token: string): Promise<Opened> {
  const found = await asActor(database, systemActor(), async (db) => {
    const row = await auth(db)
      .selectFrom('invitation as i')
      .selectAll()
      .where('i.token_digest', '=', sha256(token))
      .executeTakeFirst()
    return row && { row, partnership: await partnershipById(db, row.partnership_id) }
  })
  if (!found) return { is: 'unknown' }
  const { row, partnership } = found
  if (row.accepted_at) return { is: 'accepted' }
  if (row.withdrawn_at) return { is: 'withdrawn' }
  if (row.expires_at <= clock.now()) return { is: 'expired' }
  const { id, email, name, roles, organisation_id: organisationId } = row
  const account = await accountBy(database, { email })
  return { is: 'open', invitation: { id, partnership, email, name, roles, organisationId, account } }
}

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
  const owner = ownerOf(door.database)
  // The old password and second step of somebody who begins again, or what an acceptance that was cut off left behind.
  await sql`delete from sign_in."user" u where u.email = ${invitation.email} and not exists (select from account a
    join membership m on m.account_id = a.id and m.ended_at is null where a.sign_in_user = u.id and a.ended_at is null)`.execute(
    owner,
  )
  const { api } = await libraryOf(door)
  try {
    const { headers, response } = await api.signUpEmail({
      body: { email: invitation.email, name, password },
      headers: headersFor(door, ''),
      returnHeaders: true,
    })
    const { accountId, membershipId } = await asActor(door.database, systemActor(), async (db) => {
      const account = await accountFor(db, invitation, name, response.user.id, door.clock.now())
      return { accountId: account, membershipId: await join(db, invitation, account, door.clock.now()) }
    })
    await sql`update sign_in.session set "membershipId" = ${membershipId} where token = ${response.token ?? ''}`.execute(
      owner,
    )
    await finish(door, invitation, accountId, name)
    return { is: 'in', cookies: headers.getSetCookie() }
  } catch (error) {
    // The same form sent twice at once: the other one made the account.
    if (faultOf(error))
      throw conflict('This invitation was accepted at the same moment.', 'Sign in with the password you chose.')
    throw error
  }
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
  return id
}

/**
 * What whoever holds the link has to do. Who can act for nobody begins again, with a new password and second step: so
 * a lost phone is mended by ending access and inviting again.
 */
export const invitationStep = (
  { account }: HeldInvitation,
  signedIn: SignedIn | undefined,
): 'new' | 'join' | 'sign-in' => {
  if (!account || account.ended || account.memberships.length === 0) return 'new'
  return signedIn?.account.id === account.id ? 'join' : 'sign-in'
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
