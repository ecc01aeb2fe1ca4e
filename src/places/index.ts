export type { Area, Nation, Parent } from './area.ts'
export type { Boundary } from './boundary.ts'
export { loadPlaces } from './commands/load-places.ts'
export type { AreaNode, Hierarchy } from './hierarchy.ts'
export { importAreas } from './import-areas.ts'
export {
  type AreasAt,
  areasAt,
  type Level,
  type LevelArea,
  levelsOf,
  sumsAt,
} from './levels.ts'
export { codesWithin, type LineAbove, linesAbove, type Parts, partsOf } from './lines.ts'
export { placesMigrations } from './migrations/index.ts'
export { placeAt } from './place-at.ts'
export { hierarchyName, kindName, kindsName } from './place-words.ts'
export { type AreaLink, areaLinks } from './queries/area-links.ts'
export { type AreaResolver, areaResolver } from './queries/area-resolver.ts'
export { areaByCode, areasOf, areasWithin, hierarchiesOf, presentCodeOf } from './queries/areas.ts'
export { allBoundaries, boundariesOf } from './queries/boundaries.ts'
export { distancesTo } from './queries/distances.ts'
export { areaColumns } from './read-area.ts'
export type { PlacesTables } from './schema.ts'
