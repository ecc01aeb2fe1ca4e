import type { Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { type Source, sourceMap } from '../../../evidence/index.ts'
import { type MarketSummary, marketSummaries, type SummaryContract } from '../../../procurement/index.ts'
import { type ServiceType, serviceTypes } from '../../../providers/index.ts'

/** What is shown as at a day, and which day it is. */
export interface AsAtDay {
  readonly on: IsoDate
  readonly today: IsoDate
}

/** The summaries that anyone may read. */
export interface SummariesContent extends AsAtDay {
  readonly summaries: readonly MarketSummary[]
  /** Published contracts outside every published market area. */
  readonly others: readonly SummaryContract[]
  readonly sources: ReadonlyMap<string, Source>
}

/** Every published summary as at a day. At most five queries. */
export async function summariesContent(db: Db, { id }: Partnership, day: AsAtDay): Promise<SummariesContent> {
  const sources = await sourceMap(db)
  return { ...day, sources, ...(await marketSummaries(db, id, { on: day.on, shown: 'published', sources })) }
}

/** One published summary. */
export interface SummaryContent extends AsAtDay {
  readonly summary: MarketSummary
  readonly sources: ReadonlyMap<string, Source>
  readonly services: readonly ServiceType[]
}

/** One published summary as at a day; "not found" where nobody published one of that key. */
export async function summaryContent(
  db: Db,
  partnership: Partnership,
  key: string,
  day: AsAtDay,
): Promise<SummaryContent> {
  const { summaries, sources } = await summariesContent(db, partnership, day)
  const summary = summaries.find(({ area }) => area.key === key)
  if (!summary) throw notFound('This summary', 'The statement lists the contract summaries that there are.')
  const types = await serviceTypes(db)
  const services = types.filter((type) => summary.area.serviceTypeKeys.includes(type.key))
  return { ...day, summary, sources, services }
}
