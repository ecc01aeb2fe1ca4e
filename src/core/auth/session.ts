import { sql } from 'kysely'
import { type Database, ownerOf } from '../db/database.ts'
import type { Id } from '../values/index.ts'
import type { Actor } from './actor.ts'
import type { Partnership } from './partnership.ts'
import type { Role } from './role.ts'
import { idleMinutes, sessionHours } from './session-cookie.ts'

/** Who is signed in, for whom they act now, and by which session. */
export interface SignedIn {
  readonly account: { readonly id: Id; readonly name: string; readonly email: string }
  readonly membership: {
    readonly id: Id
    readonly roles: readonly Role[]
    /** Set for staff. */
    readonly partnership: Partnership | undefined
    /** Set for a provider's people. */
    readonly organisation: { readonly id: Id; readonly name: string } | undefined
    /** The partnership that answers for the membership. */
    readonly grantedBy: Id
  }
  /** How many partnerships and organisations they can act for. */
  readonly memberships: number
  readonly sessionId: string
  /** The sign-in library's identifier of the person. */
  readonly userId: string
  readonly since: Date
  /** Stepped into from the demonstration's page, without a password. */
  readonly demonstration: boolean
  /** With a password, or from an organisation's own sign-in service. */
  readonly way: 'password' | 'oidc'
  /** Whether a second step stands, here or at that service; until it does, nothing but setting it up is open. */
  readonly secondStep: boolean
}

interface Row {
  session_id: string
  user_id: string
  since: Date
  seen: Date
  second_step: boolean | null
  way: string | null
  account_id: Id
  name: string
  email: string
  demonstration: boolean
  membership_id: Id
  roles: Role[]
  organisation_id: Id | null
  granted_by: Id
  memberships: number
  partnership: Partnership | null
}

const minute = 60_000

/** Whether a session still holds: not longer than half a day, and not an hour without a request. */
export const sessionHolds = (since: Date, seen: Date, now: Date): boolean =>
  now.getTime() < since.getTime() + sessionHours * 60 * minute && now.getTime() < seen.getTime() + idleMinutes * minute

/**
 * Who is signed in by a session's token: one query by an index, as the owner, because it is what tells who the actor
 * is. An ended account, an ended membership and an ended session take effect with the next request.
 */
export async function signedInBy(
  database: Database,
  token: string,
  now: Date,
  organisationName: (id: Id) => Promise<string>,
  /** False for what a page asks by itself, which is no sign of somebody sitting there. */
  renew = true,
): Promise<SignedIn | undefined> {
  const owner = ownerOf(database)
  const { rows } =
    await sql<Row>`select s.id as session_id, u.id as user_id, s."createdAt" as since, s."updatedAt" as seen,
      u."twoFactorEnabled" as second_step, s.way, a.id as account_id, a.name, a.email, a.demonstration,
      m.id as membership_id, m.roles, m.organisation_id, m.granted_by_partnership_id as granted_by,
      (select count(*) from membership o where o.account_id = a.id and o.ended_at is null) as memberships,
      case when p.id is not null then jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'name', p.name,
        'kind', p.kind, 'nation', p.nation, 'areaCode', p.area_code, 'prefix', p.prefix, 'brandColour', p.brand_colour,
        'website', p.website, 'demonstration', p.demonstration) end as partnership
    from sign_in.session s
    join sign_in."user" u on u.id = s."userId"
    join account a on a.sign_in_user = u.id and a.ended_at is null
    join lateral (select * from membership o where o.account_id = a.id and o.ended_at is null
        and (not a.demonstration or exists (select from partnership d where d.id = o.granted_by_partnership_id and d.demonstration))
      order by (o.id::text = s."membershipId") desc nulls last, o.since, o.id limit 1) m on true
    left join partnership p on p.id = m.partnership_id
    where s.token = ${token}`.execute(owner)
  const row = rows[0]
  if (!row || !sessionHolds(row.since, row.seen, now)) return undefined
  if (renew && now.getTime() - row.seen.getTime() > 5 * minute) {
    await sql`update sign_in.session set "updatedAt" = ${now} where id = ${row.session_id}`.execute(owner)
  }
  return {
    account: { id: row.account_id, name: row.name, email: row.email },
    membership: {
      id: row.membership_id,
      roles: row.roles,
      partnership: row.partnership ?? undefined,
      organisation: row.organisation_id
        ? { id: row.organisation_id, name: await organisationName(row.organisation_id) }
        : undefined,
      grantedBy: row.granted_by,
    },
    memberships: row.memberships,
    sessionId: row.session_id,
    userId: row.user_id,
    since: row.since,
    demonstration: row.demonstration,
    way: row.way === 'oidc' ? 'oidc' : 'password',
    secondStep: row.demonstration || row.way === 'oidc' || row.second_step === true,
  }
}

/** The actor that a signed-in person is. */
export function actorFor({ account, membership }: SignedIn): Actor {
  const accountId = account.id
  const { roles, partnership, organisation } = membership
  if (partnership) return { kind: 'staff', accountId, partnershipId: partnership.id, roles }
  if (organisation) return { kind: 'provider', accountId, organisationId: organisation.id, roles }
  throw new Error('A membership is of a partnership or of an organisation.')
}
