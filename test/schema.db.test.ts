import { readFile, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownerOf } from '../src/core/db/database.ts'
import type { Database } from '../src/core/db/index.ts'
import { dumpSchema } from './support/dump-schema.ts'
import { openNew } from './support/new-database.ts'

const committed = new URL('schema.sql', import.meta.url)

/** Tables that keep a rule in another way, each with its reason. */
const without: { rowSecurity: Record<string, string>; keyByPartnership: Record<string, string> } = {
  rowSecurity: {
    mercat_migration: 'what was migrated; requests have no rights on it',
    mercat_migration_lock: 'one process migrates at a time; requests have no rights on it',
  },
  keyByPartnership: {
    membership: 'of a partnership or of an organisation; whoever signs in is looked up across all',
    sign_in_event: 'what happens at the door may be about nobody who is known',
  },
}

interface Table {
  name: string
  rowSecurity: boolean
  policies: number
  key: string[] | null
  ofPartnership: boolean
  rights: number
}

let database: Database
let tables: Table[]
beforeAll(async () => {
  database = await openNew()
  const found = await sql<Table>`select c.relname as name, c.relrowsecurity as "rowSecurity",
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      (select array_agg(a.attname::text order by array_position(k.conkey, a.attnum))
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.conrelid = c.oid and k.contype = 'p') as key,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id' and not a.attisdropped)
        as "ofPartnership",
      (select count(*) from aclexplode(c.relacl) g where g.grantee = 'mercat_app'::regrole) as rights
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`.execute(
    ownerOf(database),
  )
  tables = found.rows
})
afterAll(() => database.close())

test('the committed schema is the one that the migrations make', async () => {
  const schema = await dumpSchema(ownerOf(database))
  if (process.env.UPDATE_SCHEMA === '1') await writeFile(committed, schema)
  const text = await readFile(committed, 'utf8')
  expect(text, 'test/schema.sql is out of date: run npm run schema').toBe(schema)
})

test('every table has a primary key, row-level security and a policy', () => {
  expect(tables.length).toBeGreaterThan(5)
  expect(tables.filter((table) => table.key === null).map((table) => table.name)).toEqual([])
  const open = tables.filter((table) => !table.rowSecurity || table.policies === 0)
  expect(open.map((table) => table.name)).toEqual(Object.keys(without.rowSecurity))
  expect(open.filter((table) => table.rights > 0)).toEqual([])
})

test('the primary key of a partnership’s table begins with partnership_id', () => {
  const wrong = tables.filter((table) => table.ofPartnership && table.key?.[0] !== 'partnership_id')
  expect(wrong.map((table) => table.name)).toEqual(Object.keys(without.keyByPartnership))
})

test('a foreign key between two partnership tables carries partnership_id', async () => {
  const found = await sql<{ name: string; from: string[]; to: string[] }>`select k.conname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as from,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any (k.confkey)) as to
    from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and k.conparentid = 0
      and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'partnership_id')
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'partnership_id')`.execute(
    ownerOf(database),
  )
  const wrong = found.rows.filter((key) => !key.from.includes('partnership_id') || !key.to.includes('partnership_id'))
  expect(wrong.map((key) => key.name)).toEqual([])
})
