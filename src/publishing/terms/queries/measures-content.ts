import type { Db } from '../../../core/db/index.ts'
import { settingsOf } from '../../../core/settings/index.ts'
import type { Source } from '../../../evidence/index.ts'
import type { StatementData } from '../../queries/statement-data.ts'
import type { MeasureKey } from '../measure-texts.ts'
import { measureOf } from '../measure-texts.ts'

/** What the page on measures shows beside its texts. */
export interface MeasuresContent {
  /** Numbers of people below it are hidden. */
  readonly hideBelow: number
  /** The sources that each measure is made from here; none where nothing of it is published. */
  readonly sources: ReadonlyMap<MeasureKey, readonly Source[]>
}

/** Which sources a partnership’s measures rest on: at most eleven queries. */
export async function measuresContent(db: Db, data: StatementData): Promise<MeasuresContent> {
  const all = await data.sources()
  const named = (keys: Iterable<string>) => [...new Set(keys)].flatMap((key) => all.get(key) ?? [])
  const population = (await data.populationBands()).flatMap(({ rows }) => rows.map(({ edition }) => edition.source.key))
  const rates = await data.dementia()
  const days = (await data.tally())?.days.map(({ sourceKey }) => sourceKey) ?? []
  const cited = [...(await data.cited()), ...(await data.volumes())]
  const keysOf = (measure: MeasureKey) =>
    cited.filter((figure) => measureOf(figure, []) === measure).flatMap(({ sources }) => sources.map(({ key }) => key))
  const needed = (await data.volumes())
    .filter(({ role }) => role === 'need')
    .flatMap(({ sources }) => sources.map(({ key }) => key))
  const keys: Record<MeasureKey, readonly string[]> = {
    population,
    'population-growth': population,
    condition: rates && population.length > 0 ? [rates.source.key, ...population] : [],
    budget: (await data.budgets()).map(({ source }) => source.key),
    cited: keysOf('cited'),
    services: days,
    places: days,
    'in-house': days,
    grades: days,
    volumes: keysOf('volumes'),
    forecasts: keysOf('forecasts'),
    need: needed,
    gap: needed.length > 0 ? [...needed, ...days] : [],
  }
  const { publication } = await settingsOf(db, data.partnership)
  return {
    hideBelow: publication.hideBelow,
    sources: new Map(Object.entries(keys).map(([key, of]) => [key as MeasureKey, named(of)])),
  }
}
