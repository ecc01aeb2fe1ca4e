import { sql } from 'kysely'
import type { Db } from '../../core/db/index.ts'
import type { Id } from '../../core/values/index.ts'
import { providers } from '../schema.ts'

/** Someone that provides care. */
export interface Organisation {
  readonly id: Id
  readonly name: string
}

/** The names of organisations, by their identifiers. */
export async function organisationNames(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const found = await providers(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name'])
    .where('o.id', 'in', [...ids])
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** The organisations whose names hold some letters, by name; at most fifty. */
export const organisationsNamed = (db: Db, letters: string): Promise<Organisation[]> =>
  providers(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name'])
    .where('o.name', 'ilike', `%${letters.replace(/[\\%_]/g, '\\$&')}%`)
    .orderBy('o.name')
    .limit(50)
    .execute()

/** The organisations of exactly these names, by name in small letters; one query. */
export async function organisationsCalled(
  db: Db,
  called: readonly string[],
): Promise<ReadonlyMap<string, Organisation>> {
  const folded = called.map((name) => name.trim().toLowerCase())
  const found = await providers(db)
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name'])
    .where(sql<string>`lower(o.name)`, '=', sql<string>`any(${folded}::text[])`)
    .execute()
  return new Map(found.map((organisation) => [organisation.name.toLowerCase(), organisation]))
}
