import { sql } from 'kysely'
import { forward, type Migrations } from '../../core/db/index.ts'

/** What providers look for: their own offers, the newest first. */
export const providerMigrations: Migrations = {
  '2026-11-22T2213-provider-indexes': forward(async (db) => {
    await sql`create index offer_of_organisation_in_order on offer (organisation_id, id)`.execute(db)
    await sql`create index offer_live_of_organisation on offer (organisation_id, id)
      where state in ('open', 'asked', 'proposed')`.execute(db)
  }),
}
