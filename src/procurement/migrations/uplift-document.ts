import { type Kysely, sql } from 'kysely'

/** A round of uplift stands on a document, as every other change does. */
export async function upliftDocument(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table uplift_round add column document jsonb
      check (document ?& array['name', 'mediaType', 'size', 'digest'])`)
    .execute(db)
}
