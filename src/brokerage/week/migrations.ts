import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** The clock by which a demonstration's days are played. */
export const weekMigrations: Migrations = {
  '2026-11-22T2156-played-clock': forward(async (db) => {
    await sql
      .raw(`create table played_clock (
        partnership_id uuid primary key references partnership (id),
        at timestamptz not null,
        until timestamptz not null
      )`)
      .execute(db)
    await partnershipTable(db, 'played_clock')
  }),
}
