import { sql } from 'kysely'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'

/**
 * Whether an invitation `i` has to wait: it is to act for a provider that has people already, and none of them has
 * agreed. Otherwise any partnership could let anybody see what a provider has with all the others.
 */
export const waitsForAgreement = sql<boolean>`(i.organisation_id is not null and i.agreed_at is null and exists (
  select from membership m join account a on a.id = m.account_id
  where m.organisation_id = i.organisation_id and m.ended_at is null and a.ended_at is null
    and not a.demonstration and a.email <> i.email
))`

/** Somebody whom a partnership wants to let act for a provider. */
export interface WaitingInvitation {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly invitedAt: Date
  /** The partnership that invites. */
  readonly inviting: string
}

/** The invitations to act for an organisation that wait for one of its people; at most a hundred, the oldest first. */
export const waitingInvitations = (db: Db, organisationId: Id, now: Date): Promise<WaitingInvitation[]> =>
  auth(db)
    .selectFrom('invitation as i')
    .innerJoin('partnership as p', 'p.id', 'i.partnership_id')
    .select(['i.id', 'i.name', 'i.email', 'i.invited_at as invitedAt', 'p.name as inviting'])
    .where('i.organisation_id', '=', organisationId)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where(waitsForAgreement)
    .orderBy('i.id')
    .limit(100)
    .execute()

/** Who acts for an organisation now, by name; at most two hundred. */
export const peopleOf = (db: Db, organisationId: Id): Promise<{ id: Id; name: string; email: string; since: Date }[]> =>
  auth(db)
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'a.name', 'a.email', 'm.since'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.ended_at', 'is', null)
    .where('a.demonstration', '=', false)
    .orderBy('a.name')
    .limit(200)
    .execute()
