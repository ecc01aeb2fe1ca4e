import { type Kysely, sql } from 'kysely'

/** A share ends: the lead says from when and why, and the partner's copy keeps it. */
export async function shareWithdrawn(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table contract_share
    add column revision integer not null default 1,
    add column until_day date,
    add column ended_at timestamptz,
    add column end_reason text check (end_reason <> ''),
    add constraint an_ended_share_says_why check (
      (until_day is null) = (ended_at is null) and (until_day is null) = (end_reason is null) and until_day >= from_day
    )`)
  await run(`alter table contract
    add column shared_revision integer,
    add column shared_until date,
    add column share_end_reason text,
    add constraint only_a_copy_stops_being_shared check (
      (shared_until is null) = (share_end_reason is null) and (shared_until is null or shared_from_contract is not null)
    )`)
}
