import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { record, sharedChain } from '../../../core/ledger/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { keys } from '../schema.ts'
import type { ProviderActor } from './make-key.ts'

/** Ends a key of one's own organisation with the next request; one that has ended already stays as it is. */
export const revokeKey = (
  database: Database,
  actor: ProviderActor,
  { id, at }: { readonly id: Id; readonly at: Date },
): Promise<void> =>
  asActor(database, systemActor(), async (db) => {
    const { organisationId } = actor
    const found = await keys(db)
      .selectFrom('api_key')
      .select(['revoked_at', 'name'])
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
    if (!found) throw notFound('This key')
    if (found.revoked_at) return
    await keys(db)
      .updateTable('api_key')
      .set({ revoked_at: at, revoked_by: actor.accountId })
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .execute()
    await record(db, actor, at, {
      event: 'brokerage.key-revoked',
      subject: { kind: 'organisation', id: organisationId },
      payload: { key: id, name: found.name },
      partnershipId: sharedChain,
    })
  })
