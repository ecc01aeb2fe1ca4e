import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { solving } from '../../solving/schema.ts'

/** The latest plan in which a package stands; undefined where there is none. */
export async function latestPlanWith(db: Db, partnershipId: Id, reference: string): Promise<Id | undefined> {
  const row = await solving(db)
    .selectFrom('solve_run')
    .select('id')
    .where('partnership_id', '=', partnershipId)
    .where('kind', '=', 'plan')
    .where('result', 'is not', null)
    .where(
      sql<boolean>`input @> jsonb_build_object('packages', jsonb_build_array(jsonb_build_object('reference', ${reference}::text)))`,
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
