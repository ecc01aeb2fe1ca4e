import { sql } from 'kysely'
import type { Partnership } from '../auth/index.ts'
import { type Db, keptPlan } from '../db/index.ts'
import { formatReference } from './reference.ts'
import { references } from './schema.ts'

/**
 * The next reference of a kind for a partnership; a transaction that fails gives its number back.
 * Take it late: others who want one of this kind wait until the transaction ends.
 */
export async function nextReference(
  db: Db,
  partnership: Pick<Partnership, 'id' | 'prefix'>,
  kind: string,
): Promise<string> {
  const [reference] = await nextReferences(db, partnership, kind, 1)
  if (reference === undefined) throw new Error('No reference was given.')
  return reference
}

/** The same for several of a kind at once, in their order. */
export async function nextReferences(
  db: Db,
  { id, prefix }: Pick<Partnership, 'id' | 'prefix'>,
  kind: string,
  count: number,
): Promise<string[]> {
  if (count === 0) return []
  const { last } = await references(db)
    .insertInto('reference_counter')
    .values({ partnership_id: id, kind, last: count })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'kind']).doUpdateSet({ last: sql`reference_counter.last + excluded.last` }),
    )
    .returning('last')
    .modifyEnd(keptPlan)
    .executeTakeFirstOrThrow()
  return Array.from({ length: count }, (_, index) =>
    formatReference({ prefix, kind, number: last - count + 1 + index }),
  )
}
