import type { Figure } from '../evidence/index.ts'
import {
  conditionFigureOf,
  growthByBandOf,
  type Population,
  type PopulationSeries,
  populationFigureOf,
  populationSeriesOf,
  type Rates,
  usualAges,
} from '../market/index.ts'

/** What the population section draws: the series, and the growth of each age group over the newest projection. */
export interface PopulationContent {
  readonly series: PopulationSeries
  /** The people aged 75 and over, the same editions. */
  readonly older: PopulationSeries
  readonly growth: readonly Figure[]
  readonly ends: readonly { readonly from: Figure; readonly to: Figure }[]
}

/** Whom both contents are about: no younger ages need to be read. */
export const olderPeople = { from: 65 } as const

const oldest = [{ from: 75, to: null }] as const

/** Older people by age group; undefined where no population was imported. */
export function populationContent(population: Population): PopulationContent | undefined {
  const series = populationSeriesOf(population)
  if (series.lines.length === 0) return undefined
  const older = populationSeriesOf(population, oldest)
  const projection = series.lines.find((line) => line.kind === 'projection')
  const [from, to] = [projection?.points[0]?.year, projection?.points.at(-1)?.year]
  if (!projection || from === undefined || to === undefined || from === to) {
    return { series, older, growth: [], ends: [] }
  }
  const { kind, vintage } = projection
  const ages = [...usualAges, ...oldest]
  const ends = ages.flatMap((band) => {
    const at = (year: number) => populationFigureOf(population, { year, ages: band, kind, vintage })
    const [start, end] = [at(from), at(to)]
    return 'figure' in start && 'figure' in end ? [{ from: start.figure, to: end.figure }] : []
  })
  return { series, older, growth: growthByBandOf(population, from, to, ages), ends }
}

/** How many people are expected to have a condition in each projected year; empty where counts or rates are lacking. */
export function conditionContent(population: Population, rates: Rates | undefined): readonly Figure[] {
  const projection = populationSeriesOf(population).lines.find((line) => line.kind === 'projection')
  if (!rates || !projection) return []
  const { kind, vintage } = projection
  return projection.points.flatMap(({ year }) => {
    const working = conditionFigureOf(population, rates, { year, kind, vintage })
    return 'figure' in working ? [working.figure] : []
  })
}

/** Every number that the population section draws as a figure: people of each age group and year, and their growth. */
export function populationFigures(population: Population, content: PopulationContent): Figure[] {
  const drawn = [content.series, content.older].flatMap(({ ages, lines }) =>
    lines.flatMap(({ kind, vintage, points }) =>
      points.flatMap(({ year }) =>
        ages.flatMap((band) => {
          const working = populationFigureOf(population, { year, ages: band, kind, vintage })
          return 'figure' in working ? [working.figure] : []
        }),
      ),
    ),
  )
  return [...drawn, ...content.growth]
}
