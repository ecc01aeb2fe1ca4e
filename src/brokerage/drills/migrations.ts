import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** What people do about a closing, kept beside the drill. */
export const drillMigrations: Migrations = {
  '2026-11-23T0040-continuity-plans': forward(async (db) => {
    await sql
      .raw(`create table continuity_plan (
        partnership_id uuid not null references partnership (id),
        id uuid not null,
        version integer not null check (version > 0),
        lead_officer text not null,
        told jsonb not null,
        communications text not null,
        hand_over text not null check (hand_over in ('not-begun', 'under-way', 'done')),
        hand_over_notes text not null,
        changed_at timestamptz not null,
        changed_by uuid,
        primary key (partnership_id, id),
        foreign key (partnership_id, id) references solve_run (partnership_id, id)
      )`)
      .execute(db)
    await partnershipTable(db, 'continuity_plan')
  }),
}
