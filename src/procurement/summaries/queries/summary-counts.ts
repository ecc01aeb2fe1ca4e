import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'

/** How many summaries and contracts are published, without reading them. */
export async function summaryCounts(db: Db, partnershipId: Id): Promise<{ summaries: number; contracts: number }> {
  const { rows } = await sql<{ summaries: number; contracts: number }>`select
    (select count(*)::int from market_area a where a.partnership_id = ${partnershipId} and a.published) as summaries,
    (select count(*)::int from contract c
      where c.partnership_id = ${partnershipId} and c.published and c.stage = 'awarded') as contracts`.execute(
    procurement(db),
  )
  return rows[0] ?? { summaries: 0, contracts: 0 }
}
