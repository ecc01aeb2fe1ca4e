import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** What editions have told of numbers of people, so that the table of today can't be set against a frozen one. */
export const suppressionMigrations: Migrations = {
  '2026-11-22T1336-figure-told': forward(async (db) => {
    await sql`create table figure_told (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      figure_id text not null,
      value numeric,
      told_at timestamptz not null,
      primary key (partnership_id, id),
      unique nulls not distinct (partnership_id, figure_id, value)
    )`.execute(db)
    await partnershipTable(db, 'figure_told', { appendOnly: true, published: 'true' })
  }),
}
