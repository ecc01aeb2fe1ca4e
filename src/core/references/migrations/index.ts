import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../db/index.ts'

/** Counters of short references; rows and not sequences, so that they spread with their partnership and leave no gaps. */
export const referencesMigrations: Migrations = {
  '2026-11-22T0625-reference': forward(async (db) => {
    await sql`create table reference_counter (
      partnership_id uuid not null references partnership (id),
      kind text not null check (kind ~ '^[A-Z]{2,5}$'),
      last bigint not null check (last > 0),
      primary key (partnership_id, kind)
    )`.execute(db)
    await partnershipTable(db, 'reference_counter')
  }),
}
