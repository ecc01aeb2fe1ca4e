import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../db/index.ts'

/** Mail that is to go out, and the trace of mail that has gone. */
export const outboxMigrations: Migrations = {
  '2026-11-22T0622-outbox': forward(async (db) => {
    await sql`create table outbox_message (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      kind text not null check (kind <> ''),
      recipient text,
      subject text not null check (subject <> ''),
      body text,
      written_at timestamptz not null,
      attempts integer not null default 0 check (attempts >= 0),
      next_attempt_at timestamptz not null,
      claimed_until timestamptz,
      last_error text,
      sent_at timestamptz,
      primary key (partnership_id, id),
      check ((sent_at is null) = (recipient is not null) and (sent_at is null) = (body is not null))
    )`.execute(db)
    await sql`create index outbox_message_waiting on outbox_message (partnership_id, next_attempt_at, id)
      where sent_at is null`.execute(db)
    await partnershipTable(db, 'outbox_message')
  }),
  '2026-11-22T1005-outbox-outcomes': forward(async (db) => {
    await sql`alter table outbox_message
      add column failed_at timestamptz,
      add column useful_until timestamptz,
      drop constraint outbox_message_check,
      add constraint outbox_message_outcome check (sent_at is null or failed_at is null),
      add constraint outbox_message_kept check (
        (recipient is null) = (body is null)
        and (sent_at is null or recipient is null)
        and (sent_at is not null or failed_at is not null or recipient is not null))`.execute(db)
    await sql`drop index outbox_message_waiting`.execute(db)
    await sql`create index outbox_message_waiting on outbox_message (partnership_id, next_attempt_at, id)
      where sent_at is null and failed_at is null`.execute(db)
  }),
}
