import { sql } from 'kysely'
import { forward, type Migrations, sharedTable } from '../../core/db/index.ts'

const regulator = `regulator text not null check (regulator in ('care-inspectorate', 'cqc'))`
const sector = `check (sector in ('private', 'voluntary', 'local-authority', 'nhs', 'other'))`

const statements = [
  `create table register_file (
    id uuid primary key,
    ${regulator},
    as_of date not null,
    name text not null,
    digest text not null,
    source_key text not null references source (key),
    imported_at timestamptz not null,
    rows integer not null check (rows > 0),
    demonstration boolean not null
  )`,
  'create index register_file_day on register_file (regulator, as_of)',
  `create table register_coverage (
    ${regulator},
    as_of date not null,
    council text not null,
    file_id uuid not null references register_file (id),
    services integer not null check (services >= 0),
    source_key text not null references source (key),
    demonstration boolean not null,
    primary key (regulator, council, as_of)
  )`,
  'create index register_coverage_council on register_coverage (council, as_of)',
  `create table register_detail (
    id uuid primary key,
    ${regulator},
    number text not null check (number <> ''),
    digest text not null,
    name text not null,
    status text not null check (status in ('active', 'inactive')),
    client_group text not null check (client_group in ('adults', 'children')),
    care_service text not null,
    subtype text,
    service_type text references service_type (key),
    care_groups jsonb not null,
    sector_word text not null,
    sector text not null ${sector},
    in_house boolean not null,
    council text not null,
    place text references area (code),
    town text,
    postcode text,
    provider_number text,
    provider_name text,
    places integer check (places >= 0),
    beds integer check (beds >= 0),
    staff double precision check (staff >= 0),
    rating_scale text references rating_scale (key),
    lowest_grade integer,
    highest_grade integer,
    grades jsonb not null,
    graded_on date,
    inspected_on date,
    registered_on date,
    decile integer check (decile between 1 and 10),
    unique (regulator, number, digest)
  )`,
  `create table register_entry (
    ${regulator},
    as_of date not null,
    council text not null,
    number text not null,
    detail_id uuid not null references register_detail (id),
    primary key (regulator, as_of, number)
  )`,
  'create index register_entry_council on register_entry (council, as_of)',
  'create index register_entry_number on register_entry (regulator, number)',
  'create index register_entry_detail on register_entry (detail_id)',
  `create table register_tally (
    ${regulator},
    as_of date not null,
    council text not null,
    place text not null,
    care_service text not null,
    service_type text not null,
    sector_word text not null,
    sector text not null ${sector},
    in_house boolean not null,
    provider_size text not null check (provider_size in ('single', 'small', 'medium', 'large')),
    lowest_grade integer not null,
    services integer not null check (services > 0),
    places integer not null,
    beds integer not null,
    primary key (council, as_of, regulator, place, care_service, service_type, sector_word, sector, in_house,
      provider_size, lowest_grade)
  )`,
  `create table register_succession (
    ${regulator},
    number text not null,
    earlier_number text not null check (earlier_number <> number),
    on_date date not null,
    note text,
    told_at timestamptz not null,
    primary key (regulator, number, earlier_number)
  )`,
  `create table register_incoming (
    import_id uuid not null,
    number text not null,
    line integer not null,
    council text not null,
    digest text not null,
    detail jsonb not null,
    arrived_at timestamptz not null,
    primary key (import_id, number)
  )`,
]

/** The regulators' registers: every file's services, each detail kept once, and their counts by council and day. */
export const registerMigrations: Migrations = {
  '2026-11-22T1310-register': forward(async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
    for (const table of [
      'register_file',
      'register_coverage',
      'register_detail',
      'register_entry',
      'register_tally',
      'register_succession',
      'register_incoming',
    ]) {
      await sharedTable(db, table)
    }
  }),
}
