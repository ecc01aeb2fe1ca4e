import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { recordHistory } from '../../../core/history/index.ts'
import { record } from '../../../core/ledger/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { procurement } from '../../schema/index.ts'
import type { SummaryWords } from '../market-summary.ts'

/** Words of a market area from a day on. */
export interface SummaryToWrite {
  readonly partnershipId: Id
  readonly areaId: Id
  readonly from: IsoDate
  readonly words: Pick<SummaryWords, 'description' | 'period' | 'development' | 'management' | 'sourceKey' | 'locus'>
  /** Otherwise it is a draft, and anyone goes on reading what was published last. */
  readonly publish: boolean
  /** The words of a day that the writer began from: when others hold on it by now, nothing is written. Left out by imports. */
  readonly base?: { readonly id: Id | null; readonly on: IsoDate } | undefined
  readonly at: Date
}

export type WrittenSummary = { readonly outcome: 'written' | 'unchanged' | 'conflict' }

/** Writes what is said of a market area from a day on, up to the next words that are known already. */
export async function writeSummary(db: Db, actor: Actor, asked: SummaryToWrite): Promise<WrittenSummary> {
  const { partnershipId, areaId, from, words, publish, base, at } = asked
  // Everyone who writes of this area waits here, so that what is compared below stays so.
  await procurement(db)
    .selectFrom('market_area as a')
    .select('a.id')
    .where('a.partnership_id', '=', partnershipId)
    .where('a.id', '=', areaId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const seen = base && (await wordsOn(db, partnershipId, areaId, base.on))
  if (base && (seen?.id ?? null) !== base.id) return { outcome: 'conflict' }
  const now = await wordsOn(db, partnershipId, areaId, from)
  const { sourceKey, locus, ...parts } = words
  const values = { ...parts, source_key: sourceKey, locus, published: publish }
  const same = now && now.from === from && Object.entries(values).every(([name, value]) => now.row[name] === value)
  if (same) return { outcome: 'unchanged' }
  const until = await nextFrom(db, partnershipId, areaId, from)
  await recordHistory(db, 'market_area_words', { partnershipId, subjectId: areaId, held: { from, until }, values }, at)
  if (publish) {
    await procurement(db)
      .updateTable('market_area')
      .set({ published: true })
      .where('partnership_id', '=', partnershipId)
      .where('id', '=', areaId)
      .execute()
  }
  await record(db, actor, at, {
    event: publish ? 'procurement.summary-published' : 'procurement.summary-drafted',
    subject: { kind: 'market-area', id: areaId },
    payload: { from, until, ...values },
  })
  return { outcome: 'written' }
}

async function wordsOn(db: Db, partnershipId: Id, areaId: Id, on: IsoDate) {
  const row = await procurement(db)
    .selectFrom('market_area_words as w')
    .selectAll()
    .select(sql<IsoDate>`lower(w.held)::text`.as('from'))
    .where('w.partnership_id', '=', partnershipId)
    .where('w.subject_id', '=', areaId)
    .where(sql<boolean>`upper_inf(w.known) and w.held @> ${on}::date`)
    .executeTakeFirst()
  return row && { id: row.id, from: row.from, row: { ...row } as Readonly<Record<string, unknown>> }
}

async function nextFrom(db: Db, partnershipId: Id, areaId: Id, from: IsoDate): Promise<IsoDate | null> {
  const { next } = await procurement(db)
    .selectFrom('market_area_words as w')
    .select(sql<IsoDate | null>`min(lower(w.held))::text`.as('next'))
    .where('w.partnership_id', '=', partnershipId)
    .where('w.subject_id', '=', areaId)
    .where(sql<boolean>`upper_inf(w.known) and lower(w.held) > ${from}::date`)
    .executeTakeFirstOrThrow()
  return next
}
