import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** What a partnership's documents say it budgets or spends, line by line; anyone reads them. */
export const budgetsMigrations: Migrations = {
  '2026-11-22T0750-budget-line': forward(async (db) => {
    await sql`create table budget_line (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      kind text not null check (kind in ('care-group', 'service')),
      subject text not null check (subject <> ''),
      care_group_key text references care_group (key),
      service_type_key text references service_type (key),
      year text check (year ~ '^[0-9]{4}(/[0-9]{2})?$'),
      basis text not null check (basis in ('budget', 'spend', 'estimate', 'expected')),
      in_house bigint check (in_house >= 0),
      purchased bigint check (purchased >= 0),
      total bigint check (total >= 0),
      printed_unit text not null check (printed_unit in ('pounds', 'thousands', 'millions')),
      source_key text not null references source (key),
      locus text,
      status text not null check (status in ('printed', 'derived', 'caution', 'lost')),
      note text,
      import_id uuid not null,
      file text not null,
      line integer not null,
      primary key (partnership_id, id),
      unique nulls not distinct (partnership_id, kind, subject, year, basis, source_key),
      check ((total is null) = (status = 'lost')),
      check (in_house + purchased = total),
      check (in_house <= total and purchased <= total)
    )`.execute(db)
    await partnershipTable(db, 'budget_line', { published: 'true' })
  }),
}
