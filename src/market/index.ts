export type { AgeCounts } from './age-counts.ts'
export type { Missing, Working } from './answer.ts'
export { conditionFigureOf, type Rates } from './condition-figure.ts'
export type { EditionName, PopulationKind } from './edition.ts'
export type { PrevalenceRate } from './expected-people.ts'
export { type FigureKey, parseFigureId } from './figure-id.ts'
export { parseGapFigureId } from './gaps/figure-id.ts'
export { cellOf, type GapGrid, type GridArea, type GridAsked, type GridService } from './gaps/gap-grid.ts'
export { importOpportunities } from './gaps/import-opportunities.ts'
export { importVolumes } from './gaps/import-volumes.ts'
export { inSentence } from './gaps/in-sentence.ts'
export type { ForecastGap, GapStatus, NeedCell } from './gaps/need-cell.ts'
export type { Opportunity } from './gaps/opportunity.ts'
export type { OpportunityPart } from './gaps/opportunity-part.ts'
export { periodEnd, periodStart } from './gaps/period-end.ts'
export { type GapCounts, gapCell, gapCounts, gapFigure, gapGrid } from './gaps/queries/gap-grid.ts'
export { opportunitiesOf } from './gaps/queries/opportunities.ts'
export { type UnmetTold, unmetFigureById, unmetToldOf } from './gaps/queries/unmet.ts'
export { type VolumeFilter, volumeById, volumesOf } from './gaps/queries/volumes.ts'
export { opportunityColumns } from './gaps/read-opportunity.ts'
export { volumeColumns } from './gaps/read-volume.ts'
export type { Forecast, Series } from './gaps/series.ts'
export type { ToldWeek } from './gaps/told-weeks.ts'
export { parseUnmetFigureId, type UnmetFigure } from './gaps/unmet-figure.ts'
export type { UnmetMonth } from './gaps/unmet-month.ts'
export { unmetWords } from './gaps/unmet-rows.ts'
export { isForecast, type Named, type Volume } from './gaps/volume.ts'
export type { VolumeRole } from './gaps/volume-role.ts'
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
export { type PopulationLayout, populationColumns } from './read-population.ts'
export { rateColumns } from './read-rate.ts'
