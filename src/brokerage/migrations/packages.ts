import { type Kysely, sql } from 'kysely'
import { partnershipTable, sharedTable } from '../../core/db/index.ts'

/** People, in two tables so that who somebody is can be erased; what they need, and by which criteria it was judged. */
export async function packageTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table need_criteria (
    key text primary key,
    nation text not null check (nation in ('scotland', 'england')),
    name text not null,
    valid daterange not null check (not isempty(valid)),
    levels jsonb not null,
    source text not null,
    exclude using gist (nation with =, valid with &&)
  )`)
  await sharedTable(db, 'need_criteria')
  await run(`create table person (
    partnership_id uuid not null references partnership (id),
    id uuid not null,
    reference text not null,
    own_reference text,
    created_at timestamptz not null,
    erased_at timestamptz,
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    check (erased_at is null or own_reference is null)
  )`)
  await run('create unique index person_own_reference on person (partnership_id, own_reference)')
  await run(`create table person_detail (
    partnership_id uuid not null,
    person_id uuid not null,
    name text not null check (name <> ''),
    address text not null,
    postcode text not null,
    contacts text not null,
    risks text not null,
    primary key (partnership_id, person_id),
    foreign key (partnership_id, person_id) references person (partnership_id, id)
  )`)
  await run(`create table care_package (
    partnership_id uuid not null,
    id uuid not null,
    reference text not null,
    request_id uuid not null,
    person_id uuid not null,
    version integer not null check (version > 0),
    need text not null,
    service_type_key text not null references service_type (key),
    area_code text not null,
    district text not null check (district ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
    criteria_key text not null references need_criteria (key),
    level text,
    no_level_reason text,
    outcomes text[] not null,
    needs text[] not null,
    choices text not null,
    support_option smallint not null check (support_option between 1 and 4),
    origin text not null check (origin in ('hospital', 'community')),
    assessed_on date not null,
    ready_at timestamptz not null,
    start_by date not null,
    pen_picture text not null,
    short_term boolean not null,
    state text not null check (state in ('waiting', 'offering', 'placed', 'unmet', 'suspended', 'ended', 'withdrawn')),
    broker_id uuid,
    requested_by uuid,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    ended_on date,
    end_reason text,
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    foreign key (partnership_id, person_id) references person (partnership_id, id),
    constraint care_starts_after_its_assessment check (start_by >= assessed_on),
    constraint a_level_or_why_there_is_none check ((level is null) <> (no_level_reason is null)),
    check ((state in ('ended', 'withdrawn')) = (ended_on is not null))
  )`)
  await run(`create unique index one_live_package_a_need on care_package (partnership_id, person_id, need)
    where state not in ('ended', 'withdrawn')`)
  await run(`create index care_package_open on care_package (partnership_id, state, ready_at)
    where state not in ('ended', 'withdrawn')`)
  await run('create index care_package_of_person on care_package (partnership_id, person_id)')
  await run(`create table package_line (
    partnership_id uuid not null,
    id uuid not null,
    package_id uuid not null,
    band text not null check (band in ('morning', 'midday', 'afternoon', 'evening', 'bedtime', 'night')),
    days smallint not null check (days between 1 and 127),
    minutes integer not null check (minutes between 5 and 1440),
    carers smallint not null check (carers in (1, 2)),
    held daterange not null check (not isempty(held) and not lower_inf(held)),
    primary key (partnership_id, id),
    foreign key (partnership_id, package_id) references care_package (partnership_id, id)
  )`)
  await run('create index package_line_of on package_line (partnership_id, package_id)')
  for (const table of ['person', 'person_detail', 'care_package', 'package_line']) await partnershipTable(db, table)
}
