import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { keys } from '../schema.ts'

/** A key as its organisation sees it: everything but the key. */
export interface KeyMade {
  readonly id: Id
  readonly name: string
  readonly hint: string
  readonly madeAt: Date
  readonly madeBy: string
  readonly lastUsedOn: IsoDate | null
  readonly revokedAt: Date | null
  /** Whether who made it may still act for the organisation. */
  readonly holds: boolean
}

/** An organisation's keys, those that hold first and the newest first among them; the last hundred. */
export async function keysOf(db: Db, organisationId: Id): Promise<KeyMade[]> {
  const { rows } = await sql<KeyMade>`
    select k.id, k.name, k.hint, k.made_at as "madeAt", k.last_used_on as "lastUsedOn", k.revoked_at as "revokedAt",
      coalesce((select a.name from account a where a.id = k.made_by), 'somebody who has left') as "madeBy",
      k.revoked_at is null and exists (select from membership m where m.account_id = k.made_by
        and m.organisation_id = k.organisation_id and m.ended_at is null) as holds
    from api_key k where k.organisation_id = ${organisationId}
    order by k.revoked_at is not null, k.made_at desc, k.id desc limit 100`.execute(keys(db))
  return rows
}
