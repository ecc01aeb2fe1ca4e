import { sql } from 'kysely'
import type { Actor } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type HistoryFact, periodFrom, recordHistories } from '../../../core/history/index.ts'
import { type Happening, record } from '../../../core/ledger/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { hasDay, laidOver } from '../../changes/days.ts'
import type { Days } from '../../contract.ts'
import { grouped } from '../../queries/grouped.ts'
import { procurement } from '../../schema/index.ts'
import type { SummaryWords } from '../market-summary.ts'

/** What is said of a market area from a day on. */
export interface SummarySaid {
  readonly areaId: Id
  readonly from: IsoDate
  readonly words: Pick<SummaryWords, 'description' | 'period' | 'development' | 'management' | 'sourceKey' | 'locus'>
  /** Otherwise it is a draft, and anyone goes on reading what was published last. */
  readonly publish: boolean
}

/** Words of a market area of one partnership. */
export interface SummaryToWrite extends SummarySaid {
  readonly partnershipId: Id
  /** The words of a day that the writer began from: when others hold on it by now, nothing is written. */
  readonly base?: { readonly id: Id | null; readonly on: IsoDate } | undefined
  readonly at: Date
}

export type WrittenSummary = { readonly outcome: 'written' | 'unchanged' | 'conflict' }

/** Writes what is said of a market area from a day on, up to the next words that are known already. */
export async function writeSummary(db: Db, actor: Actor, asked: SummaryToWrite): Promise<WrittenSummary> {
  const { partnershipId, areaId, base, at } = asked
  await holdAreas(db, partnershipId, [areaId])
  const seen = base && (await wordsOn(db, partnershipId, areaId, base.on))
  if (base && (seen?.id ?? null) !== base.id) return { outcome: 'conflict' }
  const [written] = await writeSummaries(db, { partnershipId, at }, [asked])
  if (!written) return { outcome: 'unchanged' }
  await record(db, actor, at, written)
  return { outcome: 'written' }
}

/**
 * The same for several summaries at once, in their order. Says of each what is to be told of it, undefined where nothing
 * changed; the caller tells it last.
 */
export async function writeSummaries(
  db: Db,
  { partnershipId, at }: { readonly partnershipId: Id; readonly at: Date },
  summaries: readonly SummarySaid[],
): Promise<(Happening | undefined)[]> {
  const areaIds = [...new Set(summaries.map(({ areaId }) => areaId))]
  await holdAreas(db, partnershipId, areaIds)
  const known = await wordsKnown(db, partnershipId, areaIds)
  const facts: HistoryFact[] = []
  const told = summaries.map(({ areaId, from, words, publish }): Happening | undefined => {
    const pieces = known.get(areaId) ?? []
    const { sourceKey, locus, ...parts } = words
    const values = { ...parts, source_key: sourceKey, locus, published: publish }
    const now = pieces.find((piece) => hasDay(piece, from))
    if (now?.from === from && Object.entries(values).every(([name, value]) => now.values[name] === value))
      return undefined
    const until =
      pieces
        .map((piece) => piece.from)
        .filter((day) => day > from)
        .sort()[0] ?? null
    known.set(areaId, laidOver(pieces, [{ from, until, values }]))
    facts.push({ subjectId: areaId, held: { from, until }, values })
    return {
      event: publish ? 'procurement.summary-published' : 'procurement.summary-drafted',
      subject: { kind: 'market-area', id: areaId },
      payload: { from, until, ...values },
    }
  })
  await recordHistories(db, 'market_area_words', partnershipId, facts, at)
  const published = summaries.filter(({ publish }, index) => publish && told[index]).map(({ areaId }) => areaId)
  if (published.length > 0) {
    await procurement(db)
      .updateTable('market_area')
      .set({ published: true })
      .where('partnership_id', '=', partnershipId)
      .where('id', 'in', published)
      .execute()
  }
  return told
}

/** Everyone who writes of these areas waits here, so that what is compared after it stays so. */
async function holdAreas(db: Db, partnershipId: Id, areaIds: readonly Id[]): Promise<void> {
  if (areaIds.length === 0) return
  const held = await procurement(db)
    .selectFrom('market_area as a')
    .select('a.id')
    .where('a.partnership_id', '=', partnershipId)
    .where('a.id', 'in', areaIds)
    .orderBy('a.id')
    .forUpdate()
    .execute()
  if (held.length !== areaIds.length) throw notFound('This market area')
}

const wordsOn = (db: Db, partnershipId: Id, areaId: Id, on: IsoDate) =>
  procurement(db)
    .selectFrom('market_area_words as w')
    .select('w.id')
    .where('w.partnership_id', '=', partnershipId)
    .where('w.subject_id', '=', areaId)
    .where(sql<boolean>`upper_inf(w.known) and w.held @> ${on}::date`)
    .executeTakeFirst()

interface KnownWords extends Days {
  readonly values: Readonly<Record<string, unknown>>
}

async function wordsKnown(db: Db, partnershipId: Id, areaIds: readonly Id[]): Promise<Map<Id, KnownWords[]>> {
  if (areaIds.length === 0) return new Map()
  const rows = await procurement(db)
    .selectFrom('market_area_words as w')
    .selectAll()
    .where('w.partnership_id', '=', partnershipId)
    .where('w.subject_id', 'in', areaIds)
    .where(sql<boolean>`upper_inf(w.known)`)
    .execute()
  return grouped(rows, ({ subject_id, held, ...values }) => [subject_id, { ...periodFrom(held), values }])
}
