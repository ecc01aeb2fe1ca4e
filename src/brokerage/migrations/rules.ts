import { type Kysely, sql } from 'kysely'
import { partnershipTable } from '../../core/db/index.ts'

/** Rules by which offers go out, in dated versions. */
export async function ruleTables(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table offer_rule (
    partnership_id uuid not null references partnership (id),
    id uuid not null,
    name text not null check (name <> ''),
    contract_id uuid,
    service_type_key text not null references service_type (key),
    version integer not null check (version >= 0),
    created_at timestamptz not null,
    primary key (partnership_id, id),
    unique nulls not distinct (partnership_id, contract_id, service_type_key),
    foreign key (partnership_id, contract_id) references contract (partnership_id, id)
  )`)
  await run(`create table offer_rule_version (
    partnership_id uuid not null,
    id uuid not null,
    rule_id uuid not null,
    version integer not null check (version > 0),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    hours jsonb not null,
    steps jsonb not null,
    reason text not null check (reason <> ''),
    made_by uuid,
    made_at timestamptz not null,
    primary key (partnership_id, id),
    unique (partnership_id, rule_id, version),
    constraint one_version_a_day exclude using gist (partnership_id with =, rule_id with =, valid with &&),
    foreign key (partnership_id, rule_id) references offer_rule (partnership_id, id)
  )`)
  for (const table of ['offer_rule', 'offer_rule_version']) await partnershipTable(db, table)
}
