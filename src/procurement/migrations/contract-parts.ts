import { type Kysely, sql } from 'kysely'

/** Indexes by which the places of a contract are found, which every reading and every change of one looks up. */
export async function contractPartIndexes(db: Kysely<unknown>): Promise<void> {
  for (const on of ['lot_provider (partnership_id, contract_id)', 'standing (partnership_id, contract_id)']) {
    await sql.raw(`create index on ${on}`).execute(db)
  }
}
