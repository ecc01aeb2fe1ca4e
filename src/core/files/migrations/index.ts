import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../db/index.ts'
import { sharedOwner } from '../schema.ts'

/** Files by digest: a partnership's own, and (under the nil identifier) those that all partnerships share. */
export const filesMigrations: Migrations = {
  '2026-11-22T0620-stored-file': forward(async (db) => {
    await sql`create table stored_file (
      partnership_id uuid not null,
      digest text not null check (digest ~ '^[0-9a-f]{64}$'),
      media_type text not null check (media_type <> ''),
      size integer not null check (size = octet_length(bytes)),
      bytes bytea not null,
      published boolean not null default false,
      first_stored_at timestamptz not null,
      primary key (partnership_id, digest)
    )`.execute(db)
    await partnershipTable(db, 'stored_file', { published: 'published' })
    const shared = `partnership_id = '${sharedOwner}'`
    const kind = `current_setting('app.kind', true)`
    const atWorkForAll = `${shared} and ${kind} = 'system' and coalesce(current_setting('app.partnership', true), '') = ''`
    await sql
      .raw(`create policy shared_reads on stored_file for select using (${shared} and ${kind} in ('staff', 'system'))`)
      .execute(db)
    await sql
      .raw(`create policy shared_writes on stored_file for all using (${atWorkForAll}) with check (${atWorkForAll})`)
      .execute(db)
  }),
}
