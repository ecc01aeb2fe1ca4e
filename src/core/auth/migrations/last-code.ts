import { type Kysely, sql } from 'kysely'

const atLarge = `(current_setting('app.kind', true) = 'system'
  and nullif(current_setting('app.partnership', true), '') is null)`

const statements = [
  `create table last_code (
    account_id uuid primary key references account (id) on delete cascade,
    time_step bigint not null
  )`,
  `create table oidc_subject (
    account_id uuid not null references account (id) on delete cascade,
    issuer text not null check (issuer <> ''),
    subject text not null check (subject <> ''),
    since timestamptz not null,
    primary key (account_id, issuer),
    unique (issuer, subject)
  )`,
  ...['last_code', 'oidc_subject'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `grant select, insert, update, delete on ${table} to mercat_app`,
    `create policy at_large on ${table} for all using (${atLarge}) with check (${atLarge})`,
  ]),
  `alter table sign_in.session add column way text`,
]

/** Which code of an authenticator was the last that opened, and who somebody is to an organisation's own sign-in service. */
export async function makeLastCode(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
