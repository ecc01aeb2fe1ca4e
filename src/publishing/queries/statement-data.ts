import { budgetFiguresFrom, budgetTables, type SourcedBudgetTable } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { type CitedFigure, type Figure, indicatorsOf, type Source, sourceMap } from '../../evidence/index.ts'
import { type Population, populationsOf, type Rates, ratesOf } from '../../market/index.ts'
import { areaNamesOf, areasOf } from '../../places/index.ts'
import type { Edition } from '../edition.ts'
import { editionsOf, type PublishedWords, publishedWords } from './editions.ts'

/** Everything that a partnership publishes, each part read at most once and only when it is asked for. */
export interface StatementData {
  readonly partnership: Partnership
  areas(): ReturnType<typeof areasOf>
  cited(): Promise<CitedFigure[]>
  populations(): Promise<Population[]>
  /** The rates of dementia; undefined when none were imported. */
  dementia(): Promise<Rates | undefined>
  /** The tables of money that documents print. */
  budgets(): Promise<SourcedBudgetTable[]>
  /** The total of each year. */
  budgetFigures(): Promise<Figure[]>
  /** The words of the latest edition. */
  words(): Promise<PublishedWords>
  /** Every edition, newest first. */
  editions(): Promise<readonly Edition[]>
  /** Every source there is, by key; they are few, and shared by all. */
  sources(): Promise<ReadonlyMap<string, Source>>
}

/** What a partnership publishes, read in one actor's transaction. */
export function statementData(db: Db, partnership: Partnership): StatementData {
  const { id } = partnership
  const sources = once(() => sourceMap(db))
  const budgets = once(async () => budgetTables(db, id, await sources()))
  const areas = once(() => areasOf(db, id))
  return {
    partnership,
    areas,
    cited: once(async () => indicatorsOf(db, id, {}, await sources())),
    populations: once(async () => populationsOf(db, await areaNamesOf(db, id), {}, await sources())),
    dementia: once(async () => ratesOf(db, 'dementia', await sources())),
    budgets,
    budgetFigures: async () => budgetFiguresFrom(partnership, await budgets()),
    words: once(() => publishedWords(db, id)),
    editions: once(async () => (await editionsOf(db, id, { limit: mostEditions })).editions),
    sources,
  }
}

/** More editions than this a statement will not have in a lifetime. */
const mostEditions = 1000

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}
