import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { solving } from '../../solving/schema.ts'
import { searchedDays } from '../stale.ts'

/** Plans that are looked through, the newest first: more than a partnership asks for in so many days. */
const mostLooked = 100

/** The latest plan of the last days in which a package stands; undefined where there is none. */
export async function latestPlanWith(db: Db, partnershipId: Id, reference: string, now: Date): Promise<Id | undefined> {
  const since = new Date(now.getTime() - searchedDays * 86_400_000)
  const wanted = sql`jsonb_build_object('packages', jsonb_build_array(jsonb_build_object('reference', ${reference}::text)))`
  const row = await solving(db)
    .selectFrom((newest) =>
      newest
        .selectFrom('solve_run')
        .select(['id', 'asked_at', 'input'])
        .where('partnership_id', '=', partnershipId)
        .where('kind', '=', 'plan')
        .where('result', 'is not', null)
        .where('asked_at', '>=', since)
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .limit(mostLooked)
        .as('r'),
    )
    .select('r.id')
    .where(sql<boolean>`r.input @> ${wanted}`)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
