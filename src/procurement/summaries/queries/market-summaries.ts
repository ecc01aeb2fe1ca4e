import { budgetTables } from '../../../budgets/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { addMonths, type Id, type IsoDate } from '../../../core/values/index.ts'
import type { Source } from '../../../evidence/index.ts'
import { lifeOf } from '../../register/life.ts'
import type { MarketSummary, SummaryContract } from '../market-summary.ts'
import { moneyOf } from '../money-of.ts'
import { marketAreasOf, summaryWordsOf } from './market-areas.ts'
import { summaryContracts } from './summary-contracts.ts'

/** Which summaries, as at which day, and whether as anyone sees them or as staff have them. */
export interface SummariesAsked {
  readonly on: IsoDate
  readonly shown: 'published' | 'latest'
  readonly sources: ReadonlyMap<string, Source>
}

/** The summaries of all market areas, and the contracts that belong to none. Four queries. */
export async function marketSummaries(
  db: Db,
  partnershipId: Id,
  { on, shown, sources }: SummariesAsked,
): Promise<{ summaries: MarketSummary[]; others: SummaryContract[] }> {
  const areas = (await marketAreasOf(db, partnershipId)).filter(({ published }) => published || shown === 'latest')
  const words = await summaryWordsOf(db, partnershipId, { on, shown })
  const contracts = await summaryContracts(db, partnershipId, { on, publishedOnly: shown === 'published' })
  const lines = (await budgetTables(db, partnershipId, sources)).flatMap((table) => table.lines)
  const current = inTime(contracts, on)
  const known = new Set(areas.map(({ key }) => key))
  return {
    summaries: areas.map((area) => ({
      area,
      words: words.get(area.id) ?? null,
      contracts: current.filter(({ detail }) => detail.marketArea === area.key),
      money: moneyOf(lines, area.budgetSubject, on),
    })),
    others: current.filter(({ detail: { marketArea } }) => marketArea === null || !known.has(marketArea)),
  }
}

/** What begins later than this after the day was hardly known on it. */
const monthsAhead = 24

/** Those in force or resting on a day before those that begin soon after; those that are over are left out. */
function inTime(contracts: readonly SummaryContract[], on: IsoDate): SummaryContract[] {
  const lives = contracts.map((contract) => ({ contract, ...lifeOf(contract, on) }))
  const now = lives.filter(({ state }) => state === 'in-force' || state === 'suspended')
  const soon = addMonths(on, monthsAhead)
  const next = lives.filter(({ state, begins }) => state === 'to-come' && begins !== undefined && begins <= soon)
  return [...now, ...next].map(({ contract }) => contract)
}
