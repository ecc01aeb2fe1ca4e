import type { AreaLink } from '../../places/index.ts'
import type { Sum } from './table.ts'

/** How areas add up, in each hierarchy by itself. One area below another is no cut of it: the rest is not known here. */
export const areaSums = (links: readonly AreaLink[]): Sum[] =>
  [...Map.groupBy(links, ({ hierarchy, parent }) => JSON.stringify([hierarchy, parent])).values()].flatMap((group) => {
    const [first] = group
    return first && group.length > 1
      ? [{ dimension: 'area', total: first.parent, parts: group.map(({ code }) => code) }]
      : []
  })
