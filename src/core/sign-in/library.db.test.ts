import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newServices } from '../../../test/support/new-app.ts'
import { newDatabase } from '../../../test/support/new-database.ts'
import { ownerOf } from '../db/database.ts'
import { libraryOf } from './library.ts'

test('the sign-in library finds every table and column that it wants, and no foreign key of ours leads to them', async () => {
  const database = await newDatabase()
  const owner = ownerOf(database)
  const { options } = await libraryOf(newServices(database))
  // It looks only where the connection looks first, so it is given one that looks into its schema.
  const missing = await owner.connection().execute(async (connection) => {
    await sql`set search_path = sign_in`.execute(connection)
    const wanted = await getMigrations({ ...options, database: { db: connection, type: 'postgres' } })
    await sql`reset search_path`.execute(connection)
    return wanted
  })
  expect([...missing.toBeCreated, ...missing.toBeAdded]).toEqual([])
  const { rows } = await sql`select from pg_constraint k join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and t.relnamespace = 'sign_in'::regnamespace and k.connamespace <> 'sign_in'::regnamespace`.execute(
    owner,
  )
  expect(rows).toHaveLength(0)
})

test('requests have no rights on the library’s tables', async () => {
  const database = await newDatabase()
  const { rows } = await sql<{
    may: boolean
  }>`select has_schema_privilege('mercat_app', 'sign_in', 'usage') as may`.execute(ownerOf(database))
  expect(rows).toEqual([{ may: false }])
})
