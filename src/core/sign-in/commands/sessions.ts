import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type SignedIn, sessionCookieHeader, sessionHours, signedToken, systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import { type Id, newId } from '../../values/index.ts'
import { type Door, note } from '../door.ts'

/** A session of one's own, as its list shows it. */
export interface OpenSession {
  readonly id: string
  readonly since: Date
  readonly seen: Date
  readonly browser: string
  readonly address: string
  readonly current: boolean
}

const newToken = () => randomBytes(24).toString('base64url')

/** A new token for a session that stays, so that one which somebody else may have seen is of no use; gives its cookie. */
export async function rotate(door: Door, sessionId: string, membershipId?: Id): Promise<string> {
  const token = newToken()
  await sql`update sign_in.session set token = ${token}, "membershipId" = coalesce(${membershipId ?? null}, "membershipId")
    where id = ${sessionId}`.execute(ownerOf(door.database))
  return sessionCookieHeader(door.config, signedToken(door.config, token))
}

/** A session without a password: of the demonstration's roles, and of whom the sign-in service vouches for. Gives its cookie. */
export async function openSession(
  door: Door,
  userId: string,
  membershipId: Id,
  way: SignedIn['way'] | null = null,
): Promise<string> {
  const [token, now] = [newToken(), door.clock.now()]
  await sql`insert into sign_in.session (id, token, "userId", "membershipId", "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent", way)
    values (${newId()}, ${token}, ${userId}, ${membershipId}, ${now}, ${now},
      ${new Date(now.getTime() + sessionHours * 3_600_000)}, ${door.visitor.address}, ${door.visitor.browser}, ${way})`.execute(
    ownerOf(door.database),
  )
  return sessionCookieHeader(door.config, signedToken(door.config, token))
}

/** The sessions of whoever is signed in that still hold: this one, then the newest first. */
export async function openSessions({ database, clock }: Door, signedIn: SignedIn): Promise<OpenSession[]> {
  const now = clock.now()
  const { rows } = await sql<Omit<OpenSession, 'current'>>`select id, "createdAt" as since, "updatedAt" as seen,
      coalesce("userAgent", '') as browser, coalesce("ipAddress", '') as address
    from sign_in.session where "userId" = ${signedIn.userId}
      and "createdAt" > ${new Date(now.getTime() - sessionHours * 3_600_000)} and "updatedAt" > ${new Date(now.getTime() - 3_600_000)}
    order by "createdAt" desc limit 100`.execute(ownerOf(database))
  const sessions = rows.map((row) => ({ ...row, current: row.id === signedIn.sessionId }))
  return sessions.toSorted((a, b) => Number(b.current) - Number(a.current))
}

/** Ends one of one's own sessions, or all but the present one. */
export async function endSessions(door: Door, signedIn: SignedIn, which: { id: string } | 'others'): Promise<void> {
  const owner = ownerOf(door.database)
  const ended =
    which === 'others'
      ? await sql`delete from sign_in.session where "userId" = ${signedIn.userId} and id <> ${signedIn.sessionId} returning id`.execute(
          owner,
        )
      : await sql`delete from sign_in.session where "userId" = ${signedIn.userId} and id = ${which.id} returning id`.execute(
          owner,
        )
  if (which !== 'others' && ended.rows.length === 0) throw notFound('This session', 'It may have ended already.')
  if (ended.rows.length > 0) await note(door, { kind: 'session-ended', ...aboutOf(signedIn) })
}

/** Ends the present session; gives the header that takes its cookie away. */
export async function signOut(door: Door, signedIn: SignedIn | undefined): Promise<string> {
  if (signedIn) {
    await sql`delete from sign_in.session where id = ${signedIn.sessionId}`.execute(ownerOf(door.database))
    await note(door, { kind: 'signed-out', ...aboutOf(signedIn) })
  }
  return sessionCookieHeader(door.config, undefined)
}

/** What whoever is signed in can act for. */
export interface Choice {
  readonly membershipId: Id
  readonly partnership: string | null
  readonly organisationId: Id | null
  readonly roles: readonly string[]
}

/** Everything that somebody can act for, partnerships first. */
export const choicesOf = ({ database }: Door, signedIn: SignedIn): Promise<Choice[]> =>
  asActor(database, systemActor(), (db) =>
    auth(db)
      .selectFrom('membership as m')
      .leftJoin('partnership as p', 'p.id', 'm.partnership_id')
      .select(['m.id as membershipId', 'p.title as partnership', 'm.organisation_id as organisationId', 'm.roles'])
      .where('m.account_id', '=', signedIn.account.id)
      .where('m.ended_at', 'is', null)
      .orderBy('p.title')
      .orderBy('m.id')
      .limit(100)
      .execute(),
  )

/** Goes on for another partnership or organisation, in the same session under a new token; gives its cookie. */
export async function switchTo(door: Door, signedIn: SignedIn, membershipId: string): Promise<string> {
  const chosen = (await choicesOf(door, signedIn)).find((choice) => choice.membershipId === membershipId)
  if (!chosen) throw notFound('This partnership or organisation', 'Your access to it may have ended.')
  const cookie = await rotate(door, signedIn.sessionId, chosen.membershipId)
  const grantedBy = await asActor(door.database, systemActor(), (db) =>
    auth(db)
      .selectFrom('membership as m')
      .select('m.granted_by_partnership_id as id')
      .where('m.id', '=', chosen.membershipId)
      .executeTakeFirstOrThrow(),
  )
  await note(door, { kind: 'switched', accountId: signedIn.account.id, partnershipId: grantedBy.id })
  return cookie
}

/** Of whom and for which partnership something is noted. */
export const aboutOf = ({ account, membership }: SignedIn) => ({
  accountId: account.id,
  partnershipId: membership.grantedBy,
})
