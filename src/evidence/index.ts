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
export type {
  Citation,
  Direction,
  Figure,
  FigureBasis,
  FigureStatus,
  Interval,
  RowsBehind,
} from './figure.ts'
export { type FigureUnit, figureUnits, unitWords } from './figure-unit.ts'
export { importIndicators } from './import-indicators.ts'
export { importSources } from './import-sources.ts'
export type { CitedFigure } from './indicator.ts'
export { evidenceMigrations } from './migrations/index.ts'
export { citedFigure, type IndicatorFilter, indicatorsOf } from './queries/indicators.ts'
export {
  addMissingSource,
  sourceByKey,
  sourceKeys,
  sourceMap,
  sourceNamed,
  sourcesByKey,
  sourceToCite,
} from './queries/sources.ts'
export { type Section, sections } from './section.ts'
export { parseSex, type Sex } from './sex.ts'
export { citation, type Source } from './source.ts'
