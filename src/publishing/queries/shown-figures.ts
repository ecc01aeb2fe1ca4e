import { budgetFiguresFrom, budgetTables } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { indicatorsOf, sourceMap } from '../../evidence/index.ts'
import { populationOf, ratesOf } from '../../market/index.ts'
import type { Block } from '../block.ts'
import { figureIdsOf } from '../block-parts.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { conditionContent, olderPeople, populationContent, populationFigures } from '../population-content.ts'
import { placedFigures, told } from './placed-figures.ts'

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
  const cited = await indicatorsOf(db, partnership.id, {}, sources)
  const shown = new Map<string, PublishedFigure>([...cited, ...drawn.map(told)].map((figure) => [figure.id, figure]))
  const others = figureIdsOf(words).filter((id) => !shown.has(id))
  for (const [id, figure] of await placedFigures(db, partnership, others, sources)) shown.set(id, { ...figure, id })
  return shown
}
