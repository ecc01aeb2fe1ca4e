import { type Actor, systemActor } from '../../auth/index.ts'
import { auth } from '../../auth/schema.ts'
import { asActor, type Database } from '../../db/index.ts'
import { notFound } from '../../errors/index.ts'
import { record } from '../../ledger/index.ts'
import type { Id } from '../../values/index.ts'

const missing = () =>
  notFound('An invitation that waits', 'A colleague may have answered it, or it was withdrawn meanwhile.')

/** Lets somebody act for a provider, or not, as one of its own people says; the invitation is a partnership's, on whose chain it is noted. */
export async function answerInvitation(
  database: Database,
  actor: Extract<Actor, { kind: 'provider' }>,
  at: Date,
  { id, agreed }: { id: Id; agreed: boolean },
): Promise<{ name: string }> {
  const found = await asActor(database, systemActor(), (db) =>
    auth(db)
      .selectFrom('invitation as i')
      .select(['i.name', 'i.partnership_id'])
      .where('i.id', '=', id)
      .where('i.organisation_id', '=', actor.organisationId)
      .executeTakeFirst(),
  )
  if (!found) throw missing()
  const product = systemActor(found.partnership_id)
  return asActor(database, product, async (db) => {
    const answered = await auth(db)
      .updateTable('invitation')
      .set(agreed ? { agreed_at: at, agreed_by: actor.accountId } : { withdrawn_at: at })
      .where('partnership_id', '=', found.partnership_id)
      .where('id', '=', id)
      .where('agreed_at', 'is', null)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (answered.numUpdatedRows === 0n) throw missing()
    await record(db, product, at, {
      event: agreed ? 'auth.invitation-agreed' : 'auth.invitation-refused',
      subject: { kind: 'invitation', id },
      payload: { name: found.name, by: actor.accountId, organisation: actor.organisationId },
    })
    return { name: found.name }
  })
}
