import { sql } from 'kysely'
import { systemActor } from '../../auth/index.ts'
import type { Config } from '../../config/index.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor } from '../../db/index.ts'
import { conflict } from '../../errors/index.ts'
import { sendLater } from '../../outbox/index.ts'
import { type Id, newId } from '../../values/index.ts'
import { accountBy, type Door, inTurn, nameDigestOf, note } from '../door.ts'
import { oidcFirstMail } from '../mails.ts'
import { admit, type OidcRefusal } from '../oidc-admission.ts'
import { type OidcPerson, oidcEntrance, oidcPerson } from '../oidc-service.ts'
import { belongsTo, challengeOf, newTrip, type OidcTrip, tripCookieHeader, tripIn } from '../oidc-trip.ts'
import { OidcTrouble } from '../oidc-trouble.ts'
import { paths } from '../paths.ts'
import { acceptFor, clearAway } from './accept-invitation.ts'
import { accountOf, remember, subjectOf } from './oidc-subject.ts'
import { openInvitationTo } from './open-invitation.ts'
import { openSession } from './sessions.ts'

type Client = NonNullable<Config['oidc']>

/** What the service sent back with the browser. */
export interface CameBack {
  readonly code: string
  readonly state: string
  readonly error: string | undefined
  readonly issuer: string | undefined
}

/** What became of it; `cookies` are Set-Cookie headers for the answer. */
export type OidcOutcome =
  | { readonly is: 'in'; readonly cookies: readonly string[]; readonly to: string }
  | {
      readonly is: 'out'
      /** `start-again`: this browser did not ask for it, or asked too long ago, or it was used already. */
      readonly because: OidcRefusal | OidcTrouble['because'] | 'start-again'
      readonly email?: string | undefined
      readonly to: string
    }

const redirectUri = (door: Door) => `${door.origin}${paths.oidcCallback}`

/** Begins the way to the organisation's sign-in service: where to go, and the cookie that remembers it. */
export async function leaveForOidc(
  door: Door,
  client: Client,
  to: string,
): Promise<{ location: string; cookie: string } | undefined> {
  const [trip, now] = [newTrip(to), door.clock.now()]
  const { state, nonce } = trip
  const shown = { code_challenge: challengeOf(trip), code_challenge_method: 'S256' }
  try {
    const asked = { redirect_uri: redirectUri(door), state, nonce, ...shown }
    const location = await oidcEntrance(client, asked, now)
    return { location, cookie: await tripCookieHeader(door.config, trip, now) }
  } catch (error) {
    if (logged(door, error)) return undefined
    throw error
  }
}

/** Lets in whom the service vouches for, when we know them or have invited them; the session that the browser had ends. */
export async function returnFromOidc(
  door: Door,
  client: Client,
  came: CameBack,
  earlier?: string,
): Promise<OidcOutcome> {
  const now = door.clock.now()
  const trip = await tripIn(door.config, door.cookies, now)
  if (!trip || !belongsTo(trip, came.state)) return { is: 'out', because: 'start-again', to: trip?.to ?? paths.account }
  const { to, nonce, verifier } = trip
  if (came.error !== undefined || !came.code) return { is: 'out', because: 'unproven', to }
  try {
    const { code, issuer } = came
    const person = await oidcPerson(client, { code, issuer, verifier, nonce, redirectUri: redirectUri(door) }, now)
    return await inTurn(`${client.issuer} ${person.subject}`, () => letIn(door, client, person, trip, earlier))
  } catch (error) {
    if (logged(door, error)) return { is: 'out', because: error.because, to }
    throw error
  }
}

/** Whether it is trouble with the service, for whoever runs this one to read. */
function logged(door: Door, error: unknown): error is OidcTrouble {
  if (!(error instanceof OidcTrouble)) return false
  door.log.warn({ because: error.because, err: error }, 'Signing in with the organisation’s account failed.')
  return true
}

async function letIn(
  door: Door,
  client: Client,
  { subject, verifiedEmail: email }: OidcPerson,
  { to }: OidcTrip,
  earlier: string | undefined,
): Promise<OidcOutcome> {
  if (!email) return { is: 'out', because: 'unverified', to }
  const { issuer } = client
  const bySubject = await accountOf(door, { issuer, subject })
  const byEmail = await accountBy(door.database, { email })
  const before = byEmail && (await subjectOf(door, issuer, byEmail.id))
  // The link that they followed, when it was one, tells which of several invitations they mean.
  const token = to.startsWith(paths.invitation) ? (new URL(to, door.origin).searchParams.get('token') ?? '') : ''
  const invitation = await openInvitationTo(door, email, token)
  const admission = admit({
    bySubject,
    byEmail,
    otherBefore: before !== undefined && before !== subject,
    invited: invitation !== undefined,
  })
  if (admission.is === 'refused') {
    const kind = admission.because === 'other-person' ? 'oidc-refused' : 'no-access'
    const about = byEmail ?? bySubject
    const partnershipId = about?.memberships[0]?.grantedBy
    await note(door, { kind, accountId: about?.id, partnershipId, nameDigest: nameDigestOf(door.config, email) })
    return { is: 'out', because: admission.because, email, to }
  }
  if (admission.is === 'known') {
    const { account } = admission
    const [membership] = account.memberships
    if (!account.userId || !membership) throw new Error('An account that may come in has a membership.')
    const about = { accountId: account.id, partnershipId: membership.grantedBy }
    if (account !== bySubject) {
      await remember(door, { ...about, issuer, subject })
      const mail = { partnershipId: membership.grantedBy, mail: oidcFirstMail, to: account.email }
      const values = { service: client.name }
      await asActor(door.database, systemActor(membership.grantedBy), (db) =>
        sendLater(db, door.clock.now(), { ...mail, values }),
      )
    }
    return enter(door, { ...about, userId: account.userId, membershipId: membership.id, earlier, to })
  }
  if (!invitation) throw new Error('Only an open invitation lets somebody new in.')
  const { name, partnership } = invitation
  return inTurn(`accept ${email}`, async () => {
    await clearAway(door, invitation)
    const userId = newId()
    const { rows } = await sql`insert into sign_in."user" (id, name, email, "emailVerified", "updatedAt")
      values (${userId}, ${name}, ${email}, true, ${door.clock.now()}) on conflict do nothing returning id`.execute(
      ownerOf(door.database),
    )
    if (rows.length === 0) throw conflict('This invitation was accepted at the same moment.', 'Sign in again.')
    const { accountId, membershipId } = await acceptFor(door, invitation, { name, userId })
    const about = { accountId, partnershipId: partnership.id }
    await remember(door, { ...about, issuer, subject })
    return enter(door, { ...about, userId, membershipId, earlier, to: token ? paths.account : to })
  })
}

async function enter(
  door: Door,
  who: { accountId: Id; partnershipId: Id; userId: string; membershipId: Id; earlier: string | undefined; to: string },
): Promise<OidcOutcome> {
  const { accountId, partnershipId, userId, membershipId, earlier, to } = who
  const cookie = await openSession(door, userId, membershipId, 'oidc')
  if (earlier) await sql`delete from sign_in.session where id = ${earlier}`.execute(ownerOf(door.database))
  await note(door, { kind: 'signed-in-oidc', accountId, partnershipId })
  return { is: 'in', cookies: [cookie], to }
}
