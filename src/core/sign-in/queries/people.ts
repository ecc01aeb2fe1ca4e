import type { Role } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import type { Id } from '../../values/index.ts'

/** Somebody with access that a partnership answers for: its staff, and the providers' people whom it invited. */
export interface Member {
  readonly membershipId: Id
  readonly accountId: Id
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Null for the partnership's own staff. */
  readonly organisationId: Id | null
  readonly since: Date
  readonly lastSignedInAt: Date | null
}

const members = (db: Db, partnershipId: Id) =>
  auth(db)
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select((of) => [
      'm.id as membershipId',
      'a.id as accountId',
      'a.name',
      'a.email',
      'm.roles',
      'm.organisation_id as organisationId',
      'm.since',
      of
        .selectFrom('sign_in_event as e')
        .select(({ fn }) => fn.max('e.at').as('at'))
        .whereRef('e.account_id', '=', 'a.id')
        .where('e.partnership_id', '=', partnershipId)
        .where('e.kind', 'in', [
          'signed-in',
          'signed-in-oidc',
          'signed-in-demonstration',
          'recovery-code-used',
          'switched',
        ])
        .as('lastSignedInAt'),
    ])
    .where('m.granted_by_partnership_id', '=', partnershipId)
    .where('m.ended_at', 'is', null)

/** The people whom a partnership answers for, in the order in which they joined, after the one that ended the page before. */
export function peopleOf(
  db: Db,
  partnershipId: Id,
  { after, limit = 50 }: { after?: Id | undefined; limit?: number } = {},
): Promise<Member[]> {
  const query = members(db, partnershipId)
  return (after ? query.where('m.id', '>', after) : query).orderBy('m.id').limit(limit).execute()
}

/** One of them, or "not found". */
export async function memberOf(db: Db, partnershipId: Id, membershipId: Id): Promise<Member> {
  const found = await members(db, partnershipId).where('m.id', '=', membershipId).executeTakeFirst()
  if (!found) throw notFound('This person')
  return found
}
