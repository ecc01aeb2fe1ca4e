import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'

/** Who gives which visits of a package from when to when, and when they rest. */
export async function placementTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table placement (
    partnership_id uuid not null,
    id uuid not null,
    reference text not null,
    package_id uuid not null,
    person_id uuid not null,
    organisation_id uuid not null references organisation (id),
    offer_id uuid,
    contract_id uuid,
    lot_id uuid,
    follows_id uuid,
    service_type_key text not null references service_type (key),
    area_code text not null,
    state text not null check (state in ('agreed', 'started', 'suspended', 'notice', 'ended', 'cancelled')),
    version integer not null check (version > 0),
    agreed_at timestamptz not null,
    starts_on date not null,
    started_on date,
    ends_on date,
    short_term_until date,
    notice_on date,
    end_reason text,
    primary key (partnership_id, id),
    unique (partnership_id, reference),
    unique (partnership_id, id, organisation_id),
    foreign key (partnership_id, package_id) references care_package (partnership_id, id),
    foreign key (partnership_id, person_id) references person (partnership_id, id),
    foreign key (partnership_id, offer_id, organisation_id) references offer (partnership_id, id, organisation_id),
    foreign key (partnership_id, lot_id, contract_id) references lot (partnership_id, id, contract_id),
    foreign key (partnership_id, follows_id) references placement (partnership_id, id),
    check (ends_on is null or ends_on >= starts_on),
    check (state not in ('ended', 'cancelled', 'notice') or (ends_on is not null and end_reason is not null)),
    check (state not in ('started', 'suspended', 'notice') or started_on is not null)
  )`)
  await run('create index placement_of_package on placement (partnership_id, package_id)')
  await run('create index placement_of_organisation on placement (organisation_id, partnership_id)')
  await run(`create index placement_agreed on placement (partnership_id, service_type_key, agreed_at)`)
  // A visit has one provider on a day: two who accept the same hours can't both stand.
  await run(`create table placed_visit (
    partnership_id uuid not null,
    id uuid not null,
    placement_id uuid not null,
    package_id uuid not null,
    organisation_id uuid not null,
    line_id uuid not null,
    weekday smallint not null check (weekday between 1 and 7),
    held daterange not null check (not isempty(held) and not lower_inf(held)),
    primary key (partnership_id, id),
    constraint one_provider_a_visit exclude using gist (partnership_id with =, line_id with =, weekday with =, held with &&),
    foreign key (partnership_id, placement_id, organisation_id) references placement (partnership_id, id, organisation_id),
    foreign key (partnership_id, line_id) references package_line (partnership_id, id)
  )`)
  await run('create index placed_visit_of on placed_visit (partnership_id, placement_id)')
  await run('create index placed_visit_of_package on placed_visit (partnership_id, package_id)')
  await run(`create table placement_pause (
    partnership_id uuid not null,
    id uuid not null,
    placement_id uuid not null,
    organisation_id uuid not null,
    during daterange not null check (not isempty(during) and not lower_inf(during)),
    reason text not null check (reason in ('hospital', 'respite', 'family', 'other')),
    told_at timestamptz not null,
    primary key (partnership_id, id),
    constraint one_pause_at_a_time exclude using gist (partnership_id with =, placement_id with =, during with &&),
    foreign key (partnership_id, placement_id, organisation_id) references placement (partnership_id, id, organisation_id)
  )`)
  for (const table of ['placement', 'placed_visit', 'placement_pause'])
    await partnershipTable(db, table, { provider: true })
}
