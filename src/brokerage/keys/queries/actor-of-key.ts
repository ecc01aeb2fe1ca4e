import { sql } from 'kysely'
import { type Actor, systemActor } from '../../../core/auth/index.ts'
import { asActor, type Database } from '../../../core/db/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { isToken, tokenDigest } from '../api-key.ts'
import { keys } from '../schema.ts'

interface Row {
  readonly id: Id
  readonly organisation: Id
  readonly account: Id
  readonly used: IsoDate | null
}

/**
 * Whoever's key a token is: a provider, in the name of who made the key. It holds as long as they may act for the
 * organisation, so who leaves takes their keys with them.
 */
export async function actorOfKey(database: Database, token: string, at: Date): Promise<Actor | undefined> {
  if (!isToken(token)) return undefined
  const today = londonDate(at)
  return asActor(database, systemActor(), async (db) => {
    const { rows } = await sql<Row>`
      select k.id, k.organisation_id as organisation, k.made_by as account, k.last_used_on as used
      from api_key k
      where k.digest = ${tokenDigest(token)} and k.revoked_at is null
        and exists (select from membership m join account a on a.id = m.account_id
          where m.account_id = k.made_by and m.organisation_id = k.organisation_id and m.ended_at is null
            and a.ended_at is null)`.execute(keys(db))
    const [key] = rows
    if (!key) return undefined
    if (key.used !== today) {
      await keys(db).updateTable('api_key').set({ last_used_on: today }).where('id', '=', key.id).execute()
    }
    return { kind: 'provider', accountId: key.account, organisationId: key.organisation, roles: ['provider'] }
  })
}
