import { areasTable } from './areas.ts'
import { budgetsTable } from './budgets.ts'
import { dementiaTable } from './dementia.ts'
import { editionsTable } from './editions.ts'
import { figuresTable } from './figures.ts'
import { indicatorsTable } from './indicators.ts'
import type { OpenTable } from './open-table.ts'
import { populationTable } from './population.ts'
import { sourcesTable } from './sources.ts'
import { textsTable } from './texts.ts'

export type { OpenTable } from './open-table.ts'
export { sourcesUsed } from './sources.ts'

/** Every table of a statement, in the order in which they are listed. */
export const openTables: readonly OpenTable[] = [
  figuresTable,
  areasTable,
  populationTable,
  dementiaTable,
  budgetsTable,
  indicatorsTable,
  sourcesTable,
  textsTable,
  editionsTable,
]
