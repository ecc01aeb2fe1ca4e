import { budgetFigure, budgetRows } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { isId } from '../../core/values/index.ts'
import { citedFigure, indicatorsOf, type RowsBehind } from '../../evidence/index.ts'
import { computedFigure, parseFigureId } from '../../market/index.ts'
import { areasOf } from '../../places/index.ts'
import { findingOf } from '../figure-finding.ts'
import { figureColumns, figureRow, type PublishedFigure } from '../figure-row.ts'
import type { PlainTable } from '../plain-table.ts'
import type { SectionSlug } from '../section.ts'
import { sectionOfMeasure } from '../section-of-measure.ts'

/** A figure with what it says, where it belongs, and the rows that it was made from. */
export interface FigureFound {
  readonly figure: PublishedFigure
  readonly finding: string
  readonly section: SectionSlug
  /** undefined when a document prints the number alone. */
  readonly rows: RowsBehind | undefined
}

/** A figure of a partnership by its identifier, cited or worked out; otherwise "not found". At most six queries. */
export async function figureById(db: Db, partnership: Partnership, id: string): Promise<FigureFound> {
  if (isId(id)) {
    const figure = await citedFigure(db, partnership.id, id)
    return { figure, finding: figure.finding, section: figure.section, rows: undefined }
  }
  const [measure] = id.split('.')
  const computed = measure === 'budget' ? await budgetById(db, partnership, id) : await countedById(db, partnership, id)
  const section = sectionOfMeasure(computed.figure)
  return { ...computed, figure: { ...computed.figure, section }, finding: findingOf(computed.figure), section }
}

async function budgetById(db: Db, partnership: Partnership, id: string) {
  const year = id.split('.').at(-1) ?? ''
  const figure = await budgetFigure(db, partnership, { year })
  // A year may be asked for in several forms; only one of them is the identifier.
  if (figure?.id !== id) throw notFound('This figure', `There is no budget or spend with the identifier “${id}”.`)
  return { figure, rows: await budgetRows(db, partnership, { year }) }
}

async function countedById(db: Db, partnership: Partnership, id: string) {
  const area = parseFigureId(id)?.area
  const areas = await areasOf(db, partnership.id)
  if (!areas.some(({ code, parents }) => code === area || parents.some((parent) => parent.code === area))) {
    throw notFound('This figure', `“${id}” is not the identifier of a figure of ${partnership.title}.`)
  }
  const { figure, behind } = await computedFigure(db, id)
  return { figure, rows: behind }
}

/** A figure as a file: the rows it was made from, or for a cited one the row of each figure of its series. */
export async function figureTable(
  db: Db,
  partnership: Partnership,
  { figure, rows }: FigureFound,
): Promise<PlainTable> {
  if (rows) return plainTable(rows)
  const series = await indicatorsOf(db, partnership.id, { key: figure.measure })
  return { columns: figureColumns, rows: series.map(figureRow) }
}

const plainTable = ({ columns, rows }: RowsBehind): PlainTable => ({
  columns: columns.map(({ key, label, numeric }) => ({
    key,
    heading: label,
    datatype: numeric ? 'number' : 'string',
    description: label,
  })),
  rows,
})
