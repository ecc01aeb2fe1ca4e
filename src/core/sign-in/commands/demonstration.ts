import { sql } from 'kysely'
import { allPartnerships, type Partnership, publicActor, type Role, staffRoles, systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { ownerOf } from '../../db/database.ts'
import { asActor, type Database, type Db } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import { type Id, newId } from '../../values/index.ts'
import { demonstrationAddress } from '../demonstration-address.ts'
import { type Door, note } from '../door.ts'
import { openSession } from './sessions.ts'

/** The invented provider of the demonstration; made by the module that keeps organisations. */
export type DemonstrationProvider = (db: Db, at: Date) => Promise<{ id: Id; name: string }>

/** A role to step into: `west-lothian.broker`, or `provider`. */
export interface DemonstrationRole {
  readonly key: string
  readonly role: Role
  /** Somebody plainly invented. */
  readonly name: string
}

/** The roles that one may step into, for each partnership of the demonstration. */
export interface DemonstrationRoles {
  readonly partnerships: readonly { readonly title: string; readonly roles: readonly DemonstrationRole[] }[]
  readonly provider: DemonstrationRole
}

const first: Record<Role, string> = {
  commissioner: 'Aila',
  'contracts-officer': 'Blair',
  'care-manager': 'Catriona',
  broker: 'Duncan',
  'body-member': 'Eilidh',
  adviser: 'Fergus',
  'finance-officer': 'Greer',
  'quality-officer': 'Hamish',
  administrator: 'Isla',
  provider: 'Jamie',
}
const nameOf = (role: Role) => `${first[role]} Example`

/** What there is to step into; undefined where no demonstration is loaded. */
export async function demonstrationRoles(database: Database): Promise<DemonstrationRoles | undefined> {
  const standing = await demonstrationPartnerships(database)
  if (standing.length === 0) return undefined
  return {
    partnerships: standing.map(({ slug, title }) => ({
      title,
      roles: staffRoles.map((role) => ({ key: `${slug}.${role}`, role, name: nameOf(role) })),
    })),
    provider: { key: 'provider', role: 'provider', name: nameOf('provider') },
  }
}

/** Steps into a role; its account is made when it is first wanted. Gives the session's cookie. */
export async function stepInto(door: Door, key: string, provider: DemonstrationProvider): Promise<string> {
  const { database, clock } = door
  const standing = await demonstrationPartnerships(database)
  const [slug, role] = key.split('.', 2)
  const partnership = key === 'provider' ? standing[0] : standing.find((one) => one.slug === slug)
  const chosen = key === 'provider' ? 'provider' : staffRoles.find((one) => one === role)
  if (!partnership || !chosen) throw notFound('This role of the demonstration')
  const at = clock.now()
  const organisation =
    chosen === 'provider' ? await asActor(database, systemActor(), (db) => provider(db, at)) : undefined
  const account = await asActor(database, systemActor(), (db) =>
    demonstrationAccount(db, at, { partnership, role: chosen, organisation: organisation?.id ?? null }),
  )
  await sql`insert into sign_in."user" (id, name, email, "emailVerified", "updatedAt")
    values (${account.id}, ${nameOf(chosen)}, ${account.email}, false, ${at}) on conflict do nothing`.execute(
    ownerOf(database),
  )
  const cookie = await openSession(door, account.id, account.membershipId)
  await note(door, { kind: 'signed-in-demonstration', accountId: account.id, partnershipId: partnership.id })
  return cookie
}

async function demonstrationPartnerships(database: Database): Promise<Partnership[]> {
  return (await asActor(database, publicActor, allPartnerships)).filter((one) => one.demonstration)
}

/** Somebody invented of a demonstration, who acts without anybody signed in; each organisation has a person of its own. */
export const demonstrationPerson = (
  db: Db,
  at: Date,
  asked: { partnership: Partnership; role: Role; organisation: Id | null },
): Promise<{ id: Id }> => {
  const { organisation, role } = asked
  return demonstrationAccount(db, at, asked, organisation ? demonstrationAddress(role, organisation) : undefined)
}

async function demonstrationAccount(
  db: Db,
  at: Date,
  { partnership, role, organisation }: { partnership: Partnership; role: Role; organisation: Id | null },
  email: string = organisation ? demonstrationAddress(role) : demonstrationAddress(role, partnership.slug),
): Promise<{ id: Id; email: string; membershipId: Id }> {
  const id = newId()
  await auth(db)
    .insertInto('account')
    .values({ id, email, name: nameOf(role), sign_in_user: id, demonstration: true, created_at: at, ended_at: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const account = await auth(db)
    .selectFrom('account')
    .select(['id'])
    .where('email', '=', email)
    .where('demonstration', '=', true)
    .executeTakeFirstOrThrow()
  const standing = await auth(db)
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', account.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (standing) {
    // Whoever stepped in as an administrator may have given this role another.
    await auth(db)
      .updateTable('membership')
      .set({ roles: [role] })
      .where('id', '=', standing.id)
      .execute()
    return { id: account.id, email, membershipId: standing.id }
  }
  const membershipId = newId()
  await auth(db)
    .insertInto('membership')
    .values({
      id: membershipId,
      account_id: account.id,
      partnership_id: organisation ? null : partnership.id,
      organisation_id: organisation,
      granted_by_partnership_id: partnership.id,
      roles: [role],
      since: at,
      ended_at: null,
    })
    .execute()
  return { id: account.id, email, membershipId }
}

/** Takes every demonstration account away; for when the demonstration is cleared, after its partnerships have gone. */
export async function removeDemonstrationAccounts(database: Database): Promise<number> {
  return ownerOf(database)
    .transaction()
    .execute(async (tx) => {
      await sql`delete from membership where account_id in (select id from account where demonstration)`.execute(tx)
      await sql`delete from sign_in."user" where id in (select sign_in_user from account where demonstration)`.execute(
        tx,
      )
      const gone = await sql`delete from account where demonstration`.execute(tx)
      return Number(gone.numAffectedRows ?? 0)
    })
}
