import { type Kysely, sql } from 'kysely'
import { type PartnershipRights, partnershipTable } from '../../core/db/index.ts'
import { historyTable } from '../../core/history/index.ts'

const kinds = `'framework','block','spot','mixed','call-off','national-contract','grant','shared-service','in-house'`
const changes = `'award','variation','extension','option-declined','suspension','resumption','early-end','join','leave','standing','transfer','rates','uplift','import'`
const shown = `published boolean not null default false, parties uuid[] not null default '{}'`
const contract = 'foreign key (partnership_id, contract_id) references contract (partnership_id, id)'

/** Contracts, what is said of them, their terms and options, documents, changes, and who may approve which. */
export async function contractTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const rights = (table: string, more: PartnershipRights = {}) => partnershipTable(db, table, more)
  await run(`create table contract (
    partnership_id uuid not null references partnership (id),
    id uuid not null,
    reference text not null,
    version integer not null check (version >= 0),
    stage text not null check (stage in ('draft', 'awarded', 'withdrawn')),
    follows_id uuid,
    shared_from_partnership uuid references partnership (id),
    shared_from_contract uuid,
    source_key text,
    locus text,
    moved_years integer not null default 0,
    own_reference text,
    created_at timestamptz not null,
    ${shown},
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    foreign key (partnership_id, follows_id) references contract (partnership_id, id),
    check ((shared_from_partnership is null) = (shared_from_contract is null))
  )`)
  await run('create unique index contract_own_reference on contract (partnership_id, own_reference)')
  await run(`create table authority (
    partnership_id uuid not null references partnership (id),
    id uuid not null,
    role text not null,
    kind text not null check (kind in (${changes})),
    limit_pence bigint not null check (limit_pence >= 0),
    valid daterange not null check (not isempty(valid)),
    primary key (partnership_id, id),
    unique (partnership_id, id, kind, limit_pence),
    exclude using gist (partnership_id with =, role with =, kind with =, valid with &&)
  )`)
  await run(`create table contract_document (
    partnership_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    kind text not null check (kind in ('specification', 'conditions', 'price-list', 'decision', 'evidence', 'report', 'other')),
    title text not null check (title <> ''),
    version integer not null check (version > 0),
    name text not null,
    media_type text not null,
    size bigint not null,
    digest text not null,
    holds_from date not null,
    added_at timestamptz not null,
    added_by uuid,
    parties uuid[] not null default '{}',
    primary key (partnership_id, id),
    unique (partnership_id, contract_id, kind, title, version),
    ${contract}
  )`)
  await run(`create table contract_change (
    partnership_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    kind text not null check (kind in (${changes})),
    state text not null check (state in ('proposed', 'applied', 'declined')),
    base_version integer not null,
    version integer,
    effective_on date not null,
    reason text not null check (reason <> ''),
    asked jsonb not null,
    value_pence bigint not null check (value_pence >= 0),
    document_id uuid,
    proposed_by uuid,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    authority_id uuid,
    authority_limit bigint,
    decision_words text,
    primary key (partnership_id, id),
    unique (partnership_id, contract_id, version),
    ${contract},
    foreign key (partnership_id, document_id) references contract_document (partnership_id, id),
    foreign key (partnership_id, authority_id, kind, authority_limit) references authority (partnership_id, id, kind, limit_pence),
    constraint approved_with_authority check (
      state <> 'applied' or kind = 'import' or (authority_id is not null and authority_limit is not null and value_pence <= authority_limit)
    ),
    constraint applied_makes_a_version check ((state = 'applied') = (version is not null)),
    constraint next_version check (version is null or version = base_version + 1)
  )`)
  await run(`create index contract_change_of on contract_change (partnership_id, contract_id)`)
  await run(`create index contract_change_open on contract_change (partnership_id) where state = 'proposed'`)
  const change = 'foreign key (partnership_id, change_id) references contract_change (partnership_id, id)'
  await run(`create table extension_option (
    partnership_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    position integer not null,
    days daterange not null check (not isempty(days) and not lower_inf(days)),
    decide_by date,
    decision text not null check (decision in ('open', 'taken', 'declined')),
    decided_on date,
    known_from timestamptz not null,
    decided_at timestamptz,
    change_id uuid,
    ${shown},
    primary key (partnership_id, id),
    unique (partnership_id, id, days),
    unique (partnership_id, contract_id, position),
    exclude using gist (partnership_id with =, contract_id with =, days with &&),
    ${contract},
    ${change},
    check ((decision = 'open') = (decided_on is null))
  )`)
  await historyTable(
    db,
    'contract_detail',
    `title text not null check (title <> ''),
    kind text not null check (kind in (${kinds})),
    method text check (method in ('open', 'restricted', 'preferred-provider', 'partnering', 'negotiated', 'direct')),
    market_area_key text,
    service_type_key text,
    care_groups text[] not null,
    decided_by text not null check (decided_by in ('partnership', 'national-owner')),
    national_framework_key text references national_framework (key),
    allocation text not null,
    monitoring text not null,
    notice_months integer check (notice_months > 0),
    review_months integer check (review_months > 0),
    last_reviewed_on date,
    yearly_pence bigint check (yearly_pence > 0),
    yearly_basis text check (yearly_basis in ('budget', 'spend', 'estimate')),
    block_units integer check (block_units > 0),
    block_minimum integer check (block_minimum >= 0),
    block_unit text check (block_unit in ('hour', 'place', 'session', 'bed')),
    successor_from date,
    successor_until date,
    note text not null,
    change_id uuid not null,
    ${shown},
    constraint block_says_how_much check ((block_units is null) = (block_unit is null) and (block_minimum is null or block_minimum <= block_units)),
    constraint a_call_off_names_its_framework check (kind not in ('call-off', 'national-contract') or national_framework_key is not null),
    foreign key (partnership_id, subject_id) references contract (partnership_id, id),
    ${change}`,
  )
  await historyTable(
    db,
    'contract_term',
    `state text not null check (state in ('agreed', 'suspended', 'ended')),
    origin text not null check (origin in ('initial', 'extension', 'variation')),
    option_id uuid,
    option_days daterange,
    change_id uuid not null,
    ${shown},
    constraint an_extension_stays_within_its_option check (
      origin <> 'extension' or (option_id is not null and option_days is not null and held <@ option_days)
    ),
    foreign key (partnership_id, subject_id) references contract (partnership_id, id),
    foreign key (partnership_id, option_id, option_days) references extension_option (partnership_id, id, days),
    ${change}`,
  )
  await run(
    `create index contract_detail_now on contract_detail (partnership_id, market_area_key) where upper_inf(known)`,
  )
  for (const table of ['contract', 'contract_detail', 'contract_term', 'extension_option'])
    await rights(table, { published: 'published', parties: true })
  await rights('contract_document', { parties: true })
  await rights('contract_change')
  await rights('authority')
}
