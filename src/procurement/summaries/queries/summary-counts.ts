import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../core/values/index.ts'

/** How many summaries and contracts a partnership publishes. */
export interface SummaryCounts {
  readonly summaries: number
  readonly contracts: number
}

/** How many of them there are without reading them, as a value that another query can ask for beside its own. */
export const summaryCounts = (partnershipId: Id): RawBuilder<SummaryCounts> =>
  sql<SummaryCounts>`(select jsonb_build_object(
    'summaries', (select count(*) from market_area a where a.partnership_id = ${partnershipId} and a.published),
    'contracts', (select count(*) from contract c
      where c.partnership_id = ${partnershipId} and c.published and c.stage = 'awarded')))`
