import { auth } from '../../auth/schema.ts'
import type { Db } from '../../db/index.ts'
import type { Id } from '../../values/index.ts'

/** The names of accounts that the actor may know, by their identifiers. */
export async function accountNames(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const found = await auth(db)
    .selectFrom('account as a')
    .select(['a.id', 'a.name'])
    .where('a.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}
