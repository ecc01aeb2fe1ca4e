import type { AreaLink } from '../../places/index.ts'
import type { Sum } from './table.ts'

/** How areas add up, in each hierarchy by itself. One area alone below another is the same ground, or else their numbers do not come out. */
export const areaSums = (links: readonly AreaLink[]): Sum[] =>
  [...Map.groupBy(links, ({ hierarchy, parent }) => JSON.stringify([hierarchy, parent])).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ dimension: 'area', total: first.parent, parts: group.map(({ code }) => code) }] : []
  })
