import { type Move, movesWhenShown, movesWithin } from './moves.ts'
import { type Answers, answersFor } from './other-answers.ts'
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
  const first = table.cells.filter(({ id, value }) => isSmall(value, limit) || told.hidden.has(id))
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
  showAgain(search, hideMore(search))
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

/** What a reader does not know, and what else may stand there. */
interface Doubt {
  readonly moves: readonly Move[]
  readonly answers: Answers
}

/** So many numbers are mended in one round: fewer take longer, more hide what turns out not to be needed. */
const mostAtOnce = 10

/** Hides more until each hidden number could be another, or nothing is left to hide. */
function hideMore(search: Search): Doubt {
  let answers: Answers = new Map()
  for (;;) {
    hideBesideLonely(search)
    const moves = movesWithin(search.system.equations, openIn(search))
    const wanted = protectedIn(search)
    answers = answersFor(search.system, search, moves, wanted, answers)
    const exposed = wanted.filter((index) => !answers.has(index) && !search.lost.has(index))
    if (exposed.length === 0) return { moves, answers }
    // One more for each number, unless one that was just hidden stands in a sum with it and may be enough.
    const near = new Set<Equation>()
    for (const index of exposed.slice(0, mostAtOnce)) {
      const equations = search.equationsOf.get(index) ?? []
      if (equations.some((equation) => near.has(equation))) continue
      const next = cheapest(search, candidatesNear(search, index))
      if (next === undefined) search.lost.add(index)
      else search.hidden.add(next)
      for (const equation of [...equations, ...(search.equationsOf.get(next ?? index) ?? [])]) near.add(equation)
    }
  }
}

/** The hidden numbers that are not known from elsewhere. */
const protectedIn = ({ hidden, known }: Search): number[] => [...hidden].filter((index) => !known.has(index))

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
const mostTried = 500

/** Shows again what turns out not to be needed, the largest number first. */
function showAgain(search: Search, { moves, answers }: Doubt): void {
  const extra = [...search.hidden].filter((index) => !search.first.has(index))
  const bySize = extra.toSorted(
    (a, b) => (search.system.variables[b]?.value ?? 0) - (search.system.variables[a]?.value ?? 0),
  )
  let doubt: Doubt = { moves, answers }
  for (const index of bySize.slice(0, mostTried)) doubt = withOneShown(search, doubt, index) ?? doubt
}

/** What is left to doubt when one number is shown again; undefined when that would give another away. */
function withOneShown(search: Search, { moves, answers }: Doubt, shown: number): Doubt | undefined {
  const left = movesWhenShown(moves, shown)
  const kept = new Map([...answers].filter(([, answer]) => !answer.has(shown)))
  const others = protectedIn(search).filter((index) => index !== shown)
  const found = answersFor(
    search.system,
    search,
    left,
    others.filter((index) => answers.has(index)),
    kept,
  )
  const touched = (some: readonly Move[], index: number) => some.some((move) => move.has(index))
  const gaveAway = others.some((index) =>
    answers.has(index) ? !found.has(index) : touched(moves, index) && !touched(left, index),
  )
  if (gaveAway) return undefined
  search.hidden.delete(shown)
  return { moves: left, answers: found }
}
