import { type Selectable, sql } from 'kysely'
import { type Partnership, type Role, type SignedIn, systemActor } from '../../auth/index.ts'
import { partnershipById } from '../../auth/partnership.ts'
import { type AuthTables, auth } from '../../auth/schema.ts'
import { asActor, type Database } from '../../db/index.ts'
import { type Id, sha256 } from '../../values/index.ts'
import { accountBy, type Door, type Known } from '../door.ts'
import { waitsForAgreement } from '../queries/waiting-invitations.ts'

/** An invitation that somebody holds the link of. */
export interface HeldInvitation {
  readonly id: Id
  readonly partnership: Partnership
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly organisationId: Id | null
  /** Whoever has this email address already. */
  readonly account: Known | undefined
}

/** What a link of an invitation opens. */
export type Opened =
  | { readonly is: 'open'; readonly invitation: HeldInvitation }
  /** `waits`: the provider has people of its own, none of whom has agreed yet. */
  | { readonly is: 'unknown' | 'expired' | 'withdrawn' | 'accepted' | 'waits' }

/** Looks up an invitation by the word in its link. */
export async function openInvitation({ database, clock }: Door, token: string): Promise<Opened> {
  const found = await asActor(database, systemActor(), async (db) => {
    const row = await auth(db)
      .selectFrom('invitation as i')
      .selectAll()
      .select(waitsForAgreement.as('waits'))
      .where('i.token_digest', '=', sha256(token))
      .executeTakeFirst()
    return row && { row, partnership: await partnershipById(db, row.partnership_id) }
  })
  if (!found) return { is: 'unknown' }
  const { row } = found
  if (row.accepted_at) return { is: 'accepted' }
  if (row.withdrawn_at) return { is: 'withdrawn' }
  if (row.expires_at <= clock.now()) return { is: 'expired' }
  if (row.waits) return { is: 'waits' }
  return { is: 'open', invitation: await held(database, found) }
}

/** The newest open invitation to an address that somebody is known to have; the one whose link they followed before others. */
export async function openInvitationTo(
  { database, clock }: Door,
  email: string,
  token: string,
): Promise<HeldInvitation | undefined> {
  const found = await asActor(database, systemActor(), async (db) => {
    const row = await auth(db)
      .selectFrom('invitation as i')
      .selectAll()
      .where('i.email', '=', email)
      .where('i.accepted_at', 'is', null)
      .where('i.withdrawn_at', 'is', null)
      .where('i.expires_at', '>', clock.now())
      .where(sql<boolean>`not ${waitsForAgreement}`)
      .orderBy((of) => of('i.token_digest', '=', sha256(token)), 'desc')
      .orderBy('i.id', 'desc')
      .executeTakeFirst()
    return row && { row, partnership: await partnershipById(db, row.partnership_id) }
  })
  return found && held(database, found)
}

async function held(
  database: Database,
  { row, partnership }: { row: Selectable<AuthTables['invitation']>; partnership: Partnership },
): Promise<HeldInvitation> {
  const { id, email, name, roles, organisation_id: organisationId } = row
  return { id, partnership, email, name, roles, organisationId, account: await accountBy(database, { email }) }
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
