import { type Kysely, sql } from 'kysely'

const kind = `current_setting('app.kind', true)`
const partnership = `nullif(current_setting('app.partnership', true), '')::uuid`
const organisation = `nullif(current_setting('app.organisation', true), '')::uuid`
const atLarge = `(${kind} = 'system' and ${partnership} is null)`
/** Staff, and the product at work for one partnership, reach what that partnership answers for. */
const answersFor = (column: string) => `(${kind} in ('staff', 'system') and ${column} = ${partnership})`

const roles = `'commissioner', 'contracts-officer', 'care-manager', 'broker', 'body-member', 'adviser', 'finance-officer',
  'quality-officer', 'administrator', 'provider'`

const statements = [
  `create table account (
    id uuid primary key,
    email text not null unique check (email = lower(email) and email ~ '^[^\\s@]+@[^\\s@]+$'),
    name text not null check (name <> ''),
    sign_in_user text unique,
    demonstration boolean not null default false,
    created_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create table membership (
    id uuid primary key,
    account_id uuid not null references account (id),
    partnership_id uuid references partnership (id),
    organisation_id uuid,
    granted_by_partnership_id uuid not null references partnership (id) on delete cascade,
    roles text[] not null check (roles <> '{}' and roles <@ array[${roles}]),
    since timestamptz not null,
    ended_at timestamptz,
    check ((partnership_id is null) <> (organisation_id is null)),
    check (partnership_id is null or partnership_id = granted_by_partnership_id),
    check ((organisation_id is not null) = (roles = array['provider'])),
    check (not ('provider' = any (roles)) or cardinality(roles) = 1)
  )`,
  `create unique index membership_of_partnership on membership (account_id, partnership_id)
    where ended_at is null and partnership_id is not null`,
  `create unique index membership_of_organisation on membership (account_id, organisation_id)
    where ended_at is null and organisation_id is not null`,
  `create index membership_granted_by on membership (granted_by_partnership_id)`,
  `create table invitation (
    partnership_id uuid not null references partnership (id),
    id uuid not null,
    email text not null check (email = lower(email) and email ~ '^[^\\s@]+@[^\\s@]+$'),
    name text not null check (name <> ''),
    organisation_id uuid,
    roles text[] not null check (roles <> '{}' and roles <@ array[${roles}]),
    token_digest text not null unique,
    invited_at timestamptz not null,
    invited_by uuid references account (id),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    primary key (partnership_id, id),
    check ((organisation_id is not null) = (roles = array['provider'])),
    check (not ('provider' = any (roles)) or cardinality(roles) = 1)
  )`,
  `create table sign_in_event (
    id uuid primary key,
    at timestamptz not null,
    kind text not null check (kind <> ''),
    account_id uuid,
    partnership_id uuid references partnership (id),
    name_digest text,
    address text not null,
    browser text not null
  )`,
  `create index sign_in_event_account on sign_in_event (account_id, at)`,
  `create index sign_in_event_name on sign_in_event (name_digest, at) where name_digest is not null`,
  `create index sign_in_event_partnership on sign_in_event (partnership_id, at, id)`,

  ...['account', 'membership', 'invitation', 'sign_in_event'].map(
    (table) => `alter table ${table} enable row level security`,
  ),
  `grant select, insert, update, delete on account, membership, invitation to mercat_app`,
  `create policy at_large on account for all using (${atLarge}) with check (${atLarge})`,
  `create policy at_large on membership for all using (${atLarge}) with check (${atLarge})`,
  `create policy at_large on invitation for all using (${atLarge}) with check (${atLarge})`,
  `create policy answered_for on membership for all using (${answersFor('granted_by_partnership_id')})
    with check (${answersFor('granted_by_partnership_id')})`,
  `create policy own_organisation on membership for select
    using (${kind} = 'provider' and organisation_id = ${organisation})`,
  // The policies of membership hold in the subquery as well, so it finds only people that the actor may know.
  `create policy known_people on account for select
    using (${kind} in ('staff', 'system', 'provider') and exists (select from membership m where m.account_id = account.id))`,
  `create policy own_partnership on invitation for all using (${answersFor('partnership_id')})
    with check (${answersFor('partnership_id')})`,
  // No right to change or delete an event is given to anyone; the owner removes what is older than 400 days.
  `grant select, insert on sign_in_event to mercat_app`,
  `create policy system_writes on sign_in_event for insert with check (${kind} = 'system')`,
  `create policy at_large on sign_in_event for select using (${atLarge})`,
  `create policy own_partnership on sign_in_event for select using (${answersFor('partnership_id')})`,
]

/** Who signs in, for whom they act, who was invited, and what happened at the door. */
export async function makeAccounts(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
