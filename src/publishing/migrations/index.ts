import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable } from '../../core/db/index.ts'
import { textsBecomeBlocks } from './texts-become-blocks.ts'

const sectionCheck = sql.raw(
  `check (section in ('about', 'messages', 'population', 'demand', 'supply', 'gaps', 'finance', 'workforce', 'pressures'))`,
)

/** The words of a statement, and its editions. */
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
  '2026-11-22T1010-section-version': forward(async (db) => {
    await sql`create table section_version (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      section text not null ${sectionCheck},
      version integer not null check (version > 0),
      blocks jsonb not null check (jsonb_typeof(blocks) = 'array'),
      written_by uuid,
      written_at timestamptz not null,
      origin text not null check (origin in ('written', 'imported', 'restored', 'merged')),
      primary key (partnership_id, id),
      unique (partnership_id, section, version)
    )`.execute(db)
    await partnershipTable(db, 'section_version', { appendOnly: true })
  }),
  '2026-11-22T1011-edition': forward(async (db) => {
    await sql`create table edition (
      partnership_id uuid not null references partnership (id),
      id uuid not null,
      number integer not null check (number > 0),
      title text not null check (title <> ''),
      summary text not null,
      published_at timestamptz not null,
      published_by uuid,
      changes jsonb,
      main_changes jsonb not null check (jsonb_typeof(main_changes) = 'array'),
      primary key (partnership_id, id),
      unique (partnership_id, number)
    )`.execute(db)
    await sql`create table edition_section (
      partnership_id uuid not null,
      edition_id uuid not null,
      section text not null ${sectionCheck},
      version integer not null check (version > 0),
      blocks jsonb not null check (jsonb_typeof(blocks) = 'array'),
      primary key (partnership_id, edition_id, section),
      foreign key (partnership_id, edition_id) references edition (partnership_id, id)
    )`.execute(db)
    await sql`create table edition_figure (
      partnership_id uuid not null,
      edition_id uuid not null,
      figure_id text not null check (figure_id <> ''),
      section text not null ${sectionCheck},
      position integer not null check (position > 0),
      measure text not null,
      label text not null,
      value numeric,
      figure jsonb not null,
      digest text not null,
      primary key (partnership_id, edition_id, figure_id),
      unique (partnership_id, edition_id, position),
      foreign key (partnership_id, edition_id) references edition (partnership_id, id)
    )`.execute(db)
    for (const table of ['edition', 'edition_section', 'edition_figure']) {
      await partnershipTable(db, table, { published: 'true', appendOnly: true })
    }
  }),
  '2026-11-22T1012-texts-become-blocks': forward(textsBecomeBlocks),
  '2026-11-22T1130-edition-sources': forward(async (db) => {
    await sql`alter table edition_section add column sources jsonb not null default '{}'
      check (jsonb_typeof(sources) = 'object')`.execute(db)
  }),
}
