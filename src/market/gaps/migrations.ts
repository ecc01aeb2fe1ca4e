import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** How much of each service is needed and there is, and what the market is told about it. */
export const gapMigrations: Migrations = {
  '2026-11-22T1340-volume': forward(async (db) => {
    await sql`create table volume (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      service_key text not null references service_type (key),
      area_code text not null references area (code),
      care_group_key text references care_group (key),
      role text not null check (role in ('need', 'supply', 'use', 'target', 'shortage')),
      label text not null check (label <> ''),
      finding text not null check (finding <> ''),
      period text,
      on_date date,
      value numeric,
      unit text,
      basis text,
      method text,
      source_key text not null references source (key),
      locus text,
      status text not null check (status in ('printed', 'derived', 'caution', 'lost')),
      note text,
      primary key (partnership_id, id),
      unique nulls not distinct (partnership_id, key, service_key, area_code, care_group_key, role, period),
      check (value is not null or role = 'shortage' or status in ('caution', 'lost')),
      check (value is null or (unit is not null and basis is not null)),
      check (basis is null or (role = 'target') = (basis = 'target'))
    )`.execute(db)
    await sql`create index volume_service on volume (partnership_id, service_key)`.execute(db)
    await sql`create index volume_source on volume (partnership_id, source_key)`.execute(db)
    await partnershipTable(db, 'volume', { published: 'true' })
  }),
  '2026-11-22T1341-opportunity': forward(async (db) => {
    await sql`create table opportunity (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      service_key text not null references service_type (key),
      part text not null check (part in ('now', 'wanted', 'bought', 'ask', 'rule')),
      position integer not null check (position > 0),
      text text not null check (text <> ''),
      period text,
      source_key text not null references source (key),
      locus text,
      note text,
      primary key (partnership_id, id),
      unique (partnership_id, service_key, part, position)
    )`.execute(db)
    await sql`create index opportunity_source on opportunity (partnership_id, source_key)`.execute(db)
    await partnershipTable(db, 'opportunity', { published: 'true' })
  }),
}
