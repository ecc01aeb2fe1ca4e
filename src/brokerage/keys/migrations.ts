import { sql } from 'kysely'
import { forward, type Migrations } from '../../core/db/index.ts'

const kind = `current_setting('app.kind', true)`
const organisation = `nullif(current_setting('app.organisation', true), '')::uuid`

/** Keys with which an organisation's own programs answer in its name; of a key only its digest is kept. */
export const keyMigrations: Migrations = {
  '2026-11-22T2117-api-keys': forward(async (db) => {
    const statements = [
      `create table api_key (
        id uuid primary key,
        organisation_id uuid not null references organisation (id),
        name text not null check (name <> ''),
        digest text not null unique,
        hint text not null,
        made_at timestamptz not null,
        made_by uuid not null,
        last_used_on date,
        revoked_at timestamptz,
        revoked_by uuid
      )`,
      'create index api_key_of on api_key (organisation_id)',
      'alter table api_key enable row level security',
      'grant select, insert, update, delete on api_key to mercat_app',
      `create policy own_organisation on api_key for select
        using (${kind} = 'provider' and organisation_id = ${organisation})`,
      `create policy system_writes on api_key for all using (${kind} = 'system') with check (${kind} = 'system')`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  }),
}
