import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type SignedIn, systemActor } from '../../auth/index.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor } from '../../db/index.ts'
import { sendLater } from '../../outbox/index.ts'
import type { Id } from '../../values/index.ts'
import { accountBy, type Door, inTurn, type Known, nameDigestOf, note, shutUntil } from '../door.ts'
import { headersFor, libraryOf } from '../library.ts'
import { faultOf } from '../library-fault.ts'
import { passwordChangedMail, resetMail, resetMinutes } from '../mails.ts'
import { type PasswordFault, passwordFault } from '../password-rule.ts'
import { paths, resetLink } from '../paths.ts'
import { aboutOf } from './sessions.ts'

const resetName = (token: string) => `reset-password:${token}`

/** Mails a link to set a new password, when somebody who can sign in has this address; nobody is told whether. */
export async function askForReset(door: Door, email: string): Promise<void> {
  const account = await accountBy(door.database, { email })
  const grantedBy = account?.memberships[0]?.grantedBy
  const token = randomBytes(24).toString('base64url')
  const { context } = await libraryOf(door)
  if (!account?.userId || !grantedBy || account.ended || account.demonstration) return
  // Who comes from the organisation's sign-in service alone does not get a password by this.
  if (!(await context.internalAdapter.findCredentialAccount(account.userId))) return
  if (await askedOften(door, account.id)) return
  await context.internalAdapter.createVerificationValue({
    identifier: resetName(token),
    value: account.userId,
    expiresAt: new Date(Date.now() + resetMinutes * 60_000),
  })
  const values = { link: resetLink(door.origin, token) }
  await asActor(door.database, systemActor(grantedBy), (db) =>
    sendLater(db, door.clock.now(), { partnershipId: grantedBy, mail: resetMail, to: account.email, values }),
  )
  await note(door, { kind: 'reset-asked', accountId: account.id, partnershipId: grantedBy })
}

/** Whether so many links were asked for that more would only fill somebody's mailbox. */
async function askedOften({ database, clock }: Door, accountId: Id): Promise<boolean> {
  const { rows } = await sql`select from sign_in_event where account_id = ${accountId} and kind = 'reset-asked'
    and at > ${new Date(clock.now().getTime() - 15 * 60_000)} limit 3`.execute(ownerOf(database))
  return rows.length === 3
}

/** Whose new password a link sets; undefined when it is old, was used, or is none of ours. */
export async function resetFor(door: Door, token: string): Promise<Known | undefined> {
  if (!/^[\w-]{20,60}$/.test(token)) return undefined
  const { context } = await libraryOf(door)
  const standing = await context.internalAdapter.findVerificationValue(resetName(token))
  if (!standing || standing.expiresAt < new Date()) return undefined
  return accountBy(door.database, { userId: standing.value })
}

/** What became of a new password. */
export type PasswordOutcome =
  | { readonly is: 'set'; readonly cookies: readonly string[] }
  | { readonly is: 'unfit'; readonly fault: PasswordFault }
  | { readonly is: 'wrong' }
  | { readonly is: 'locked'; readonly until: Date }
  | { readonly is: 'old-link' }

/** Sets a new password by a link, which works once, and ends every session. */
export async function resetPassword(door: Door, token: string, password: string): Promise<PasswordOutcome> {
  const account = await resetFor(door, token)
  const grantedBy = account?.memberships[0]?.grantedBy
  if (!account || !grantedBy) return { is: 'old-link' }
  const fault = passwordFault(password, account)
  if (fault) return { is: 'unfit', fault }
  const { api } = await libraryOf(door)
  try {
    await api.resetPassword({ body: { token, newPassword: password }, headers: headersFor(door, '') })
  } catch (error) {
    if (faultOf(error)) return { is: 'old-link' }
    throw error
  }
  await endLinks(door, account.userId)
  await told(door, 'password-reset', account, grantedBy)
  return { is: 'set', cookies: [] }
}

/** Changes one's own password; asks for the present one, and ends every other session. */
export async function changePassword(
  door: Door,
  signedIn: SignedIn,
  { present, fresh }: { present: string; fresh: string },
): Promise<PasswordOutcome> {
  const fault = passwordFault(fresh, signedIn.account)
  if (fault) return { is: 'unfit', fault }
  const checked = await checkPassword(door, signedIn, present)
  if (checked.is !== 'right') return checked
  const { api } = await libraryOf(door)
  const { headers, response } = await api.changePassword({
    body: { currentPassword: present, newPassword: fresh, revokeOtherSessions: true },
    headers: headersFor(door, door.cookies),
    returnHeaders: true,
  })
  await sql`update sign_in.session set "membershipId" = ${signedIn.membership.id} where token = ${response.token}`.execute(
    ownerOf(door.database),
  )
  await endLinks(door, signedIn.userId)
  const { accountId, partnershipId } = aboutOf(signedIn)
  await told(door, 'password-changed', { id: accountId, email: signedIn.account.email }, partnershipId)
  return { is: 'set', cookies: headers.getSetCookie() }
}

/** Links to set a password that were asked for before, and sign-ins that wait for their code: both rest on the old one. */
const endLinks = (door: Door, userId: string | null) =>
  sql`delete from sign_in.verification where value = ${userId}`.execute(ownerOf(door.database))

/** Whether whoever is signed in knows their password; wrong ones count towards the lock. */
export function checkPassword(
  door: Door,
  { account, membership, userId }: SignedIn,
  password: string,
): Promise<{ is: 'right' } | { is: 'wrong' } | { is: 'locked'; until: Date }> {
  const nameDigest = nameDigestOf(door.config, account.email)
  return inTurn(nameDigest, async () => {
    const until = await shutUntil(door, { nameDigest })
    if (until) return { is: 'locked', until }
    const { context } = await libraryOf(door)
    const credential = await context.internalAdapter.findCredentialAccount(userId)
    const hash = credential?.password
    if (hash && (await context.password.verify({ hash, password }))) return { is: 'right' }
    await note(door, { kind: 'wrong-password', accountId: account.id, partnershipId: membership.grantedBy, nameDigest })
    return { is: 'wrong' }
  })
}

async function told(
  door: Door,
  kind: 'password-reset' | 'password-changed',
  { id, email }: { id: Id; email: string },
  partnershipId: Id,
): Promise<void> {
  await asActor(door.database, systemActor(partnershipId), (db) =>
    sendLater(db, door.clock.now(), {
      partnershipId,
      mail: passwordChangedMail,
      to: email,
      values: { forgotten: `${door.origin}${paths.forgotten}` },
    }),
  )
  await note(door, { kind, accountId: id, partnershipId, nameDigest: nameDigestOf(door.config, email) })
}
