import { sql } from 'kysely'
import { forward, type Migrations, sharedTable } from '../../core/db/index.ts'
import { capacityMigrations } from '../capacity/migrations.ts'
import { organisationMigrations } from '../organisations/migrations.ts'
import { registerMigrations } from '../register/migrations.ts'
import { regulatorTermMigrations } from './regulator-terms.ts'

const statements = [
  `create table care_group (
    key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position integer not null,
    name text not null unique check (name <> ''),
    other_names jsonb not null
  )`,
  `create table care_group_set (
    key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    purpose text not null check (purpose in ('service-statement', 'plan', 'budget')),
    source_key text not null,
    locus text not null,
    partnership text not null,
    valid daterange not null check (not isempty(valid))
  )`,
  `create table care_group_set_member (
    set_key text not null references care_group_set (key),
    care_group_key text not null references care_group (key),
    position integer not null,
    primary key (set_key, care_group_key)
  )`,
  `create table service_type (
    key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position integer not null,
    name text not null unique check (name <> ''),
    other_names jsonb not null
  )`,
  `create table rating_scale (
    key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    regulator text not null,
    nation text not null check (nation in ('scotland', 'england')),
    valid daterange not null,
    note text not null,
    questions jsonb not null,
    exclude using gist (regulator with =, valid with &&)
  )`,
  `create table rating (
    scale_key text not null references rating_scale (key),
    value text not null,
    rank integer not null,
    word text not null,
    primary key (scale_key, value),
    unique (scale_key, rank)
  )`,
]

/** Organisations; what services are for, what kinds there are and how regulators grade them: shared, and dated where it changes. */
export const providersMigrations: Migrations = {
  '2026-11-22T0740-taxonomy': forward(async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
    for (const table of [
      'care_group',
      'care_group_set',
      'care_group_set_member',
      'service_type',
      'rating_scale',
      'rating',
    ]) {
      await sharedTable(db, table)
    }
  }),
  '2026-11-22T1012-organisation': forward(async (db) => {
    await sql`create table organisation (
      id uuid primary key,
      name text not null check (name <> ''),
      created_at timestamptz not null
    )`.execute(db)
    await sql`create unique index organisation_name on organisation (lower(name))`.execute(db)
    await sharedTable(db, 'organisation')
  }),
  ...registerMigrations,
  ...regulatorTermMigrations,
  ...capacityMigrations,
  ...organisationMigrations,
}
