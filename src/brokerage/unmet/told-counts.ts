import type { IsoDate } from '../../core/values/index.ts'
import { hiddenInSparse, type SparseSum } from '../../evidence/index.ts'
import type { AreaNode, Hierarchy } from '../../places/index.ts'
import type { UnmetBand, UnmetReason } from '../spell.ts'
import type { UnmetCount } from './kept-count.ts'

/** The part of the day that is missing, and how many carers it takes. */
export interface UnmetPart {
  readonly band: UnmetBand
  readonly carers: 1 | 2
}

/** People who waited for a service in an area in a month, all or of one reason or part, as anyone may be told of them. */
export interface ToldCount {
  readonly month: IsoDate
  readonly service: string
  readonly area: string
  readonly reason: UnmetReason | null
  readonly part: UnmetPart | null
  /** null where they are hidden: none, too few, or to be worked out from the rest. */
  readonly people: number | null
  /** Carers' minutes a week. */
  readonly minutes: number | null
}

/** An area directly below another one, in some hierarchy. */
export interface AreaLink {
  readonly hierarchy: string
  readonly parent: string
  readonly code: string
}

/** What is told of counts depends on these beside the counts. */
export interface TellingUnmet {
  /** The code of the partnership's own area. */
  readonly whole: string
  /** What lies directly below what, in every hierarchy. */
  readonly links: readonly AreaLink[]
  /** Numbers of people below it are hidden. */
  readonly limit: number
}

/** The links that hierarchies are made of. */
export const linksOf = (hierarchies: readonly Hierarchy[]): AreaLink[] =>
  hierarchies.flatMap(({ hierarchy, roots }) => roots.flatMap((root) => linksBelow(hierarchy, root)))

const linksBelow = (hierarchy: string, { code: parent, children }: AreaNode): AreaLink[] =>
  children.flatMap((child) => [{ hierarchy, parent, code: child.code }, ...linksBelow(hierarchy, child)])

/** A number of one table, noughts as well. */
type Cell = ToldCount & { readonly people: number; readonly minutes: number }

/** Who waited, of every area, as it may be told: all of them, and by reason and by what is missing where that is not hidden. */
export function toldCounts(counts: readonly UnmetCount[], telling: TellingUnmet): ToldCount[] {
  const tables = Map.groupBy(counts, ([month, service]) => `${month} ${service}`)
  return [...tables.values()].flatMap((own) => {
    const cells = tableOf(own, telling)
    const values = new Map(cells.map((cell) => [keyOf(cell), cell.people]))
    const hidden = hiddenInSparse(values, sumsOf(cells, telling.links), telling.limit)
    return cells.flatMap((cell): ToldCount[] => {
      if (cell.people !== 0 && !hidden.has(keyOf(cell))) return [cell]
      // Of all who waited in an area it is said that they are none or too few; what they waited for is left out.
      return cell.reason || cell.part ? [] : [{ ...cell, people: null, minutes: null }]
    })
  })
}

const cutOf = ({ reason, part }: Pick<ToldCount, 'reason' | 'part'>): string =>
  reason ?? (part ? `${part.band}-${part.carers}` : '')
const keyOf = (cell: ToldCount): string => `${cell.area} ${cutOf(cell)}`

/** All ways in which the numbers of one service and month add up: an area is the sum of those below it, and of its reasons, and of what is missing. */
function sumsOf(cells: readonly Cell[], links: readonly AreaLink[]): SparseSum[] {
  const known = new Set(cells.map(keyOf))
  const cuts = [...new Set(cells.map(cutOf))]
  const below = [...Map.groupBy(links, ({ hierarchy, parent }) => JSON.stringify([hierarchy, parent])).values()]
  const ofAreas = below.flatMap((children) =>
    cuts.flatMap((cut) => {
      const total = `${children[0]?.parent} ${cut}`
      const parts = children.map(({ code }) => `${code} ${cut}`)
      return known.has(total) ? [{ total, parts: parts.filter((part) => known.has(part)) }] : []
    }),
  )
  const ofCuts = [...Map.groupBy(cells, ({ area }) => area).values()].flatMap((own) => {
    const total = own.find((cell) => cutOf(cell) === '')
    const cut = (of: (cell: Cell) => unknown) => own.flatMap((cell) => (of(cell) === null ? [] : keyOf(cell)))
    return total
      ? [cut(({ reason }) => reason), cut(({ part }) => part)].map((parts) => ({ total: keyOf(total), parts }))
      : []
  })
  return [...ofAreas, ...ofCuts]
}

/** All numbers of one service and month. */
function tableOf(counts: readonly UnmetCount[], { whole, links }: TellingUnmet): Cell[] {
  const [first] = counts
  if (!first) return []
  const [month, service] = first
  const reasons = [...new Set(counts.map(([, , , reason]) => reason))]
  const parts = [...new Map(counts.map(([, , , , band, carers]) => [`${band}-${carers}`, { band, carers }])).values()]
  return areasIn(whole, links).flatMap(({ area, within }) => {
    const own = area === whole ? counts : counts.filter(([, , code]) => within.has(code))
    const cell = (reason: UnmetReason | null, part: UnmetPart | null): Cell => {
      const some = own.filter(
        (count) => (!reason || count[3] === reason) && (!part || (count[4] === part.band && count[5] === part.carers)),
      )
      return { month, service, area, reason, part, ...sumOf(some) }
    }
    return [cell(null, null), ...reasons.map((reason) => cell(reason, null)), ...parts.map((part) => cell(null, part))]
  })
}

const sumOf = (counts: readonly UnmetCount[]) =>
  counts.reduce((sum, count) => ({ people: sum.people + count[6], minutes: sum.minutes + count[7] }), {
    people: 0,
    minutes: 0,
  })

/** The partnership's own area and all below it, each once with the codes of what lies in it. */
function areasIn(whole: string, links: readonly AreaLink[]) {
  const below = Map.groupBy(links, ({ parent }) => parent)
  const within = (code: string): Set<string> => {
    const codes = new Set([code])
    // What is added while the set is read is read as well.
    for (const at of codes) for (const link of below.get(at) ?? []) codes.add(link.code)
    return codes
  }
  const inWhole = within(whole)
  const codes = new Set(links.flatMap(({ code }) => (code !== whole && inWhole.has(code) ? [code] : [])))
  return [{ area: whole, within: inWhole }, ...[...codes].map((area) => ({ area, within: within(area) }))]
}
