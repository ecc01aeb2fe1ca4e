import { sql } from 'kysely'
import { forward, type Migrations, partnershipTable, sharedTable } from '../../core/db/index.ts'

/** Areas with their names and parents, shared by all, and which of them each partnership works with. */
export const placesMigrations: Migrations = {
  '2026-11-22T0700-area': forward(async (db) => {
    await sql`create table area (
      code text primary key check (code ~ '^[A-Za-z0-9]+([/-][A-Za-z0-9]+)*$'),
      name text not null check (name <> ''),
      kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
      nation text not null check (nation in ('scotland', 'england', 'wales', 'northern-ireland')),
      reference boolean not null
    )`.execute(db)
    await sql`create table area_name (
      code text not null references area (code),
      folded text not null check (folded <> ''),
      name text not null,
      previous_code boolean not null,
      primary key (code, folded)
    )`.execute(db)
    await sql`create table area_parent (
      hierarchy text not null check (hierarchy ~ '^[a-z]+(-[a-z]+)*$'),
      code text not null references area (code),
      parent text not null references area (code),
      note text,
      primary key (hierarchy, code),
      check (parent <> code)
    )`.execute(db)
    await sql`create index area_parent_parent on area_parent (parent)`.execute(db)
    await sql`create table partnership_area (
      partnership_id uuid not null references partnership (id),
      code text not null references area (code),
      primary key (partnership_id, code)
    )`.execute(db)
    for (const table of ['area', 'area_name', 'area_parent']) await sharedTable(db, table)
    await partnershipTable(db, 'partnership_area', { published: 'true' })
  }),
  '2026-11-22T1330-area-boundary': forward(async (db) => {
    await sql`create table area_boundary (
      code text primary key references area (code),
      outline jsonb not null,
      ground jsonb not null,
      edition text,
      source_key text,
      attribution text
    )`.execute(db)
    await sharedTable(db, 'area_boundary')
  }),
  '2026-11-22T1725-area-parent-code': forward(async (db) => {
    await sql`create index area_parent_code on area_parent (code)`.execute(db)
  }),
}
