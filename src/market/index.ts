export type { AgeCounts } from './age-counts.ts'
export type { Missing, Working } from './answer.ts'
export { conditionFigureOf, type Rates } from './condition-figure.ts'
export type { EditionName, PopulationKind } from './edition.ts'
export type { PrevalenceRate } from './expected-people.ts'
export { type FigureKey, parseFigureId } from './figure-id.ts'
export { importPopulation, type PopulationImport } from './import-population.ts'
export { importPrevalence, type PrevalenceImport } from './import-prevalence.ts'
export { marketMigrations } from './migrations/index.ts'
export type { Population } from './population.ts'
export { type PeopleAsked, populationFigureOf } from './population-figure.ts'
export {
  growthByBandOf,
  type PopulationSeries,
  populationSeriesOf,
  type SeriesLine,
  usualAges,
} from './population-series.ts'
export {
  computedFigure,
  computedFigures,
  conditionFigure,
  dementiaFigure,
  type FigureAsked,
  growthByBand,
  populationFigure,
  populationSeries,
  rowsBehind,
} from './queries/figures.ts'
export { type PopulationFilter, populationOf, populationsOf } from './queries/population.ts'
export { conditions, ratesOf } from './queries/rates.ts'
export type { PopulationLayout } from './read-population.ts'
