import { type Kysely, sql } from 'kysely'
import { partnershipTable, sharedTable } from '../../core/db/index.ts'
import { historyTable } from '../../core/history/index.ts'

const units = `('hour', 'half-hour', 'visit', 'sleepover', 'waking-night', 'day', 'session', 'week', 'month', 'year', 'mile')`
const dayTypes = `('any', 'weekday', 'saturday', 'sunday', 'public-holiday')`
const pence = 'pence integer not null check (pence >= 0)'

/** What all partnerships share: frameworks and tables of others, and what care workers are paid at least. */
export async function nationalTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table national_framework (
    key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    owner text not null,
    title text not null,
    nation text check (nation in ('scotland', 'england')),
    days daterange not null check (not isempty(days)),
    latest_end date,
    source_key text,
    note text not null
  )`)
  await run(`create table national_rate (
    id uuid primary key,
    framework_key text not null references national_framework (key),
    unit text not null check (unit in ${units}),
    level text not null,
    days daterange not null check (not isempty(days) and not lower_inf(days)),
    ${pence},
    source_key text,
    note text not null,
    exclude using gist (framework_key with =, unit with =, level with =, days with &&)
  )`)
  await run(`create table wage_floor (
    id uuid primary key,
    nation text not null check (nation in ('scotland', 'england')),
    name text not null,
    binding boolean not null,
    days daterange not null check (not isempty(days) and not lower_inf(days)),
    ${pence},
    source text not null,
    exclude using gist (nation with =, name with =, days with &&)
  )`)
  for (const table of ['national_framework', 'national_rate', 'wage_floor']) await sharedTable(db, table)
}

/** Price lists, their caps and prices, enhancements for one person, and rounds of uplift. */
export async function rateTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const change = 'foreign key (partnership_id, change_id) references contract_change (partnership_id, id)'
  await run(`create table uplift_round (
    partnership_id uuid not null references partnership (id),
    id uuid not null,
    reference text not null,
    title text not null check (title <> ''),
    from_day date not null,
    state text not null check (state in ('draft', 'applied', 'dropped')),
    version integer not null,
    terms jsonb not null,
    reason text not null,
    made_at timestamptz not null,
    made_by uuid,
    applied_at timestamptz,
    applied_by uuid,
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    check ((state = 'applied') = (applied_at is not null))
  )`)
  await historyTable(
    db,
    'price_cap',
    `lot_id uuid not null,
    unit text not null check (unit in ${units}),
    visit_minutes integer check (visit_minutes between 1 and 1440),
    day_type text not null check (day_type in ${dayTypes}),
    ${pence},
    change_id uuid not null,
    unique (partnership_id, id, pence),
    constraint one_cap_a_day exclude using gist (
      partnership_id with =, lot_id with =, unit with =, (coalesce(visit_minutes, 0)) with =, day_type with =, held with &&, known with &&
    ),
    foreign key (partnership_id, lot_id) references lot (partnership_id, id),
    ${change}`,
  )
  await run(`create table rate_line (
    partnership_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    lot_id uuid not null,
    organisation_id uuid references organisation (id),
    basis text not null check (basis in ('tendered', 'harmonised', 'national')),
    unit text not null check (unit in ${units}),
    visit_minutes integer check (visit_minutes between 1 and 1440),
    day_type text not null check (day_type in ${dayTypes}),
    level text not null,
    includes text not null,
    yearly_units integer check (yearly_units >= 0),
    capped boolean not null,
    parties uuid[] not null default '{}',
    primary key (partnership_id, id),
    unique nulls not distinct (partnership_id, lot_id, organisation_id, unit, visit_minutes, day_type, level),
    unique (partnership_id, id, lot_id, capped),
    foreign key (partnership_id, lot_id, contract_id) references lot (partnership_id, id, contract_id),
    foreign key (partnership_id, lot_id, capped) references lot (partnership_id, id, capped),
    constraint a_tendered_price_is_someones check (basis <> 'tendered' or organisation_id is not null)
  )`)
  await run('create index rate_line_of on rate_line (partnership_id, contract_id)')
  await historyTable(
    db,
    'rate',
    `contract_id uuid not null,
    lot_id uuid not null,
    ${pence},
    capped boolean not null,
    cap_id uuid,
    cap_pence integer,
    change_id uuid not null,
    uplift_round_id uuid,
    parties uuid[] not null default '{}',
    constraint no_rate_above_its_cap check (not capped or (cap_id is not null and cap_pence is not null and pence <= cap_pence)),
    foreign key (partnership_id, subject_id, lot_id, capped) references rate_line (partnership_id, id, lot_id, capped),
    foreign key (partnership_id, cap_id, cap_pence) references price_cap (partnership_id, id, pence),
    foreign key (partnership_id, uplift_round_id) references uplift_round (partnership_id, id),
    ${change}`,
  )
  await run('create index rate_of_contract on rate (partnership_id, contract_id)')
  await historyTable(
    db,
    'rate_enhancement',
    `lot_provider_id uuid not null,
    organisation_id uuid not null,
    person_reference text not null check (person_reference <> ''),
    basis_points integer not null check (basis_points > 0),
    evidence text not null check (evidence <> ''),
    review_on date not null,
    change_id uuid not null,
    constraint an_enhancement_is_reviewed check (review_on >= lower(held)),
    foreign key (partnership_id, lot_provider_id) references lot_provider (partnership_id, id),
    ${change}`,
  )
  await run(`create table uplift_line (
    partnership_id uuid not null,
    round_id uuid not null,
    rate_line_id uuid not null,
    before_pence integer not null,
    after_pence integer not null,
    yearly_units integer,
    care_group_key text,
    primary key (partnership_id, round_id, rate_line_id),
    foreign key (partnership_id, round_id) references uplift_round (partnership_id, id),
    foreign key (partnership_id, rate_line_id) references rate_line (partnership_id, id)
  )`)
  await partnershipTable(db, 'rate_line', { parties: true })
  await partnershipTable(db, 'rate', { parties: true })
  await partnershipTable(db, 'rate_enhancement', { provider: true })
  for (const table of ['uplift_round', 'price_cap', 'uplift_line']) await partnershipTable(db, table)
}
