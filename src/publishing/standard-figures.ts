import { type AgeBand, allAges } from '../evidence/index.ts'
import { conditionFigureOf, type Population, populationFigureOf, type Rates, type Working } from '../market/index.ts'
import type { PublishedFigure } from './figure-row.ts'

const older = (from: number): AgeBand => ({ from, to: null })

/** The ages for which people are always told. */
const standardAges: readonly AgeBand[] = [
  allAges,
  { from: 0, to: 15 },
  { from: 16, to: 64 },
  older(65),
  older(75),
  older(85),
]

/** People by the standard ages, for every year that an area has counts for; ages that its bands cut through are left out. */
export const standardPopulation = (populations: readonly Population[]): PublishedFigure[] =>
  populations.flatMap((population) =>
    byYear(population).flatMap(([year, ofYear]) =>
      standardAges.flatMap((ages) => figureIn(populationFigureOf(ofYear, { year, ages }), 'population')),
    ),
  )

/** People aged 65 and over expected to have dementia, for every year that an area has a projection for. */
export const standardDementia = (populations: readonly Population[], rates: Rates | undefined): PublishedFigure[] =>
  rates
    ? populations.flatMap((population) =>
        projectedYears(population).flatMap(([year, ofYear]) =>
          figureIn(conditionFigureOf(ofYear, rates, { year, ages: older(65) }), 'demand'),
        ),
      )
    : []

const figureIn = (working: Working, section: 'population' | 'demand'): PublishedFigure[] =>
  'figure' in working ? [{ ...working.figure, section }] : []

/** A population year by year, so that a figure looks only at the rows of its own. */
export const byYear = ({ area, rows }: Population): [number, Population][] =>
  [...Map.groupBy(rows, (row) => row.year)]
    .toSorted(([a], [b]) => a - b)
    .map(([year, ofYear]) => [year, { area, rows: ofYear }])

/** The years that a projection holds. */
export const projectedYears = (population: Population): [number, Population][] =>
  byYear(population).filter(([, { rows }]) => rows.some(({ edition }) => edition.kind === 'projection'))
