import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable, sharedTable } from '../../core/db/index.ts'

/** Registrations of organisations, duties to be registered, and suspensions of placing with someone. */
export const organisationMigrations: Migrations = {
  '2026-11-22T1635-registration': forward(async (db) => {
    const run = (text: string) => sql.raw(text).execute(db)
    await run(`create table organisation_registration (
      id uuid primary key,
      organisation_id uuid not null references organisation (id),
      regulator text not null,
      provider_number text not null check (provider_number <> ''),
      told_at timestamptz not null,
      unique (regulator, provider_number),
      unique (id, organisation_id)
    )`)
    await run(`create table registration_duty (
      nation text not null check (nation in ('scotland', 'england')),
      service_type_key text not null references service_type (key),
      regulator text not null,
      valid daterange not null check (not isempty(valid)),
      source text not null,
      primary key (nation, service_type_key, valid),
      exclude using gist (nation with =, service_type_key with =, valid with &&)
    )`)
    await run(`create table placement_gate (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      organisation_id uuid not null references organisation (id),
      kind text not null check (kind in ('suspension', 'award')),
      during tstzrange not null check (not isempty(during) and not lower_inf(during)),
      reason text not null,
      primary key (partnership_id, id),
      unique (partnership_id, id, organisation_id),
      constraint nothing_is_awarded_while_suspended exclude using gist (
        partnership_id with =, organisation_id with =, kind with <>, during with &&
      )
    )`)
    await run('create index placement_gate_of on placement_gate (partnership_id, organisation_id)')
    await sharedTable(db, 'organisation_registration')
    await sharedTable(db, 'registration_duty')
    await partnershipTable(db, 'placement_gate', { provider: true })
  }),
  '2026-11-22T1700-provider-number': forward(async (db) => {
    for (const column of ['provider_number', 'lower(provider_name)']) {
      await sql.raw(`create index on register_detail (regulator, ${column})`).execute(db)
    }
    // Awards are many, suspensions few.
    await sql`create index placement_gate_suspension on placement_gate (partnership_id) where kind = 'suspension'`.execute(
      db,
    )
  }),
}
