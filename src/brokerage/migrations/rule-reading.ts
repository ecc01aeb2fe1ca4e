import { type Kysely, sql } from 'kysely'

/** What past rounds, and each provider's share of hours and last turn, are found by. */
export async function ruleReading(db: Kysely<unknown>): Promise<void> {
  await sql`create index offer_round_opened on offer_round (partnership_id, opened_at, id)`.execute(db)
  await sql`create index placement_share on placement (organisation_id, partnership_id, service_type_key, agreed_at)
    include (offer_id, state)`.execute(db)
}
