import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import { sourceMap } from '../../../evidence/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { MarketSummary, SummaryWords } from '../market-summary.ts'
import { summaryWordsOf, wordsHistory } from './market-areas.ts'
import { marketSummaries } from './market-summaries.ts'

/** A summary as staff have it: the words last written, and those that anyone reads. */
export interface DeskSummary extends MarketSummary {
  readonly shown: SummaryWords | null
}

/** Every market area as at a day, with drafts. Six queries. */
export async function summariesDesk(db: Db, partnershipId: Id, on: IsoDate): Promise<DeskSummary[]> {
  const sources = await sourceMap(db)
  const { summaries } = await marketSummaries(db, partnershipId, { on, shown: 'latest', sources })
  const published = await summaryWordsOf(db, partnershipId, { on, shown: 'published' })
  return summaries.map((summary) => ({ ...summary, shown: published.get(summary.area.id) ?? null }))
}

/** What the page of one market area needs: itself, its history, and the lists that its forms choose from. */
export interface SummaryDesk {
  readonly summary: DeskSummary
  readonly history: readonly SummaryWords[]
  readonly lists: AreaLists
}

/** What the forms of market areas choose from. */
export interface AreaLists {
  readonly sources: readonly { readonly value: string; readonly text: string }[]
  readonly services: readonly { readonly value: string; readonly text: string }[]
}

/** One market area as at a day with everything that is written of it; "not found" when there is none of that key. */
export async function summaryDesk(db: Db, partnershipId: Id, key: string, on: IsoDate): Promise<SummaryDesk> {
  const summary = (await summariesDesk(db, partnershipId, on)).find(({ area }) => area.key === key)
  if (!summary) throw notFound('This market area', 'The list of summaries has those that there are.')
  return {
    summary,
    history: await wordsHistory(db, partnershipId, summary.area.id),
    lists: await areaLists(db),
  }
}

/** The sources and kinds of service that there are. */
export async function areaLists(db: Db): Promise<AreaLists> {
  const sources = [...(await sourceMap(db)).values()]
  const types = await serviceTypes(db)
  return {
    sources: sources.map(({ key, title }) => ({ value: key, text: title })),
    services: types.map(({ key, name }) => ({ value: key, text: name })),
  }
}
