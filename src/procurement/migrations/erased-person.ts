import { type Kysely, sql } from 'kysely'

/** For whom a purchase was made is known again once they are erased, without their reference: a salt and a digest. */
export async function erasedPersonDigest(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table spot_purchase add column erased_salt text, add column erased_digest text`).execute(db)
}
