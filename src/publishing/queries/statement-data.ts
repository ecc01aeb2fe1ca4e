import { budgetFiguresFrom, budgetTables, type SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import {
  type CitedCount,
  type CitedFigure,
  citedCount,
  type Figure,
  indicatorsOf,
  type Source,
  sourceMap,
} from '../../evidence/index.ts'
import {
  type GapCounts,
  type GapGrid,
  gapCounts,
  gapGrid,
  type Opportunity,
  opportunitiesOf,
  type Population,
  populationsOf,
  type Rates,
  ratesOf,
  type UnmetTold,
  unmetToldOf,
  type Volume,
  volumesOf,
} from '../../market/index.ts'
import { areasOf } from '../../places/index.ts'
import {
  type MarketSummary,
  marketSummaries,
  type SummaryContract,
  type SummaryCounts,
  summaryContracts,
  summaryCounts,
} from '../../procurement/index.ts'
import {
  type AreaTally,
  careGroups,
  type OpenCounts,
  type OpenService,
  type OpenTrendRow,
  openCounts,
  openServices,
  openTrend,
  type RatingScale,
  type RegulatorTerm,
  ratingScales,
  regulatorTerms,
  type ServiceType,
  type SupplyFigure,
  serviceTypes,
  supplyFigures,
  type Term,
  tallyOf,
} from '../../providers/index.ts'
import type { Edition } from '../edition.ts'
import { editionsOf, type PublishedWords, publishedWords } from './editions.ts'

/** Everything that a partnership publishes, each part read at most once and only when it is asked for. */
export interface StatementData {
  readonly partnership: Partnership
  areas(): ReturnType<typeof areasOf>
  cited(): Promise<CitedFigure[]>
  /** How many there are, and what they are taken from. */
  citedCount(): Promise<CitedCount>
  populations(): Promise<Population[]>
  /** Which years and ages people are counted for, without the people. */
  populationBands(): Promise<Population[]>
  /** The rates of dementia; undefined when none were imported. */
  dementia(): Promise<Rates | undefined>
  /** The tables of money that documents print. */
  budgets(): Promise<SourcedBudgetTable[]>
  /** The total of each year. */
  budgetFigures(): Promise<Figure[]>
  /** The services of the latest register; undefined where none of the area is known. */
  tally(): Promise<AreaTally | undefined>
  /** How many and how large they are, of all kinds and of each. */
  supplyFigures(): Promise<readonly SupplyFigure[]>
  services(): Promise<readonly OpenService[]>
  registerTrend(): Promise<readonly OpenTrendRow[]>
  /** How many rows the files about registers and their words have. */
  registerCounts(): Promise<OpenCounts>
  serviceTypes(): Promise<readonly ServiceType[]>
  careGroups(): Promise<readonly Term[]>
  ratingScales(): Promise<readonly RatingScale[]>
  regulatorTerms(): Promise<readonly RegulatorTerm[]>
  /** How much of each service is needed, there is, is used, wanted or short. */
  volumes(): Promise<readonly Volume[]>
  opportunities(): Promise<readonly Opportunity[]>
  /** Need, supply and gap of every area that the partnership works with. */
  gaps(): Promise<GapGrid>
  gapCounts(): Promise<GapCounts>
  /** Who waited for care, by month and on Mondays. */
  unmet(): Promise<UnmetTold>
  /** The same without the names of services: enough to count them. */
  unmetUnnamed(): Promise<UnmetTold>
  /** How each market area is bought, as published, as at a day. */
  summaries(on: IsoDate): Promise<readonly MarketSummary[]>
  /** The contracts that are published, with what is said of them on a day. */
  contracts(on: IsoDate): Promise<readonly SummaryContract[]>
  /** How many summaries and contracts are published. */
  summaryCounts(): Promise<SummaryCounts>
  /** The words of the latest edition. */
  words(): Promise<PublishedWords>
  /** Every edition, newest first. */
  editions(): Promise<readonly Edition[]>
  /** Every source there is, by key; they are few, and shared by all. */
  sources(): Promise<ReadonlyMap<string, Source>>
}

/** What a partnership publishes, read in one actor's transaction. */
export function statementData(db: Db, partnership: Partnership): StatementData {
  const { id, areaCode } = partnership
  const sources = once(() => sourceMap(db))
  const budgets = once(async () => budgetTables(db, id, await sources()))
  const areas = once(() => areasOf(db, id))
  const tally = once(() => tallyOf(db, areaCode))
  const types = once(() => serviceTypes(db))
  const counted = once(() => gapCounts(db, id))
  const waiting = async (names: readonly ServiceType[]) => {
    const { unmet } = await counted()
    const known = unmet.counts.length + unmet.weeks.length > 0
    return unmetToldOf(partnership, unmet, known ? await areas() : [], names)
  }
  const counts = once(() => citedCount(db, id, summaryCounts(id)))
  return {
    partnership,
    areas,
    cited: once(async () => indicatorsOf(db, id, {}, await sources())),
    citedCount: counts,
    populations: once(async () => populationsOf(db, await byCode(areas), {}, await sources())),
    populationBands: once(async () => populationsOf(db, await byCode(areas), { bandsOnly: true }, await sources())),
    dementia: once(async () => ratesOf(db, 'dementia', await sources())),
    budgets,
    budgetFigures: async () => budgetFiguresFrom(partnership, await budgets()),
    tally,
    supplyFigures: once(async () => {
      const found = await tally()
      return found ? supplyFigures(found, { sources: await sources(), types: found.types }) : []
    }),
    services: once(() => openServices(db, areaCode)),
    registerTrend: once(() => openTrend(db, areaCode)),
    registerCounts: once(() => openCounts(db, areaCode)),
    serviceTypes: types,
    careGroups: once(() => careGroups(db)),
    ratingScales: once(() => ratingScales(db)),
    regulatorTerms: once(() => regulatorTerms(db)),
    volumes: once(async () => volumesOf(db, id, {}, await sources())),
    opportunities: once(async () => opportunitiesOf(db, id, {}, await sources())),
    gaps: once(async () => gapGrid(db, partnership, { areas: await byCode(areas) }, await sources())),
    unmetUnnamed: once(() => waiting([])),
    gapCounts: counted,
    unmet: once(async () => waiting(await types())),
    summaries: async (on) =>
      (await marketSummaries(db, id, { on, shown: 'published', sources: await sources() })).summaries,
    contracts: (on) => summaryContracts(db, id, { on, publishedOnly: true }),
    summaryCounts: async () => (await counts()).beside,
    words: once(() => publishedWords(db, id)),
    editions: once(async () => (await editionsOf(db, id, { limit: mostEditions })).editions),
    sources,
  }
}

/** More editions than this a statement will not have in a lifetime. */
const mostEditions = 1000

const byCode = async (areas: StatementData['areas']) => (await areas()).toSorted((a, b) => (a.code < b.code ? -1 : 1))

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}
