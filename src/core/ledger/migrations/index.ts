import { sql } from 'kysely'
import { forward, type Migrations } from '../../db/index.ts'

const kind = `current_setting('app.kind', true)`
// A system actor that names no partnership works on the shared chain, which has the nil identifier.
const own = `${kind} in ('staff', 'system') and partnership_id =
  coalesce(nullif(current_setting('app.partnership', true), '')::uuid, '00000000-0000-0000-0000-000000000000')`
// Providers act in every partnership, so their acts go on the chain of the partnership they deal with.
const writes = `((${own}) or ${kind} = 'provider')`

/** The ledger: entries that are only ever added, payloads that can be erased, and the head of each chain. */
export const ledgerMigrations: Migrations = {
  '2026-11-22T0620-ledger': forward(async (db) => {
    const statements = [
      `create table ledger_head (
        partnership_id uuid primary key,
        seq bigint not null check (seq > 0),
        digest text not null
      )`,
      `create table ledger_entry (
        partnership_id uuid not null,
        seq bigint not null check (seq > 0),
        id uuid not null,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('staff', 'provider', 'system')),
        account_id uuid,
        event text not null check (event <> ''),
        subject_kind text not null check (subject_kind <> ''),
        subject_id text not null check (subject_id <> ''),
        rule text,
        rule_version text,
        payload_digest text not null,
        previous text not null,
        digest text not null,
        primary key (partnership_id, seq),
        unique (partnership_id, id),
        check ((rule is null) = (rule_version is null))
      )`,
      `create index ledger_entry_subject on ledger_entry (partnership_id, subject_kind, subject_id, seq)`,
      `create table ledger_payload (
        partnership_id uuid not null,
        entry_id uuid not null,
        salt text not null,
        payload jsonb not null,
        primary key (partnership_id, entry_id),
        foreign key (partnership_id, entry_id) references ledger_entry (partnership_id, id)
      )`,
      ...['ledger_head', 'ledger_entry', 'ledger_payload'].map(
        (table) => `alter table ${table} enable row level security`,
      ),
      `grant select, insert, update on ledger_head to mercat_app`,
      `create policy anyone_reads on ledger_head for select using (true)`,
      `create policy chain_starts on ledger_head for insert with check ${writes}`,
      `create policy chain_grows on ledger_head for update using ${writes} with check ${writes}`,
      // No right to change or delete an entry is given to anyone.
      `grant select, insert on ledger_entry to mercat_app`,
      `create policy own_partnership on ledger_entry for select using (${own})`,
      `create policy as_oneself on ledger_entry for insert with check (${writes} and actor_kind = ${kind})`,
      `grant select, insert, delete on ledger_payload to mercat_app`,
      `create policy own_partnership on ledger_payload for select using (${own})`,
      `create policy chain_grows on ledger_payload for insert with check ${writes}`,
      `create policy system_erases on ledger_payload for delete using (${kind} = 'system' and (${own}))`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  }),
  // A provider's answer is written by the product, because a provider writes in no partnership's tables; it stands in
  // the ledger in the provider's name.
  '2026-11-22T2121-ledger-in-a-name': forward(async (db) => {
    await sql.raw('drop policy as_oneself on ledger_entry').execute(db)
    await sql
      .raw(
        `create policy as_oneself on ledger_entry for insert with check (${writes} and (actor_kind = ${kind}
          or (${kind} = 'system' and actor_kind = 'provider')))`,
      )
      .execute(db)
  }),
}
