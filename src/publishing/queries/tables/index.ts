import { areasTable } from './areas.ts'
import { budgetsTable } from './budgets.ts'
import { contractSummariesTable, contractsTable } from './contracts.ts'
import { dementiaTable } from './dementia.ts'
import { editionsTable } from './editions.ts'
import { figuresTable } from './figures.ts'
import { gapsTable } from './gaps.ts'
import { indicatorsTable } from './indicators.ts'
import type { OpenTable } from './open-table.ts'
import { opportunitiesTable } from './opportunities.ts'
import { populationTable } from './population.ts'
import { servicesTable } from './services.ts'
import { sourcesTable } from './sources.ts'
import { registerTrendTable, supplyTable } from './supply.ts'
import { textsTable } from './texts.ts'
import { unmetTable, unmetWeeksTable } from './unmet.ts'
import { volumesTable } from './volumes.ts'
import { careGroupsTable, ratingScalesTable, regulatorTermsTable, serviceTypesTable } from './words.ts'

export type { OpenTable } from './open-table.ts'
export { sourcesUsed } from './sources.ts'

/** Tables that belong together. */
export interface TableGroup {
  readonly heading: string
  readonly tables: readonly OpenTable[]
}

/** Every table of a statement in its group, in the order in which they are listed. */
export const tableGroups: readonly TableGroup[] = [
  { heading: 'All figures', tables: [figuresTable] },
  { heading: 'People and places', tables: [areasTable, populationTable, dementiaTable] },
  {
    heading: 'Services, need and gaps',
    tables: [
      supplyTable,
      servicesTable,
      registerTrendTable,
      gapsTable,
      unmetTable,
      unmetWeeksTable,
      volumesTable,
      opportunitiesTable,
    ],
  },
  { heading: 'Money', tables: [budgetsTable] },
  { heading: 'Contracts', tables: [contractSummariesTable, contractsTable] },
  { heading: 'Documents', tables: [indicatorsTable, textsTable, sourcesTable, editionsTable] },
  { heading: 'Words', tables: [serviceTypesTable, careGroupsTable, ratingScalesTable, regulatorTermsTable] },
]

/** Every table of a statement. */
export const openTables: readonly OpenTable[] = tableGroups.flatMap(({ tables }) => tables)
