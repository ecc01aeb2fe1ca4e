import { randomBytes } from 'node:crypto'
import type { Actor, Partnership, Role } from '../../auth/index.ts'
import { accountOf } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import { conflict, invalid, notFound } from '../../errors/index.ts'
import { record } from '../../ledger/index.ts'
import { sendLater } from '../../outbox/index.ts'
import { type Id, newId, sha256 } from '../../values/index.ts'
import { isDemonstrationAddress } from '../demonstration-address.ts'
import { invitationDays, invitationMail } from '../mails.ts'
import { invitationLink } from '../paths.ts'

/** Who is invited, by which partnership, and as what. */
export interface NewInvitation {
  readonly partnership: Partnership
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  /** The provider for whom they will act; left out for the partnership's own staff. */
  readonly organisation?: { readonly id: Id; readonly name: string } | undefined
  /** The site's address, for the link. */
  readonly origin: string
}

/** Invites somebody by mail; an earlier invitation to act for the same body that still stands gives way to this one. */
export async function invite(
  db: Db,
  actor: Actor,
  at: Date,
  { partnership, name, roles, organisation, origin, ...invited }: NewInvitation,
): Promise<{ id: Id; link: string }> {
  const email = invited.email.trim().toLowerCase()
  const id = newId()
  const token = randomBytes(24).toString('base64url')
  if (accountOf(actor) && partnership.demonstration && !madeUp.test(email)) {
    throw invalid('In the demonstration only made-up addresses, such as name@example.org, can be invited.')
  }
  // Whoever accepted would take the role from everyone who steps into it.
  if (isDemonstrationAddress(email)) throw invalid('This address belongs to a role of the demonstration.')
  await refuseMember(db, partnership, email, organisation?.id ?? null)
  await auth(db)
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('partnership_id', '=', partnership.id)
    .where('email', '=', email)
    .where('organisation_id', organisation ? '=' : 'is', organisation?.id ?? null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  await auth(db)
    .insertInto('invitation')
    .values({
      partnership_id: partnership.id,
      id,
      email,
      name: name.trim(),
      organisation_id: organisation?.id ?? null,
      roles: organisation ? ['provider'] : [...roles],
      token_digest: sha256(token),
      invited_at: at,
      invited_by: accountOf(actor),
      expires_at: new Date(at.getTime() + invitationDays * 24 * 3_600_000),
      accepted_at: null,
      withdrawn_at: null,
      agreed_at: null,
      agreed_by: null,
    })
    .execute()
  const link = invitationLink(origin, token)
  const values = { name: name.trim(), inviting: partnership.name, link }
  await sendLater(db, at, { partnershipId: partnership.id, mail: invitationMail, to: email, values })
  await record(db, actor, at, {
    event: 'auth.invited',
    subject: { kind: 'invitation', id },
    payload: { name: name.trim(), roles: organisation ? ['provider'] : roles, organisation: organisation?.name },
    partnershipId: partnership.id,
  })
  return { id, link }
}

/** Anyone may be an administrator in the demonstration, and mail to whoever they please would go out in our name. */
const madeUp = /@([a-z0-9-]+\.)*(example\.(org|com|net)|example|test|invalid)$/

async function refuseMember(db: Db, partnership: Partnership, email: string, organisationId: Id | null): Promise<void> {
  const standing = await auth(db)
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select('m.id')
    .where('a.email', '=', email)
    .where('m.granted_by_partnership_id', '=', partnership.id)
    .where('m.organisation_id', organisationId ? '=' : 'is', organisationId)
    .where('m.ended_at', 'is', null)
    .executeTakeFirst()
  if (standing) throw conflict('This person has access already.', 'Change their roles in the list of people instead.')
}

/** Takes an invitation back, so that its link opens nothing. */
export async function withdrawInvitation(
  db: Db,
  actor: Actor,
  at: Date,
  { partnershipId, id }: { partnershipId: Id; id: Id },
): Promise<void> {
  const gone = await auth(db)
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!gone) throw notFound('An invitation that still stands', 'It may have been accepted or withdrawn meanwhile.')
  await record(db, actor, at, {
    event: 'auth.invitation-withdrawn',
    subject: { kind: 'invitation', id },
    payload: { name: gone.name },
    partnershipId,
  })
}
