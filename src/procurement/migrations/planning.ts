import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'
import { historyTable } from '../../core/history/index.ts'

const partnership = 'partnership_id uuid not null references partnership (id)'

/** How dates are worked back, the market areas that summaries are about, purchases outside lots, and who shares what. */
export async function planningTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table lead_time (
    ${partnership},
    id uuid not null,
    kind text not null,
    name text not null check (name <> ''),
    valid daterange not null check (not isempty(valid)),
    primary key (partnership_id, id),
    exclude using gist (partnership_id with =, kind with =, valid with &&)
  )`)
  await run(`create table lead_time_step (
    partnership_id uuid not null,
    lead_time_id uuid not null,
    position integer not null,
    name text not null check (name <> ''),
    unit text not null check (unit in ('months', 'weeks', 'working-days')),
    amount integer not null check (amount >= 0),
    committee text,
    primary key (partnership_id, lead_time_id, position),
    foreign key (partnership_id, lead_time_id) references lead_time (partnership_id, id)
  )`)
  await run(`create table committee_date (
    ${partnership},
    committee text not null check (committee <> ''),
    on_date date not null,
    papers_by date not null check (papers_by <= on_date),
    primary key (partnership_id, committee, on_date)
  )`)
  await run(`create table market_area (
    ${partnership},
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position integer not null,
    name text not null check (name <> ''),
    service_type_keys text[] not null,
    budget_subject text,
    published boolean not null default false,
    primary key (partnership_id, id),
    unique (partnership_id, key)
  )`)
  await historyTable(
    db,
    'market_area_words',
    `description text not null,
    period text not null,
    development text not null,
    management text not null,
    source_key text,
    locus text,
    published boolean not null default false,
    foreign key (partnership_id, subject_id) references market_area (partnership_id, id)`,
  )
  await run(`create table spot_purchase (
    ${partnership},
    id uuid not null,
    reference text not null,
    organisation_id uuid not null references organisation (id),
    service_type_key text not null,
    area_code text not null,
    person_reference text not null check (person_reference <> ''),
    care_group_key text,
    from_day date not null,
    until_day date check (until_day is null or until_day > from_day),
    weekly_minutes integer check (weekly_minutes > 0),
    weekly_pence integer not null check (weekly_pence >= 0),
    out_of_area boolean not null,
    instead_of_contract uuid,
    reason text not null,
    moves_to_contract uuid,
    reviewed_on date,
    moved_on date,
    made_at timestamptz not null,
    version integer not null default 1,
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    foreign key (partnership_id, instead_of_contract) references contract (partnership_id, id),
    foreign key (partnership_id, moves_to_contract) references contract (partnership_id, id),
    constraint moved_after_a_review check (moved_on is null or (moves_to_contract is not null and reviewed_on is not null))
  )`)
  await run('create index spot_purchase_from on spot_purchase (partnership_id, from_day)')
  await run(`create table contract_share (
    partnership_id uuid not null,
    contract_id uuid not null,
    partner_id uuid not null references partnership (id),
    lot_ids uuid[] not null,
    from_day date not null,
    copied_version integer,
    primary key (partnership_id, contract_id, partner_id),
    foreign key (partnership_id, contract_id) references contract (partnership_id, id),
    check (partner_id <> partnership_id)
  )`)
  for (const table of ['lead_time', 'lead_time_step', 'committee_date', 'contract_share'])
    await partnershipTable(db, table)
  await partnershipTable(db, 'market_area', { published: 'published' })
  await partnershipTable(db, 'market_area_words', { published: 'published' })
  await partnershipTable(db, 'spot_purchase', { provider: true })
}
