import { randomBytes } from 'node:crypto'
import type { Actor } from '../../../core/auth/index.ts'
import { systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { record, sharedChain } from '../../../core/ledger/index.ts'
import { type Id, newId } from '../../../core/values/index.ts'
import { mostKeys, tokenDigest, tokenFrom, tokenHint } from '../api-key.ts'
import { keys } from '../schema.ts'

/** A provider's person, whose own word a key is. */
export type ProviderActor = Extract<Actor, { kind: 'provider' }>

/** Makes a key of an organisation; its token is told now and never again. */
export function makeKey(
  database: Database,
  actor: ProviderActor,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<{ outcome: 'made'; id: Id; token: string } | { outcome: 'refused'; sentence: string }> {
  const token = tokenFrom(randomBytes(32))
  return asActor(database, systemActor(), async (db) => {
    const live = await keys(db)
      .selectFrom('api_key')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('revoked_at', 'is', null)
      .limit(mostKeys)
      .execute()
    if (live.length >= mostKeys) {
      const sentence = `There are ${mostKeys} keys already, and no more may be made. Revoke one that is not used.`
      return { outcome: 'refused', sentence }
    }
    const id = newId()
    await keys(db)
      .insertInto('api_key')
      .values({
        id,
        organisation_id: actor.organisationId,
        name,
        digest: tokenDigest(token),
        hint: tokenHint(token),
        made_at: at,
        made_by: actor.accountId,
      })
      .execute()
    await record(db, actor, at, {
      event: 'brokerage.key-made',
      subject: { kind: 'organisation', id: actor.organisationId },
      payload: { key: id, name },
      partnershipId: sharedChain,
    })
    return { outcome: 'made', id, token }
  })
}
