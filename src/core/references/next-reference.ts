import { sql } from 'kysely'
import type { Partnership } from '../auth/index.ts'
import type { Db } from '../db/index.ts'
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
  const { last } = await references(db)
    .insertInto('reference_counter')
    .values({ partnership_id: partnership.id, kind, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'kind']).doUpdateSet({ last: sql`reference_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return formatReference({ prefix: partnership.prefix, kind, number: last })
}
