import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../db/index.ts'

/** Files on their way in, and the columns that were chosen by hand. */
export const importingMigrations: Migrations = {
  '2026-11-22T1345-importing': forward(async (db) => {
    await sql`create table import_run (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      kind text not null check (kind <> ''),
      state text not null check (state in
        ('mapping', 'trying', 'tried', 'doubted', 'importing', 'imported', 'failed', 'thrown-away')),
      file_name text not null check (file_name <> ''),
      digest text,
      size integer not null,
      chosen jsonb not null,
      start jsonb,
      mapping jsonb not null,
      ticket uuid not null,
      all_or_nothing boolean not null default false,
      anyway boolean not null default false,
      rows_read integer not null default 0,
      attempts integer not null default 0,
      report jsonb,
      doubt text,
      trouble text,
      uploaded_by uuid not null,
      uploaded_at timestamptz not null,
      imported_by uuid,
      heard_at timestamptz not null,
      primary key (partnership_id, id)
    )`.execute(db)
    await sql`create index import_run_newest on import_run (partnership_id, uploaded_at desc, id)`.execute(db)
    await partnershipTable(db, 'import_run')
    await sql`create table import_mapping (
      partnership_id uuid not null references partnership (id),
      kind text not null check (kind <> ''),
      mapping jsonb not null,
      chosen_by uuid not null,
      chosen_at timestamptz not null,
      primary key (partnership_id, kind)
    )`.execute(db)
    await partnershipTable(db, 'import_mapping')
  }),
  '2026-11-22T1710-columns-by-command': forward(async (db) => {
    await sql`alter table import_mapping alter column chosen_by drop not null`.execute(db)
  }),
}
