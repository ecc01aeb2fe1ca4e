import { sql } from 'kysely'
import { forward, type Migrations, sharedTable } from '../../core/db/index.ts'
import { gapMigrations } from '../gaps/migrations.ts'

/** Population by age and sex, and rates of conditions: official data that all partnerships share; then each one's needs and gaps. */
export const marketMigrations: Migrations = {
  '2026-11-22T0750-population': forward(async (db) => {
    await sql`create table population_edition (
      id uuid primary key,
      kind text not null check (kind in ('estimate', 'projection')),
      vintage integer not null check (vintage between 1800 and 2200),
      source_key text not null references source (key),
      unique (kind, vintage, source_key)
    )`.execute(db)
    await sql`create table population_count (
      edition_id uuid not null references population_edition (id),
      area_code text not null references area (code),
      year integer not null check (year between 1800 and 2200),
      sex text not null check (sex in ('all', 'female', 'male')),
      all_ages integer not null check (all_ages >= 0),
      lower_ages integer[] not null check (lower_ages[1] = 0),
      people integer[] not null,
      file text not null,
      line integer not null,
      primary key (edition_id, area_code, year, sex),
      check (cardinality(people) = cardinality(lower_ages))
    )`.execute(db)
    await sql`create index population_count_area on population_count (area_code, year)`.execute(db)
    await sharedTable(db, 'population_edition')
    await sharedTable(db, 'population_count')
  }),
  '2026-11-22T0751-prevalence': forward(async (db) => {
    await sql`create table prevalence_rate (
      measure text not null check (measure ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      source_key text not null references source (key),
      sex text not null check (sex in ('all', 'female', 'male')),
      age_from integer not null check (age_from >= 0),
      age_to integer,
      rate numeric not null check (rate between 0 and 1),
      lower numeric check (lower between 0 and rate),
      upper numeric check (upper between rate and 1),
      file text not null,
      line integer not null,
      primary key (measure, source_key, sex, age_from),
      check ((lower is null) = (upper is null)),
      exclude using gist (measure with =, source_key with =, sex with =, int4range(age_from, age_to, '[]') with &&)
    )`.execute(db)
    await sharedTable(db, 'prevalence_rate')
  }),
  ...gapMigrations,
}
