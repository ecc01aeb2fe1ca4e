import { budgetFiguresFrom, budgetTables } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { isId } from '../../core/values/index.ts'
import { indicatorsOf, type Source } from '../../evidence/index.ts'
import { computedFigures } from '../../market/index.ts'
import { areasOf } from '../../places/index.ts'
import { findingOf } from '../figure-finding.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { sectionOfMeasure } from '../section-of-measure.ts'

/** Figures that words place, as they are now, by their identifiers; left out are those that no longer exist. At most five queries. */
export async function placedFigures(
  db: Db,
  partnership: Partnership,
  ids: readonly string[],
  sources: ReadonlyMap<string, Source>,
): Promise<Map<string, PublishedFigure>> {
  const cited = ids.filter(isId)
  const money = ids.filter((id) => id.startsWith('budget.'))
  const computed = ids.filter((id) => !isId(id) && !money.includes(id))
  const found = new Map<string, PublishedFigure>()
  if (cited.length > 0) {
    for (const figure of await indicatorsOf(db, partnership.id, { ids: cited }, sources)) found.set(figure.id, figure)
  }
  if (money.length > 0) {
    const sums = budgetFiguresFrom(partnership, await budgetTables(db, partnership.id, sources))
    for (const figure of sums) if (money.includes(figure.id)) found.set(figure.id, told(figure))
  }
  if (computed.length > 0) {
    const areas = (await areasOf(db, partnership.id)).flatMap((area) => [area, ...area.parents])
    const once = [...new Map(areas.map(({ code, name }) => [code, { code, name }])).values()]
    for (const [id, figure] of await computedFigures(db, computed, once, sources)) found.set(id, told(figure))
  }
  return found
}

/** A figure that was worked out, with the section it belongs to and the sentence it supports. */
export const told = (figure: PublishedFigure): PublishedFigure => ({
  ...figure,
  section: sectionOfMeasure(figure),
  finding: findingOf(figure),
})
