import { type Kysely, sql } from 'kysely'

type Owner = Kysely<unknown>

/** A table of the product, as a backup needs to know it. */
export interface CatalogueTable {
  /** With the schema before a dot, when it is not the ordinary one. */
  name: string
  /** Its columns without the generated ones, which the database works out itself. */
  columns: string[]
  key: string[]
  holdsBytes: boolean
}

const notOfExtension = (oid: string) =>
  sql`not exists (select from pg_depend d where d.objid = ${sql.raw(oid)} and d.deptype = 'e')`

/** Where the product keeps its tables: its own, and those of the sign-in library. */
const schemas = sql`('public', 'sign_in')`

/** Every table of the product by name; what was migrated travels in the header, and no session or link outlives a restore. */
export async function tablesOf(owner: Owner): Promise<CatalogueTable[]> {
  const found =
    await sql<CatalogueTable>`select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)) as key,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype)
        as "holdsBytes"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${schemas} and c.relkind in ('r', 'p') and not c.relispartition
      and (n.nspname, c.relname) not in (('public', 'mercat_migration'), ('public', 'mercat_migration_lock'),
        ('sign_in', 'session'), ('sign_in', 'verification'))
      and ${notOfExtension('c.oid')}
    order by n.nspname collate "C", c.relname collate "C"`.execute(owner)
  return found.rows
}

/** The names of the migrations that made the schema, or undefined when none ever ran. */
export async function appliedMigrations(owner: Owner): Promise<string[] | undefined> {
  const there = await sql<{
    there: boolean
  }>`select to_regclass('public.mercat_migration') is not null as there`.execute(owner)
  if (!there.rows[0]?.there) return undefined
  const done = await sql<{ name: string }>`select name from mercat_migration order by name collate "C"`.execute(owner)
  return done.rows.map((row) => row.name)
}

/** Where each sequence stands; a sequence that was never used is left out. */
export async function sequencesOf(owner: Owner): Promise<{ name: string; value: string; called: boolean }[]> {
  const found = await sql<{ name: string; value: string }>`select sequencename as name, last_value::text as value
    from pg_sequences where schemaname = 'public' and last_value is not null order by sequencename`.execute(owner)
  return found.rows.map((row) => ({ ...row, called: true }))
}

/** Takes away every foreign key and returns the statements that bring them back: rows may then come in any order. */
export async function dropForeignKeys(owner: Owner): Promise<string[]> {
  const keys = await sql<{ drop: string; add: string }>`select
      format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k
      join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname in ${schemas} and k.conparentid = 0`.execute(owner)
  for (const { drop } of keys.rows) await sql.raw(drop).execute(owner)
  return keys.rows.map(({ add }) => add)
}

/** Drops everything in the schema that migrations make: tables, views, functions and types, but no extension. */
export async function dropEverything(owner: Owner): Promise<void> {
  const found = await sql<{ statement: string }>`
    select format('drop %s if exists %s cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
        when 'S' then 'sequence' else 'table' end, c.oid::regclass) as statement
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and ${notOfExtension('c.oid')}
    union all
    select 'drop schema if exists sign_in cascade'
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure)
      from pg_proc p where p.pronamespace = 'public'::regnamespace and ${notOfExtension('p.oid')}
    union all
    select format('drop type if exists %s cascade', t.oid::regtype)
      from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and ${notOfExtension('t.oid')}`.execute(
    owner,
  )
  for (const { statement } of found.rows) await sql.raw(statement).execute(owner)
}
