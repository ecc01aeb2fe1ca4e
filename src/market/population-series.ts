import type { Figure } from '../evidence/index.ts'
import { type AgeBand, type Citation, citation } from '../evidence/index.ts'
import { peopleAged } from './age-counts.ts'
import { byPreference, type EditionName, type PopulationKind } from './edition.ts'
import { growthFigureOf } from './growth-figure.ts'
import { countedIn, type Edition, type Population } from './population.ts'

/** The people of one year by age group; a group that the bands cut through is null. */
export interface SeriesPoint {
  readonly year: number
  /** In the order of the series' age groups. */
  readonly people: readonly (number | null)[]
}

/** The years of one edition. */
export interface SeriesLine extends EditionName {
  readonly source: Citation
  readonly points: readonly SeriesPoint[]
}

/** People by year and age group: the newest estimates, then the newest projection, each with its source. */
export interface PopulationSeries {
  readonly area: { readonly code: string; readonly name: string }
  readonly ages: readonly AgeBand[]
  readonly lines: readonly SeriesLine[]
}

/** The age groups that a statement shows unless others are asked for. */
export const usualAges: readonly AgeBand[] = [
  { from: 65, to: 74 },
  { from: 75, to: 84 },
  { from: 85, to: null },
]

/** The chart of an area's people: what was estimated and what is projected, kept apart. */
export function populationSeriesOf(population: Population, ages: readonly AgeBand[] = usualAges): PopulationSeries {
  const lines = (['estimate', 'projection'] as const).flatMap((kind) => {
    const edition = newestOf(population, kind)
    return edition ? [lineOf(population, edition, ages)] : []
  })
  return { area: population.area, ages, lines }
}

const newestOf = (population: Population, kind: PopulationKind): Edition | undefined =>
  [...new Set(population.rows.map((row) => row.edition))]
    .filter((edition) => edition.kind === kind)
    .toSorted(byPreference)[0]

function lineOf(population: Population, edition: Edition, ages: readonly AgeBand[]): SeriesLine {
  const years = new Set(population.rows.filter((row) => row.edition === edition).map((row) => row.year))
  const points = [...years]
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const counted = countedIn(population, edition, year, 'all')
      return counted ? [{ year, people: ages.map((band) => peopleAged(counted, band) ?? null) }] : []
    })
  return {
    kind: edition.kind,
    vintage: edition.vintage,
    source: citation(edition.source, population.area.name),
    points,
  }
}

/** The growth of each age group between two years of one edition, as figures; groups that can't be told are left out. */
export const growthByBandOf = (
  population: Population,
  fromYear: number,
  toYear: number,
  ages: readonly AgeBand[] = usualAges,
): Figure[] =>
  ages.flatMap((band) => {
    const working = growthFigureOf(population, { fromYear, toYear, ages: band })
    return 'figure' in working ? [working.figure] : []
  })
