import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'

/** The words of a statement. */
export const publishingMigrations: Migrations = {
  '2026-11-22T0950-statement-text': forward(async (db) => {
    await sql`create table statement_text (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      section text not null check (section in
        ('about', 'messages', 'population', 'demand', 'supply', 'gaps', 'finance', 'workforce', 'pressures')),
      position integer not null check (position > 0),
      kind text not null check (kind in ('lead', 'message', 'pressure', 'addition', 'paragraph')),
      heading text,
      text text not null check (text <> ''),
      source_key text references source (key),
      locus text,
      primary key (partnership_id, id),
      unique (partnership_id, section, position)
    )`.execute(db)
    await partnershipTable(db, 'statement_text', { published: 'true' })
  }),
}
