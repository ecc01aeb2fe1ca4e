import { budgetFiguresFrom, budgetTables } from '../../budgets/index.ts'
import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { isId } from '../../core/values/index.ts'
import { indicatorsOf, type Source } from '../../evidence/index.ts'
import { computedFigures, gapGrid, type NeedCell, parseGapFigureId, volumesOf } from '../../market/index.ts'
import { areasOf } from '../../places/index.ts'
import { isSupplyFigureId, parseSupplyFigureId, supplyFigureOf, tallyOf } from '../../providers/index.ts'
import { findingOf } from '../figure-finding.ts'
import type { PublishedFigure } from '../figure-row.ts'
import { plainVolume } from '../plain-volume.ts'
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
  const supply = ids.filter(isSupplyFigureId)
  const gaps = ids.filter((id) => parseGapFigureId(id) !== undefined)
  const apart = new Set([...cited, ...money, ...supply, ...gaps])
  const computed = ids.filter((id) => !apart.has(id))
  const found = new Map<string, PublishedFigure>()
  if (cited.length > 0) {
    for (const figure of await indicatorsOf(db, partnership.id, { ids: cited }, sources)) found.set(figure.id, figure)
  }
  // Identifiers do not tell a volume from an indicator.
  if (cited.some((id) => !found.has(id))) {
    for (const volume of await volumesOf(db, partnership.id, {}, sources)) {
      if (cited.includes(volume.id)) found.set(volume.id, plainVolume(volume))
    }
  }
  if (gaps.length > 0) {
    const areas = await areasOf(db, partnership.id)
    const { cells } = await gapGrid(db, partnership, { areas }, sources)
    for (const figure of cells.flatMap(workedOut)) if (gaps.includes(figure.id)) found.set(figure.id, told(figure))
  }
  if (money.length > 0) {
    const sums = budgetFiguresFrom(partnership, await budgetTables(db, partnership.id, sources))
    for (const figure of sums) if (money.includes(figure.id)) found.set(figure.id, told(figure))
  }
  if (supply.length > 0) for (const figure of await supplyFrom(db, supply, sources)) found.set(figure.id, figure)
  if (computed.length > 0) {
    const areas = (await areasOf(db, partnership.id)).flatMap((area) => [area, ...area.parents])
    const once = [...new Map(areas.map(({ code, name }) => [code, { code, name }])).values()]
    for (const [id, figure] of await computedFigures(db, computed, once, sources)) found.set(id, told(figure))
  }
  return found
}

/** What is worked out of a cell: need and gap, now and as forecast. */
export const workedOut = ({ need, gap, forecast }: NeedCell): PublishedFigure[] =>
  [need, gap, forecast?.need, forecast?.gap].flatMap((figure) => figure ?? [])

/** Figures of supply by their identifiers: one query for those of one area and day. */
async function supplyFrom(db: Db, ids: readonly string[], sources: ReadonlyMap<string, Source>) {
  const keys = ids.flatMap((id) => parseSupplyFigureId(id) ?? [])
  const figures: PublishedFigure[] = []
  for (const of of Map.groupBy(keys, ({ area, asOf }) => `${area} ${asOf}`).values()) {
    const [first] = of
    const tally = first && (await tallyOf(db, first.area, first.asOf))
    if (!tally || tally.asOf !== first.asOf) continue
    for (const key of of) {
      const working = supplyFigureOf(tally, key, { sources, types: tally.types })
      if ('figure' in working) figures.push(working.figure)
    }
  }
  return figures
}

/** A figure that was worked out, with the section it belongs to and the sentence it supports. */
export const told = (figure: PublishedFigure): PublishedFigure => ({
  ...figure,
  section: sectionOfMeasure(figure),
  finding: findingOf(figure),
})
