export {
  type AgeBand,
  agesHeading,
  agesInWords,
  agesKey,
  agesText,
  allAges,
  overlap,
  parseAges,
} from './ages.ts'
export { difference } from './difference.ts'
export {
  type Citation,
  type Direction,
  type Figure,
  type FigureBasis,
  type FigureStatus,
  figureBases,
  figureStatuses,
  type Interval,
  type RowsBehind,
} from './figure.ts'
export { canBeNegative, type FigureUnit, figureUnits, isFigureUnit, unitWords } from './figure-unit.ts'
export { importIndicators } from './import-indicators.ts'
export { importSources, sourceColumns } from './import-sources.ts'
export type { CitedFigure } from './indicator.ts'
export { evidenceMigrations } from './migrations/index.ts'
export { type CitedCount, citedCount, citedFigure, type IndicatorFilter, indicatorsOf } from './queries/indicators.ts'
export {
  addMissingSource,
  sourceByKey,
  sourceKeys,
  sourceMap,
  sourceNamed,
  sourcesByKey,
  sourceToCite,
} from './queries/sources.ts'
export { indicatorColumns, isPeriod } from './read-indicator.ts'
export { type Section, sections } from './section.ts'
export { parseSex, type Sex } from './sex.ts'
export { citation, type Source } from './source.ts'
export { rememberTold } from './suppression/commands/remember-told.ts'
export { hidBefore, hiding } from './suppression/queries/publication.ts'
export { hiddenInSparse, type SparseSum } from './suppression/sparse-table.ts'
export { hasSmall } from './suppression/suppress.ts'
