import { figureColumns, figureRow } from '../../figure-row.ts'
import { figureCount, figuresOf } from '../figures-of.ts'
import type { OpenTable } from './open-table.ts'

/** Every figure, cited or worked out. */
export const figuresTable: OpenTable = {
  name: 'figures',
  title: 'Figures',
  description:
    'One row for each figure of the statement: those cited from documents, and those worked out from population, rates and budgets.',
  columns: figureColumns,
  key: ['id'],
  count: figureCount,
  rows: async (data) => (await figuresOf(data)).map(figureRow),
}
