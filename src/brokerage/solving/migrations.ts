import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** Plans, drills and replays, each kept with what it was worked out from. */
export const solvingMigrations: Migrations = {
  '2026-11-23T0030-solve-runs': forward(async (db) => {
    await sql
      .raw(`create table solve_run (
        partnership_id uuid not null references partnership (id),
        id uuid not null,
        kind text not null check (kind in ('plan', 'drill', 'time-machine')),
        asked jsonb not null,
        state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
        progress jsonb,
        input jsonb,
        result jsonb,
        words text not null,
        follows uuid,
        attempts smallint not null default 0,
        asked_at timestamptz not null,
        asked_by uuid,
        started_at timestamptz,
        heard_at timestamptz not null,
        finished_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, follows) references solve_run (partnership_id, id),
        constraint done_with_a_result check (state <> 'done' or (input is not null and result is not null)),
        check ((state in ('waiting', 'running')) = (finished_at is null))
      )`)
      .execute(db)
    await sql`create index solve_run_newest on solve_run (partnership_id, kind, asked_at desc, id)`.execute(db)
    await partnershipTable(db, 'solve_run')
  }),
}
