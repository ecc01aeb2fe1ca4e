import type { Db } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { type AgeBand, type Figure, parseAges, type RowsBehind, type Sex, type Source } from '../../evidence/index.ts'
import type { Working } from '../answer.ts'
import { conditionFigureOf, conditionInWords, type Rates } from '../condition-figure.ts'
import type { EditionName } from '../edition.ts'
import { type FigureKey, parseFigureId } from '../figure-id.ts'
import { growthFigureOf } from '../growth-figure.ts'
import type { Population } from '../population.ts'
import { populationFigureOf } from '../population-figure.ts'
import { growthByBandOf, type PopulationSeries, populationSeriesOf } from '../population-series.ts'
import { populationOf, populationsOf } from './population.ts'
import { ratesOf } from './rates.ts'

/** What is asked of an area's people, as a command or an address says it. */
export interface FigureAsked extends Partial<EditionName> {
  /** An area's code. */
  readonly area: string
  readonly year?: number
  /** `75+`, `65-74`, `all`. */
  readonly ages?: string
}

/** How many people live in an area, or a sentence on why that can't be said. */
export async function populationFigure(db: Db, asked: FigureAsked & { readonly sex?: Sex }): Promise<Working> {
  const ages = agesAsked(asked.ages)
  const population = await populationOf(db, asked.area, asked.year === undefined ? {} : { years: [asked.year] })
  return populationFigureOf(population, { ...asked, ages })
}

/** How many people in an area are expected to have a condition, or a sentence on why that can't be said. */
export async function conditionFigure(db: Db, measure: string, asked: FigureAsked): Promise<Working> {
  const ages = agesAsked(asked.ages)
  const rates = await ratesOf(db, measure)
  if (!rates) return { missing: `No rates of ${conditionInWords(measure)} have been imported.` }
  const population = await populationOf(db, asked.area, asked.year === undefined ? {} : { years: [asked.year] })
  return conditionFigureOf(population, rates, { ...asked, ages })
}

/** How many people aged 65 and over, unless other ages are asked for, are expected to have dementia. */
export const dementiaFigure = (db: Db, { ages = '65+', ...asked }: FigureAsked): Promise<Working> =>
  conditionFigure(db, 'dementia', { ...asked, ages })

/** A computed figure by its identifier, with the rows behind it; "not found" when it can't be worked out. */
export async function computedFigure(db: Db, id: string): Promise<{ figure: Figure; behind: RowsBehind }> {
  const working = await workingOf(db, id)
  if ('missing' in working) throw notFound('This figure', working.missing)
  return working
}

/** The rows that a computed figure was made from. */
export const rowsBehind = async (db: Db, id: string): Promise<RowsBehind> => (await computedFigure(db, id)).behind

/** Computed figures by their identifiers, in three queries at the most for those of one condition; left out: what can't be worked out. */
export async function computedFigures(
  db: Db,
  ids: readonly string[],
  areas: readonly Population['area'][],
  known?: ReadonlyMap<string, Source>,
): Promise<Map<string, Figure>> {
  const asked = new Map(ids.flatMap((id) => parsed(id)))
  const keys = [...asked.values()]
  const wanted = areas.filter(({ code }) => keys.some(({ area }) => area === code))
  if (wanted.length === 0) return new Map()
  const years = [...new Set(keys.flatMap(yearsOf))]
  const populations = await populationsOf(db, wanted, { years }, known)
  const rates = new Map<string, Rates | undefined>()
  for (const measure of new Set(keys.filter(isOfCondition).map((key) => key.measure))) {
    rates.set(measure, await ratesOf(db, measure, known))
  }
  const found = [...asked].flatMap(([id, key]): [string, Figure][] => {
    const population = populations.find(({ area }) => area.code === key.area)
    const working = population && workingFrom(key, population, rates.get(key.measure))
    return working && 'figure' in working ? [[id, working.figure]] : []
  })
  return new Map(found)
}

function parsed(id: string): [string, FigureKey][] {
  const key = parseFigureId(id)
  return key ? [[id, key]] : []
}

async function workingOf(db: Db, id: string): Promise<Working> {
  const key = parseFigureId(id)
  if (!key) return { missing: `“${id}” is not the identifier of a figure.` }
  const rates = isOfCondition(key) ? await ratesOf(db, key.measure) : undefined
  return workingFrom(key, await populationOf(db, key.area, { years: yearsOf(key) }), rates)
}

const isOfCondition = ({ measure }: FigureKey) => !['population', 'population-growth'].includes(measure)
const yearsOf = ({ year, toYear }: FigureKey) => (toYear === null ? [year] : [year, toYear])

function workingFrom(key: FigureKey, population: Population, rates: Rates | undefined): Working {
  const { measure, year, toYear, ages, sex, edition } = key
  const asked = { year, ages, sex, ...edition }
  if (measure === 'population-growth') {
    if (toYear === null) return { missing: 'Growth is between two years.' }
    return growthFigureOf(population, { ...asked, fromYear: year, toYear })
  }
  if (toYear !== null) return { missing: 'This figure is for one year.' }
  if (measure === 'population') return populationFigureOf(population, asked)
  if (!rates || sex !== 'all') return { missing: `There are no rates of ${conditionInWords(measure)} to work it out.` }
  return conditionFigureOf(population, rates, asked)
}

/** The chart of an area's people by year and age group. */
export const populationSeries = async (db: Db, area: string, ages?: readonly AgeBand[]): Promise<PopulationSeries> =>
  populationSeriesOf(await populationOf(db, area), ages)

/** The growth of each age group between two years of one edition. */
export const growthByBand = async (
  db: Db,
  area: string,
  fromYear: number,
  toYear: number,
  ages?: readonly AgeBand[],
): Promise<Figure[]> =>
  growthByBandOf(await populationOf(db, area, { years: [fromYear, toYear] }), fromYear, toYear, ages)

function agesAsked(text: string | undefined): AgeBand | undefined {
  if (text === undefined) return undefined
  const ages = parseAges(text)
  if (!ages) throw invalid(`“${text}” is not ages.`, 'Write 75+, 65-74 or all.')
  return ages
}
