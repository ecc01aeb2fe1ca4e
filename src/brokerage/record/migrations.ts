import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** Who was erased, so that a list kept elsewhere does not bring them back: a salted digest of the number of their record. */
export const recordMigrations: Migrations = {
  '2026-11-23T0015-erased-references': forward(async (db) => {
    await sql
      .raw(`create table erased_reference (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      salt text not null check (length(salt) >= 32),
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      erased_on date not null,
      primary key (partnership_id, id),
      unique (partnership_id, digest)
    )`)
      .execute(db)
    await partnershipTable(db, 'erased_reference')
  }),
}
