import { type Kysely, sql } from 'kysely'

/**
 * Indexes by which the parts of contracts and lots are found. Those of the exclusion constraints answer the same, and
 * take ten times as long.
 */
export async function lookupIndexes(db: Kysely<unknown>): Promise<void> {
  for (const on of [
    'contract_detail (partnership_id, subject_id)',
    'contract_term (partnership_id, subject_id)',
    'rate (partnership_id, lot_id)',
    'price_cap (partnership_id, lot_id)',
    'rate_enhancement (partnership_id, person_reference)',
  ]) {
    await sql.raw(`create index on ${on}`).execute(db)
  }
}
