import { systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { asActor } from '../../db/index.ts'
import { conflict } from '../../errors/index.ts'
import type { Id } from '../../values/index.ts'
import { accountBy, type Door, type Known, note } from '../door.ts'

/** Who came from there as this person before. */
export async function accountOf(
  door: Door,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<Known | undefined> {
  const found = await asActor(door.database, systemActor(), (db) =>
    auth(db)
      .selectFrom('oidc_subject as s')
      .innerJoin('account as a', 'a.id', 's.account_id')
      .select('a.email')
      .where('s.issuer', '=', issuer)
      .where('s.subject', '=', subject)
      .executeTakeFirst(),
  )
  return found && accountBy(door.database, found)
}

/** As whom an account came from there before. */
export async function subjectOf(door: Door, issuer: string, accountId: Id): Promise<string | undefined> {
  const found = await asActor(door.database, systemActor(), (db) =>
    auth(db)
      .selectFrom('oidc_subject as s')
      .select('s.subject')
      .where('s.issuer', '=', issuer)
      .where('s.account_id', '=', accountId)
      .executeTakeFirst(),
  )
  return found?.subject
}

/** From now on the account is this person's only; an account that can act for nobody gives the person up. */
export async function remember(
  door: Door,
  about: { accountId: Id; partnershipId: Id; issuer: string; subject: string },
): Promise<void> {
  const { accountId, partnershipId, issuer, subject } = about
  await asActor(door.database, systemActor(), async (db) => {
    await auth(db).deleteFrom('oidc_subject').where('issuer', '=', issuer).where('subject', '=', subject).execute()
    const kept = await auth(db)
      .insertInto('oidc_subject')
      .values({ account_id: accountId, issuer, subject, since: door.clock.now() })
      .onConflict((known) => known.doNothing())
      .returning('account_id')
      .executeTakeFirst()
    if (!kept) throw conflict('Somebody came in with this account at the same moment.', 'Sign in again.')
  })
  await note(door, { kind: 'oidc-first', accountId, partnershipId })
}
