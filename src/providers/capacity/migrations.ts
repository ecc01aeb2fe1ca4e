import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** What providers say that they can give, beside what of it is taken. */
export const capacityMigrations: Migrations = {
  '2026-11-22T2025-capacity': forward(async (db) => {
    await sql
      .raw(`create table capacity_cell (
        partnership_id uuid not null references partnership (id),
        organisation_id uuid not null references organisation (id),
        service_type_key text not null references service_type (key),
        area_code text not null,
        band text not null check (band in ('morning', 'midday', 'afternoon', 'evening', 'bedtime', 'night')),
        declared_minutes integer not null check (declared_minutes >= 0),
        committed_minutes integer not null default 0 check (committed_minutes >= 0),
        declared_at timestamptz not null,
        declared_by uuid,
        primary key (partnership_id, organisation_id, service_type_key, area_code, band),
        constraint no_more_is_committed_than_declared check (committed_minutes <= declared_minutes)
      )`)
      .execute(db)
    await sql`create index capacity_cell_of_area on capacity_cell (partnership_id, service_type_key, area_code)`.execute(
      db,
    )
    await partnershipTable(db, 'capacity_cell', { provider: true })
  }),
  // What is taken counts from the first acceptance on, also where nothing is declared yet: so that a first declaration
  // can't be lower than what already stands.
  '2026-11-22T2115-capacity-undeclared': forward(async (db) => {
    await sql`alter table capacity_cell alter column declared_minutes drop not null,
      alter column declared_at drop not null,
      add constraint declared_at_an_instant check ((declared_minutes is null) = (declared_at is null))`.execute(db)
  }),
}
