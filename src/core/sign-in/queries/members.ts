import { sql } from 'kysely'
import type { Role } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import type { Id } from '../../values/index.ts'

/** Somebody whom a partnership answers for, as its administrators see them. */
export interface Member {
  readonly membershipId: Id
  readonly accountId: Id
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Null for the partnership's own staff. */
  readonly organisationId: Id | null
  readonly since: Date
  readonly endedAt: Date | null
  readonly lastSignedInAt: Date | null
  /** The sign-in library's identifier; null before the first sign-in. */
  readonly userId: string | null
}

/** Which people a list is of. */
export interface MemberFilter {
  /** Letters of a name or an email address. */
  readonly search?: string | undefined
  readonly role?: Role | undefined
  /** Those whose access has ended, in place of those who have it. */
  readonly ended: boolean
}

const signIns = ['signed-in', 'signed-in-oidc', 'signed-in-demonstration', 'recovery-code-used', 'switched']

const memberships = (db: Db, partnershipId: Id) =>
  auth(db)
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .where('m.granted_by_partnership_id', '=', partnershipId)

const listed = (db: Db, partnershipId: Id) =>
  memberships(db, partnershipId).select((of) => [
    'm.id as membershipId',
    'a.id as accountId',
    'a.name',
    'a.email',
    'm.roles',
    'm.organisation_id as organisationId',
    'm.since',
    'm.ended_at as endedAt',
    'a.sign_in_user as userId',
    of
      .selectFrom('sign_in_event as e')
      .select(({ fn }) => fn.max('e.at').as('at'))
      .whereRef('e.account_id', '=', 'a.id')
      .where('e.partnership_id', '=', partnershipId)
      .where('e.kind', 'in', signIns)
      .as('lastSignedInAt'),
  ])

/** A page of the people whom a partnership answers for, by name, and how many there are in all. */
export async function membersOf(
  db: Db,
  partnershipId: Id,
  { search, role, ended }: MemberFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ members: Member[]; total: number }> {
  const letters = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : undefined
  const wanted = sql<boolean>`m.ended_at is ${ended ? sql`not null` : sql`null`}
    and (${letters ?? null}::text is null or a.name ilike ${letters ?? ''} or a.email ilike ${letters ?? ''})
    and (${role ?? null}::text is null or ${role ?? ''} = any (m.roles))`
  const { total } = await memberships(db, partnershipId)
    .select(sql<number>`count(*)::int`.as('total'))
    .where(wanted)
    .executeTakeFirstOrThrow()
  const rows = await listed(db, partnershipId)
    .where(wanted)
    .orderBy(sql`lower(a.name)`)
    .orderBy('m.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { members: rows, total }
}

/** One of them, also when their access has ended; otherwise "not found". */
export async function memberBy(db: Db, partnershipId: Id, membershipId: Id): Promise<Member> {
  const found = await listed(db, partnershipId).where('m.id', '=', membershipId).executeTakeFirst()
  if (!found) throw notFound('This person')
  return found
}
