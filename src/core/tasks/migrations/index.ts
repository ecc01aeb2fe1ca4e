import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../db/index.ts'

/** What is due: one task for each kind and subject. */
export const tasksMigrations: Migrations = {
  '2026-11-22T0624-task': forward(async (db) => {
    await sql`create table task (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      kind text not null check (kind <> ''),
      subject text not null check (subject <> ''),
      title text not null check (title <> ''),
      due date not null,
      role text,
      account_id uuid,
      done_at timestamptz,
      done_by uuid,
      primary key (partnership_id, id),
      unique (partnership_id, kind, subject),
      check (role is not null or account_id is not null),
      check (done_at is not null or done_by is null)
    )`.execute(db)
    await sql`create index task_due on task (partnership_id, due, id) where done_at is null`.execute(db)
    await partnershipTable(db, 'task')
  }),
}
