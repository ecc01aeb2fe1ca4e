import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { secretsOf, systemActor } from '../auth/index.ts'
import { auth } from '../auth/schema.ts'
import type { Config } from '../config/index.ts'
import { asActor, type Database } from '../db/index.ts'
import type { Log } from '../log/index.ts'
import { type Clock, type Id, newId } from '../values/index.ts'
import type { DoorEvent } from './events.ts'
import { lockedUntil } from './lock-out.ts'
import type { Visitor } from './visitor.ts'

/** What the commands of this folder work with: the process's services, and whoever stands at the door. */
export interface Door {
  readonly database: Database
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly visitor: Visitor
  /** The cookies that the browser sent. */
  readonly cookies: string
  /** The site's own address, for links in mail. */
  readonly origin: string
}

/** An account as the door knows it. */
export interface Known {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly userId: string | null
  readonly demonstration: boolean
  readonly ended: boolean
  /** What they can act for now, the oldest first and a demonstration last: its mail is kept from going and open to all. */
  readonly memberships: readonly { id: Id; grantedBy: Id }[]
}

/** Finds an account by its email address or by the sign-in library's identifier. */
export function accountBy(database: Database, by: { email: string } | { userId: string }): Promise<Known | undefined> {
  return asActor(database, systemActor(), async (db) => {
    const query = auth(db)
      .selectFrom('account as a')
      .select(['a.id', 'a.name', 'a.email', 'a.sign_in_user', 'a.demonstration', 'a.ended_at'])
    const found = await ('email' in by
      ? query.where('a.email', '=', by.email.trim().toLowerCase())
      : query.where('a.sign_in_user', '=', by.userId)
    ).executeTakeFirst()
    if (!found) return undefined
    const memberships = await auth(db)
      .selectFrom('membership as m')
      .innerJoin('partnership as p', 'p.id', 'm.granted_by_partnership_id')
      .select(['m.id', 'm.granted_by_partnership_id as grantedBy'])
      .where('m.account_id', '=', found.id)
      .where('m.ended_at', 'is', null)
      .orderBy('p.demonstration')
      .orderBy('m.since')
      .orderBy('m.id')
      .limit(100)
      .execute()
    const { sign_in_user: userId, ended_at, ...rest } = found
    return { ...rest, userId, ended: ended_at !== null, memberships }
  })
}

/** What happened, and to whom. */
export interface Noted {
  readonly kind: DoorEvent
  readonly accountId?: Id | undefined
  readonly partnershipId?: Id | undefined
  /** Stands for the address that was typed. */
  readonly nameDigest?: string | undefined
}

/** Keeps what happened at the door. */
export function note(
  { database, clock, visitor }: Pick<Door, 'database' | 'clock' | 'visitor'>,
  { kind, accountId, partnershipId, nameDigest }: Noted,
): Promise<void> {
  return asActor(database, systemActor(), async (db) => {
    await auth(db)
      .insertInto('sign_in_event')
      .values({
        id: newId(),
        at: clock.now(),
        kind,
        account_id: accountId ?? null,
        partnership_id: partnershipId ?? null,
        name_digest: nameDigest ?? null,
        ...visitor,
      })
      .execute()
  })
}

/** A word that stands for an email address, so that failures count alike for one that nobody has. */
export const nameDigestOf = (config: Config, email: string): string =>
  createHmac('sha256', secretsOf(config).values[0]).update(email.trim().toLowerCase()).digest('base64url').slice(0, 22)

/** Until when the door is shut for a name (passwords) or an account (codes), counted from what was noted, for all processes. */
export function shutUntil(
  { database, clock }: Door,
  of: { nameDigest: string } | { accountId: Id },
): Promise<Date | undefined> {
  const now = clock.now()
  const [failure, successes] =
    'nameDigest' in of
      ? ['wrong-password', ['signed-in', 'password-reset', 'unlocked']]
      : ['wrong-code', ['signed-in', 'recovery-code-used', 'unlocked']]
  return asActor(database, systemActor(), async (db) => {
    const rows = await auth(db)
      .selectFrom('sign_in_event as e')
      .select(['e.at', sql<boolean>`e.kind = ${failure}`.as('failed')])
      .where(
        'nameDigest' in of ? 'e.name_digest' : 'e.account_id',
        '=',
        'nameDigest' in of ? of.nameDigest : of.accountId,
      )
      .where('e.kind', 'in', [failure as string, ...successes])
      .where('e.at', '>', new Date(now.getTime() - 45 * 60_000))
      .orderBy('e.id')
      .limit(500)
      .execute()
    const since = rows.slice(rows.findLastIndex((row) => !row.failed) + 1)
    return lockedUntil(
      since.map((row) => row.at),
      now,
    )
  })
}

const turns = new Map<string, Promise<unknown>>()

/** Lets attempts on one name wait for each other, so that many at once are not more tries than one after another. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(name)
  const mine = (before ?? Promise.resolve()).then(work, work)
  turns.set(name, mine)
  try {
    return await mine
  } finally {
    if (turns.get(name) === mine) turns.delete(name)
  }
}
