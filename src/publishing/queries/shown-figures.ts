import { budgetFiguresFrom, budgetTables } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { indicatorsOf, sourceMap } from '../../evidence/index.ts'
import { gapGrid, type NeedCell, populationOf, ratesOf } from '../../market/index.ts'
import { supplyFigures, tallyOf } from '../../providers/index.ts'
import type { Block } from '../block.ts'
import { figureIdsOf } from '../block-parts.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { plainUnmet } from '../plain-unmet.ts'
import { plainVolume } from '../plain-volume.ts'
import { conditionContent, olderPeople, populationContent, populationFigures } from '../population-content.ts'
import { placedFigures, told, workedOut } from './placed-figures.ts'

/** Every figure that a statement with these words shows now, by identifier: cited ones, sums, what charts draw, what words place. */
export async function shownFigures(
  db: Db,
  partnership: Partnership,
  words: readonly Block[],
): Promise<Map<string, PublishedFigure>> {
  const sources = await sourceMap(db)
  const people = await populationOf(db, partnership.areaCode, olderPeople, sources)
  const population = populationContent(people)
  const drawn = [
    ...budgetFiguresFrom(partnership, await budgetTables(db, partnership.id, sources)),
    ...(population ? populationFigures(people, population) : []),
    ...conditionContent(people, await ratesOf(db, 'dementia', sources)),
  ]
  const tally = await tallyOf(db, partnership.areaCode)
  const supply = tally ? supplyFigures(tally, { sources, types: tally.types }) : []
  const cited = await indicatorsOf(db, partnership.id, {}, sources)
  const { cells } = await gapGrid(db, partnership, {}, sources)
  const shown = new Map<string, PublishedFigure>(
    [...cited, ...drawn.map(told), ...supply, ...cells.flatMap(figuresOfCell)].map((figure) => [figure.id, figure]),
  )
  const others = figureIdsOf(words).filter((id) => !shown.has(id))
  for (const [id, figure] of await placedFigures(db, partnership, others, sources)) shown.set(id, { ...figure, id })
  return shown
}

/** The figures that the page of gaps shows of a cell: its volumes, need and gap, what is looked ahead to, and who waited where that is told. */
const figuresOfCell = (cell: NeedCell): PublishedFigure[] => [
  ...cell.volumes.map(plainVolume),
  ...workedOut(cell).map(told),
  ...cell.unmet.flatMap(({ people }) => (people.value === null ? [] : told(plainUnmet(people)))),
]
