import { LRUCache } from 'lru-cache'
import type { UnmetCount } from '../../brokerage/index.ts'
import { type IsoDate, sha256 } from '../../core/values/index.ts'
import { hiddenInSparse, type SparseSum } from '../../evidence/index.ts'
import type { AreaNode, Hierarchy } from '../../places/index.ts'
import { type UnmetFigure, unmetFigure, unmetFigureId } from './unmet-figure.ts'
import type { Named } from './volume.ts'

/** What the figures of unmet need are made from. */
export interface UnmetParts {
  /** As they are kept, for whole services and months: whether one is small enough to hide is seen only beside the others. */
  readonly counts: readonly UnmetCount[]
  readonly whole: { readonly code: string; readonly name: string }
  /** What lies directly below what, in every hierarchy. */
  readonly links: readonly UnmetLink[]
  readonly types: readonly Named[]
  /** Numbers of people below it are hidden. */
  readonly limit: number
  /** The day up to which was counted. */
  readonly countedOn: IsoDate | null
  readonly demonstration: boolean
}

/** Answers for counts met before: nothing but their content counts, and a page asks for the same ones until somebody's wait changes. */
const remembered = new LRUCache<string, readonly UnmetFigure[]>({ max: 60 })

/** Who waited, of every area, as it may be told: all of them, and by reason and by what is missing where that is not hidden. */
export function toldUnmet(parts: UnmetParts): readonly UnmetFigure[] {
  const { counts, whole, links, types, limit, countedOn, demonstration } = parts
  if (counts.length === 0) return []
  const content = [counts, whole, links, types.map(({ name }) => name), limit, countedOn, demonstration]
  const key = sha256(JSON.stringify(content))
  const figures = remembered.get(key) ?? figuresOf(parts)
  remembered.set(key, figures)
  return figures
}

/** An area directly below another one. */
export interface UnmetLink {
  readonly hierarchy: string
  readonly parent: string
  readonly code: string
  readonly name: string
}

/** The links that hierarchies are made of. */
export const linksOf = (hierarchies: readonly Hierarchy[]): UnmetLink[] =>
  hierarchies.flatMap(({ hierarchy, roots }) => roots.flatMap((root) => linksBelow(hierarchy, root)))

const linksBelow = (hierarchy: string, { code: parent, children }: AreaNode): UnmetLink[] =>
  children.flatMap((child) => [
    { hierarchy, parent, code: child.code, name: child.name },
    ...linksBelow(hierarchy, child),
  ])

function figuresOf(parts: UnmetParts): readonly UnmetFigure[] {
  const tables = Map.groupBy(parts.counts, ([month, service]) => `${month} ${service}`)
  return [...tables.values()].flatMap((counts) => {
    const all = tableOf(parts, counts)
    const values = new Map(all.map(({ id, value }) => [id, value ?? 0]))
    const hidden = hiddenInSparse(values, sumsOf(all, parts.links), parts.limit)
    return all.flatMap((figure) => {
      if (figure.value !== 0 && !hidden.has(figure.id)) return figure
      // Of all who waited in an area it is said that they are none or too few; what they waited for is left out.
      if (figure.reason || figure.part) return []
      return { ...figure, value: null, hours: null, suppressed: true, note: tooFew(parts.limit) }
    })
  })
}

const tooFew = (limit: number): string =>
  `[c] hidden: none, fewer than ${limit} people, or could be worked out from the rest.`

