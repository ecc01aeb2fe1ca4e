import type { Role } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'

/** An invitation as its partnership sees it; the link itself is kept nowhere. */
export interface Invitation {
  readonly id: Id
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organisationId: Id | null
  readonly invitedAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** The hundred newest invitations of a partnership. */
export const invitationsOf = (db: Db, partnershipId: Id): Promise<Invitation[]> =>
  auth(db)
    .selectFrom('invitation as i')
    .select([
      'i.id',
      'i.email',
      'i.name',
      'i.roles',
      'i.organisation_id as organisationId',
      'i.invited_at as invitedAt',
      'i.expires_at as expiresAt',
      'i.accepted_at as acceptedAt',
      'i.withdrawn_at as withdrawnAt',
    ])
    .where('i.partnership_id', '=', partnershipId)
    .orderBy('i.id', 'desc')
    .limit(100)
    .execute()
