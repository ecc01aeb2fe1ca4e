import { budgetFigure, budgetRows } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { isId } from '../../core/values/index.ts'
import { citedFigure, indicatorsOf, type RowsBehind } from '../../evidence/index.ts'
import {
  computedFigure,
  gapFigure,
  parseFigureId,
  parseGapFigureId,
  parseUnmetFigureId,
  unmetFigureById,
  type Volume,
  volumeById,
  volumesOf,
} from '../../market/index.ts'
import { areasOf } from '../../places/index.ts'
import { isSupplyFigureId, parseSupplyFigureId, supplyFigureById } from '../../providers/index.ts'
import { findingOf } from '../figure-finding.ts'
import { figureColumns, figureRow, type PublishedFigure } from '../figure-row.ts'
import type { PlainTable } from '../plain-table.ts'
import { plainVolume } from '../plain-volume.ts'
import type { SectionSlug } from '../section.ts'
import { sectionOfMeasure, sectionOfRole } from '../section-of-measure.ts'

/** A figure with what it says, where it belongs, and the rows that it was made from. */
export interface FigureFound {
  readonly figure: PublishedFigure
  readonly finding: string
  readonly section: SectionSlug
  /** undefined when a document prints the number alone. */
  readonly rows: RowsBehind | undefined
}

/** A figure of a partnership by its identifier, cited or worked out; otherwise "not found". At most ten queries. */
export async function figureById(db: Db, partnership: Partnership, id: string): Promise<FigureFound> {
  if (isId(id)) {
    const volume = await volumeById(db, partnership.id, id)
    if (volume) return volumeFound(volume)
    const figure = await citedFigure(db, partnership.id, id)
    return { figure, finding: figure.finding, section: figure.section, rows: undefined }
  }
  if (isSupplyFigureId(id)) return supplyById(db, partnership, id)
  const [measure] = id.split('.')
  if (parseGapFigureId(id)) return gapById(db, partnership, id)
  if (parseUnmetFigureId(id)) return unmetById(db, partnership, id)
  const computed = measure === 'budget' ? await budgetById(db, partnership, id) : await countedById(db, partnership, id)
  const section = sectionOfMeasure(computed.figure)
  return { ...computed, figure: { ...computed.figure, section }, finding: findingOf(computed.figure), section }
}

/** A volume as a figure: what people need belongs with need, what there is with supply, all else with gaps. */
function volumeFound(volume: Volume): FigureFound {
  const section = sectionOfRole(volume.role)
  return { figure: plainVolume(volume), finding: volume.finding, section, rows: undefined }
}

async function gapById(db: Db, partnership: Partnership, id: string): Promise<FigureFound> {
  const found = await gapFigure(db, partnership, id)
  if (!found) throw notFound('This figure', `Need, supply or a gap with the identifier “${id}” is not known.`)
  const section = sectionOfMeasure(found.figure)
  return { figure: { ...found.figure, section }, finding: findingOf(found.figure), section, rows: found.behind }
}

async function unmetById(db: Db, partnership: Partnership, id: string): Promise<FigureFound> {
  const found = await unmetFigureById(db, partnership, id)
  if (!found) throw notFound('This figure', 'Nobody is known to have waited for this care there in that month.')
  const { figure, behind } = found
  return { figure: { ...figure, section: 'gaps' }, finding: findingOf(figure), section: 'gaps', rows: behind }
}

async function budgetById(db: Db, partnership: Partnership, id: string) {
  const year = id.split('.').at(-1) ?? ''
  const figure = await budgetFigure(db, partnership, { year })
  // A year may be asked for in several forms; only one of them is the identifier.
  if (figure?.id !== id) throw notFound('This figure', `There is no budget or spend with the identifier “${id}”.`)
  return { figure, rows: await budgetRows(db, partnership, { year }) }
}

async function supplyById(db: Db, partnership: Partnership, id: string): Promise<FigureFound> {
  await refuseOthers(db, partnership, id, parseSupplyFigureId(id)?.area)
  const working = await supplyFigureById(db, id)
  if ('missing' in working) throw notFound('This figure', working.missing)
  const { figure, behind } = working
  return { figure, finding: figure.finding, section: figure.section, rows: behind }
}

async function countedById(db: Db, partnership: Partnership, id: string) {
  await refuseOthers(db, partnership, id, parseFigureId(id)?.area)
  const { figure, behind } = await computedFigure(db, id)
  return { figure, rows: behind }
}

/** A figure of an area that is not the partnership's, nor one above it, is none of its own. */
async function refuseOthers(db: Db, partnership: Partnership, id: string, area: string | undefined): Promise<void> {
  const areas = await areasOf(db, partnership.id)
  if (!areas.some(({ code, parents }) => code === area || parents.some((parent) => parent.code === area))) {
    throw notFound('This figure', `“${id}” is not the identifier of a figure of ${partnership.title}.`)
  }
}

/** A figure as a file: the rows it was made from, or for a cited one the row of each figure of its series. */
export async function figureTable(
  db: Db,
  partnership: Partnership,
  { figure, rows }: FigureFound,
): Promise<PlainTable> {
  if (rows) return plainTable(rows)
  const series = await indicatorsOf(db, partnership.id, { key: figure.measure })
  const cited = series.length > 0 ? series : await volumesOfKey(db, partnership, figure.measure)
  return { columns: figureColumns, rows: cited.map(figureRow) }
}

const volumesOfKey = async (db: Db, { id }: Partnership, key: string): Promise<PublishedFigure[]> =>
  (await volumesOf(db, id)).filter(({ measure }) => measure === key).map(plainVolume)

const plainTable = ({ columns, rows }: RowsBehind): PlainTable => ({
  columns: columns.map(({ key, label, numeric }) => ({
    key,
    heading: label,
    datatype: numeric ? 'number' : 'string',
    description: label,
  })),
  rows,
})