/** All ways in which the numbers of one service and month add up: an area is the sum of those below it, and of its reasons, and of what is missing. */
function sumsOf(figures: readonly UnmetFigure[], links: readonly UnmetLink[]): SparseSum[] {
  const cutOf = ({ reason, part }: UnmetFigure) => reason ?? (part ? `${part.band}-${part.carers}` : '')
  const at = new Map(figures.map((figure) => [`${figure.area.code} ${cutOf(figure)}`, figure.id]))
  const cuts = [...new Set(figures.map(cutOf))]
  const below = [...Map.groupBy(links, ({ hierarchy, parent }) => JSON.stringify([hierarchy, parent])).values()]
  const ofAreas = below.flatMap((children) =>
    cuts.flatMap((cut) => {
      const total = at.get(`${children[0]?.parent} ${cut}`)
      return total === undefined
        ? []
        : [{ total, parts: children.flatMap(({ code }) => at.get(`${code} ${cut}`) ?? []) }]
    }),
  )
  const ofCuts = [...Map.groupBy(figures, ({ area }) => area.code).values()].flatMap((own) => {
    const total = own.find((figure) => cutOf(figure) === '')?.id
    const cut = (of: (figure: UnmetFigure) => unknown) =>
      own.flatMap((figure) => (of(figure) === null ? [] : figure.id))
    return total === undefined
      ? []
      : [cut(({ reason }) => reason), cut(({ part }) => part)].map((parts) => ({ total, parts }))
  })
  return [...ofAreas, ...ofCuts]
}

/** All numbers of one service and month, noughts as well. */
function tableOf(
  { whole, links, types, countedOn, demonstration }: UnmetParts,
  counts: readonly UnmetCount[],
): UnmetFigure[] {
  const [first] = counts
  if (!first) return []
  const [month, key] = first
  const service = { key, name: types.find((type) => type.key === key)?.name ?? key }
  const soFar = countedOn !== null && countedOn.slice(0, 7) === month.slice(0, 7)
  const note = [
    soFar ? 'The month is not over: counted so far.' : '',
    demonstration ? 'Invented for the demonstration.' : '',
  ]
  const told = { note: note.filter(Boolean).join(' ') || null, soFar }
  const reasons = [...new Set(counts.map(([, , , reason]) => reason))]
  const cuts = [...new Map(counts.map(([, , , , band, carers]) => [`${band}-${carers}`, { band, carers }]))]
  return areasIn(whole, links).flatMap(({ within, ...area }) => {
    const own = area.code === whole.code ? counts : counts.filter(([, , code]) => within.has(code))
    const of = { area, service, month }
    const idOf = (cut?: string) => unmetFigureId({ area: area.code, service: key, month }, cut)
    const one = (cut: string | undefined, as: Pick<UnmetFigure, 'reason' | 'part'>, some: readonly UnmetCount[]) =>
      unmetFigure(of, { ...as, id: idOf(cut) }, sumOf(some), told)
    return [
      one(undefined, { reason: null, part: null }, own),
      ...reasons.map((reason) =>
        one(
          reason,
          { reason, part: null },
          own.filter((count) => count[3] === reason),
        ),
      ),
      ...cuts.map(([cut, part]) =>
        one(
          cut,
          { reason: null, part },
          own.filter((count) => count[4] === part.band && count[5] === part.carers),
        ),
      ),
    ]
  })
}

const sumOf = (counts: readonly UnmetCount[]) =>
  counts.reduce((sum, count) => ({ people: sum.people + count[6], minutes: sum.minutes + count[7] }), {
    people: 0,
    minutes: 0,
  })

/** The partnership's own area and all below it, each once with the codes of what lies in it. */
function areasIn(whole: UnmetParts['whole'], links: readonly UnmetLink[]) {
  const below = Map.groupBy(links, ({ parent }) => parent)
  const within = (code: string): Set<string> => {
    const codes = new Set([code])
    // What is added while the set is read is read as well.
    for (const at of codes) for (const link of below.get(at) ?? []) codes.add(link.code)
    return codes
  }
  const inWhole = within(whole.code)
  const names = new Map(links.flatMap(({ code, name }) => (inWhole.has(code) ? [[code, name] as const] : [])))
  names.delete(whole.code)
  return [{ ...whole, within: inWhole }, ...[...names].map(([code, name]) => ({ code, name, within: within(code) }))]
}
