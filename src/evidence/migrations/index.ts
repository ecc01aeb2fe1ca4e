import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable, sharedTable } from '../../core/db/index.ts'
import { suppressionMigrations } from '../suppression/migrations.ts'

/** Sources, shared by all, and the figures that partnerships cite from them. */
export const evidenceMigrations: Migrations = {
  '2026-11-22T0730-source': forward(async (db) => {
    await sql`create table source (
      key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      title text not null check (title <> ''),
      publisher text not null check (publisher <> ''),
      published text check (published ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
      edition text,
      licence text not null check (licence <> ''),
      licence_url text,
      url text,
      note text
    )`.execute(db)
    await sharedTable(db, 'source')
  }),
  '2026-11-22T0731-indicator': forward(async (db) => {
    await sql`create table indicator (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      label text not null check (label <> ''),
      finding text not null check (finding <> ''),
      section text not null,
      theme text not null,
      area_code text not null references area (code),
      period text,
      ages text,
      sex text not null check (sex in ('all', 'female', 'male')),
      value numeric,
      lower numeric,
      upper numeric,
      unit text,
      basis text,
      comparator_label text,
      comparator_value numeric,
      direction text check (direction in ('higher', 'similar', 'lower')),
      source_key text not null references source (key),
      locus text,
      status text not null check (status in ('printed', 'derived', 'caution', 'lost')),
      note text,
      primary key (partnership_id, id),
      unique nulls not distinct (partnership_id, key, area_code, period, sex, ages),
      check (value is not null or status in ('caution', 'lost')),
      check (value is null or (unit is not null and basis is not null)),
      check ((lower is null) = (upper is null)),
      check (lower <= value and value <= upper)
    )`.execute(db)
    await sql`create index indicator_section on indicator (partnership_id, section)`.execute(db)
    await sql`create index indicator_source on indicator (partnership_id, source_key)`.execute(db)
    await partnershipTable(db, 'indicator', { published: 'true' })
  }),
  ...suppressionMigrations,
}
