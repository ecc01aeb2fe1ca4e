import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import { periodFrom } from '../../../core/history/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { MarketArea, SummaryWords } from '../market-summary.ts'

/** Every market area that the actor may see, in the order of lists. */
export const marketAreasOf = (db: Db, partnershipId: Id): Promise<MarketArea[]> =>
  procurement(db)
    .selectFrom('market_area as a')
    .select(['a.id', 'a.key', 'a.name', 'a.position', 'a.published'])
    .select(['a.service_type_keys as serviceTypeKeys', 'a.budget_subject as budgetSubject'])
    .where('a.partnership_id', '=', partnershipId)
    .orderBy('a.position')
    .orderBy('a.name')
    .execute()

/** As at which day words are read, and whether drafts count. */
export interface WordsAsked {
  readonly on: IsoDate
  readonly shown: 'published' | 'latest'
}

/**
 * The words of each market area that hold on a day. A draft leaves what was published standing until it is published
 * itself, so the published ones are the last that were, and not only those that nothing is known to follow.
 */
export async function summaryWordsOf(
  db: Db,
  partnershipId: Id,
  { on, shown }: WordsAsked,
): Promise<Map<Id, SummaryWords>> {
  const rows = await procurement(db)
    .selectFrom('market_area_words as w')
    .selectAll()
    .select(sql<Date>`lower(w.known)`.as('written_at'))
    .distinctOn('w.subject_id')
    .where('w.partnership_id', '=', partnershipId)
    .where(sql<boolean>`w.held @> ${on}::date`)
    .$if(shown === 'published', (query) => query.where('w.published', '=', true))
    .orderBy('w.subject_id')
    .orderBy(sql`lower(w.known)`, 'desc')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, wordsFrom(row)]))
}

/** Everything that was ever written of a market area, the newest first; at most two hundred. */
export async function wordsHistory(db: Db, partnershipId: Id, areaId: Id): Promise<SummaryWords[]> {
  const rows = await procurement(db)
    .selectFrom('market_area_words as w')
    .selectAll()
    .select(sql<Date>`lower(w.known)`.as('written_at'))
    .where('w.partnership_id', '=', partnershipId)
    .where('w.subject_id', '=', areaId)
    .orderBy(sql`lower(w.known)`, 'desc')
    .orderBy(sql`lower(w.held)`, 'desc')
    .limit(200)
    .execute()
  return rows.map(wordsFrom)
}

interface WordsRow extends Pick<SummaryWords, 'id' | 'description' | 'period' | 'development' | 'management'> {
  readonly source_key: string | null
  readonly locus: string | null
  readonly held: string
  readonly written_at: Date
  readonly published: boolean
}

const wordsFrom = (row: WordsRow): SummaryWords => ({
  id: row.id,
  description: row.description,
  period: row.period,
  development: row.development,
  management: row.management,
  sourceKey: row.source_key,
  locus: row.locus,
  ...periodFrom(row.held),
  writtenAt: row.written_at,
  published: row.published,
})
