import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'
import { historyTable } from '../../core/history/index.ts'

const contract = 'foreign key (partnership_id, contract_id) references contract (partnership_id, id)'

/** Lots, what they serve, and who stands in them in which order. */
export async function lotTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table lot (
    partnership_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    position integer not null,
    number text not null,
    name text not null,
    service_type_key text,
    needs_lead boolean not null,
    capped boolean not null,
    registered boolean not null,
    published boolean not null default false,
    parties uuid[] not null default '{}',
    primary key (partnership_id, id),
    unique (partnership_id, contract_id, number),
    unique (partnership_id, id, contract_id),
    unique (partnership_id, id, needs_lead),
    unique (partnership_id, id, capped),
    unique (partnership_id, id, registered),
    ${contract}
  )`)
  await run(`create table lot_provider (
    partnership_id uuid not null,
    id uuid not null,
    lot_id uuid not null,
    contract_id uuid not null,
    organisation_id uuid not null references organisation (id),
    follows_id uuid,
    published boolean not null default false,
    primary key (partnership_id, id),
    unique (partnership_id, lot_id, organisation_id),
    unique (partnership_id, id, lot_id),
    foreign key (partnership_id, lot_id, contract_id) references lot (partnership_id, id, contract_id),
    foreign key (partnership_id, follows_id) references lot_provider (partnership_id, id)
  )`)
  await run('create index lot_provider_of on lot_provider (organisation_id, partnership_id)')
  // No ring of keys: a lot stands first, then its providers, then it opens with one of them for its lead.
  await run(`create table open_lot (
    partnership_id uuid not null,
    lot_id uuid not null,
    needs_lead boolean not null,
    lead_id uuid,
    primary key (partnership_id, lot_id),
    foreign key (partnership_id, lot_id, needs_lead) references lot (partnership_id, id, needs_lead),
    foreign key (partnership_id, lead_id, lot_id) references lot_provider (partnership_id, id, lot_id),
    constraint an_open_lot_has_the_lead_it_needs check (not needs_lead or lead_id is not null)
  )`)
  await run(`create table lot_area (
    partnership_id uuid not null,
    lot_id uuid not null,
    area_code text not null,
    service_type_key text not null,
    primary key (partnership_id, lot_id, area_code, service_type_key),
    foreign key (partnership_id, lot_id) references open_lot (partnership_id, lot_id)
  )`)
  await run('create index lot_area_served on lot_area (partnership_id, service_type_key, area_code)')
  await historyTable(
    db,
    'standing',
    `contract_id uuid not null,
    lot_id uuid not null,
    organisation_id uuid not null,
    role text not null check (role in ('lead', 'fallback', 'framework', 'additional')),
    rank integer check (rank > 0),
    state text not null check (state in ('active', 'suspended', 'left', 'unconfirmed')),
    registered boolean not null,
    registration_id uuid,
    award_id uuid not null,
    change_id uuid not null,
    constraint a_registered_service_has_a_registered_provider check (
      not registered or registration_id is not null or state in ('unconfirmed', 'left')
    ),
    constraint one_provider_a_rank exclude using gist (
      partnership_id with =, lot_id with =, rank with =, held with &&, known with &&
    ) where (rank is not null and state <> 'left'),
    constraint one_lead_a_lot exclude using gist (
      partnership_id with =, lot_id with =, held with &&, known with &&
    ) where (role = 'lead' and state <> 'left'),
    foreign key (partnership_id, subject_id, lot_id) references lot_provider (partnership_id, id, lot_id),
    foreign key (partnership_id, lot_id, registered) references lot (partnership_id, id, registered),
    foreign key (registration_id, organisation_id) references organisation_registration (id, organisation_id),
    foreign key (partnership_id, award_id, organisation_id) references placement_gate (partnership_id, id, organisation_id),
    foreign key (partnership_id, change_id) references contract_change (partnership_id, id)`,
  )
  await run('create index standing_of_lot on standing (partnership_id, lot_id)')
  await partnershipTable(db, 'lot', { published: 'published', parties: true })
  await partnershipTable(db, 'lot_provider', { published: 'published', provider: true })
  await partnershipTable(db, 'open_lot')
  await partnershipTable(db, 'lot_area', { published: 'true' })
  await partnershipTable(db, 'standing', { provider: true })
}
