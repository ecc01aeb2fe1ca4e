import { type Exposure, exposed } from './exposed.ts'
import { systemOf } from './system-of.ts'
import type { Equation, System, Table } from './table.ts'

/** What readers know from elsewhere, such as editions that stay as they are. */
export interface Told {
  /** Cells whose number was published and is still the same: hiding another in their place protects nothing. */
  readonly shown: ReadonlySet<string>
  /** Cells of which some number was published, be it another one: the old table must hold beside the new one as well. */
  readonly everShown: ReadonlySet<string>
  /** Cells that were hidden when they were published; they stay hidden, or the old table could be worked out from the new one. */
  readonly hidden: ReadonlySet<string>
}

/** Nothing was published before. */
export const nothingTold: Told = { shown: new Set(), everShown: new Set(), hidden: new Set() }

/** Whether a number of people is so small that it may point to somebody; 0 points to nobody. */
export const isSmall = (value: number, limit: number): boolean => value > 0 && value < limit

/**
 * The cells of a table that are not shown: those below the limit, and as few and as small others as it takes
 * until no hidden number can be worked out from what is shown.
 */
export function hiddenCells(table: Table, limit: number, told: Told = nothingTold): ReadonlySet<string> {
  const first = table.cells.filter(({ id, value }) => isSmall(value, limit) || (value > 0 && told.hidden.has(id)))
  if (first.length === 0) return new Set()
  const system = systemOf(table)
  // The table holds by itself first, then beside what its readers know already, of today and of then.
  const known = [told.shown, told.everShown].filter(({ size }) => size > 0)
  return [new Set<string>(), ...known].reduce<ReadonlySet<string>>(
    (hidden, shown) => hiddenWith(system, limit, shown, hidden),
    new Set(first.map(({ id }) => id)),
  )
}

/** The cells hidden at first, and those that go with them. */
function hiddenWith(
  system: System,
  limit: number,
  shown: ReadonlySet<string>,
  first: ReadonlySet<string>,
): Set<string> {
  const search = startedAt(system, limit, shown, first)
  hideMore(search)
  showAgain(search)
  return new Set([...search.hidden].flatMap((index) => system.variables[index]?.ids ?? []))
}

interface Search {
  readonly system: System
  readonly limit: number
  /** The equations that each variable stands in. */
  readonly equationsOf: ReadonlyMap<number, readonly Equation[]>
  readonly small: ReadonlySet<number>
  /** Hidden because the number is small or was hidden before. */
  readonly first: ReadonlySet<number>
  /** Known from elsewhere. */
  readonly known: ReadonlySet<number>
  /** Not published, and nobody here can say it. */
  readonly gaps: ReadonlySet<number>
  readonly hidden: Set<number>
  /** What can't be protected, because nothing is left to hide. */
  readonly lost: Set<number>
}

function startedAt(system: System, limit: number, shown: ReadonlySet<string>, ids: ReadonlySet<string>): Search {
  const indexes = (of: (index: number) => boolean) => new Set([...system.variables.keys()].filter(of))
  const variable = (index: number) => system.variables[index] ?? { ids: [], value: undefined }
  const first = indexes((index) => variable(index).ids.some((id) => ids.has(id)))
  const equationsOf = new Map<number, Equation[]>()
  for (const equation of system.equations) {
    for (const index of equation.keys()) equationsOf.set(index, [...(equationsOf.get(index) ?? []), equation])
  }
  return {
    system,
    limit,
    equationsOf,
    small: indexes((index) => isSmall(variable(index).value ?? 0, limit)),
    first,
    known: indexes((index) => variable(index).ids.some((id) => shown.has(id))),
    gaps: indexes((index) => variable(index).ids.length === 0),
    hidden: new Set(first),
    lost: new Set(),
  }
}

/** What a reader does not know now. */
const openIn = ({ hidden, known, gaps }: Search): Set<number> =>
  new Set([...[...hidden].filter((index) => !known.has(index)), ...gaps])

/** The hidden numbers that can be worked out. */
const exposedIn = (search: Search): Map<number, Exposure> =>
  exposed(
    search.system,
    { open: openIn(search), small: search.small, limit: search.limit },
    [...search.hidden].filter((index) => !search.known.has(index)),
  )

function hideMore(search: Search): void {
  hideBesideLonely(search)
  const nextExposed = () => [...exposedIn(search).keys()].find((index) => !search.lost.has(index))
  for (let index = nextExposed(); index !== undefined; index = nextExposed()) {
    const next = cheapest(search, candidatesNear(search, index))
    if (next === undefined) search.lost.add(index)
    else search.hidden.add(next)
    hideBesideLonely(search)
  }
}

/** A hidden number alone in a sum is worked out at sight; each such sum gets a second one. */
function hideBesideLonely(search: Search): void {
  for (let found = true; found; ) {
    found = false
    const open = openIn(search)
    for (const equation of search.system.equations) {
      const [lonely, ...others] = [...equation.keys()].filter((index) => open.has(index))
      if (lonely === undefined || others.length > 0 || search.lost.has(lonely)) continue
      if (search.gaps.has(lonely)) continue
      const next = cheapest(search, candidatesIn(search, [equation]))
      if (next === undefined) continue
      search.hidden.add(next)
      open.add(next)
      found = true
    }
  }
}

/** Published numbers that may be hidden: 0 tells of nobody, and what is known elsewhere is known. */
const candidatesIn = (search: Search, equations: readonly Equation[]): Set<number> =>
  new Set(
    equations.flatMap((equation) =>
      [...equation.keys()].filter((index) => {
        const value = search.system.variables[index]?.value
        return !search.gaps.has(index) && !search.hidden.has(index) && !search.known.has(index) && (value ?? 0) > 0
      }),
    ),
  )

/** Candidates in the sums of a number, or as near to it as there are any. */
function candidatesNear(search: Search, index: number): Set<number> {
  const seen = new Set([index])
  let edge = [index]
  while (edge.length > 0) {
    const equations = edge.flatMap((at) => search.equationsOf.get(at) ?? [])
    const found = candidatesIn(search, equations)
    if (found.size > 0) return found
    edge = [...new Set(equations.flatMap((equation) => [...equation.keys()]))].filter((at) => !seen.has(at))
    for (const at of edge) seen.add(at)
  }
  return new Set()
}

/** The candidate that needs the fewest others beside it; of those the smallest number. */
function cheapest(search: Search, candidates: ReadonlySet<number>): number | undefined {
  const open = openIn(search)
  const cost = (index: number) =>
    (search.equationsOf.get(index) ?? []).filter((equation) => ![...equation.keys()].some((at) => open.has(at))).length
  return [...candidates]
    .map((index) => ({ index, cost: cost(index), value: search.system.variables[index]?.value ?? 0 }))
    .toSorted((a, b) => a.cost - b.cost || a.value - b.value || a.index - b.index)[0]?.index
}

/** So many numbers hidden beside the small ones are tried again; more would take too long for a page. */
const mostTried = 60

/** Shows again what turns out not to be needed, the largest number first. */
function showAgain(search: Search): void {
  const extra = [...search.hidden].filter((index) => !search.first.has(index))
  const bySize = extra.toSorted(
    (a, b) => (search.system.variables[b]?.value ?? 0) - (search.system.variables[a]?.value ?? 0),
  )
  const before = exposedIn(search)
  for (const index of bySize.slice(0, mostTried)) {
    search.hidden.delete(index)
    const worse = [...exposedIn(search)].some(
      ([at, exposure]) => exposure !== before.get(at) && before.get(at) !== 'sums',
    )
    if (worse) search.hidden.add(index)
  }
}
