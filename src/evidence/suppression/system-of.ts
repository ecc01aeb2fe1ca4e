import type { Cell, Coordinates, Equation, Sum, System, Table, Variable } from './table.ts'

interface Draft {
  readonly ids: string[]
  value: number | undefined
}

/** The numbers of a table and every sum that ties them, with the numbers that are not published but stand in a sum. */
export function systemOf({ cells, sums }: Table): System {
  const drafts: Draft[] = []
  const at = new Map<string, number>()
  const places: Coordinates[] = []
  const add = (coordinates: Coordinates, draft: Draft): number => {
    at.set(keyOf(coordinates), drafts.length)
    places.push(coordinates)
    return drafts.push(draft) - 1
  }
  for (const cell of cells) place(cell, drafts, at, add)
  const useful = sumsThatReach(sums, cells)
  const written = new Map<string, Equation>()
  // New places may stand in sums of another dimension, so that the list grows while it is read.
  for (let next = 0; next < places.length; next += 1) {
    const from = places[next] as Coordinates
    for (const sum of useful.get(from) ?? []) {
      const members = [sum.total, ...sum.parts].map((value) => ({ ...from, [sum.dimension]: value }))
      const key = members.map(keyOf).join('=')
      if (written.has(key)) continue
      const indexes = members.map((one) => at.get(keyOf(one)) ?? add(one, { ids: [], value: undefined }))
      written.set(key, new Map(indexes.map((index, position) => [index, position === 0 ? 1 : -1])))
    }
  }
  return settled(drafts, [...written.values()])
}

const keyOf = (coordinates: Coordinates): string =>
  Object.keys(coordinates)
    .sort()
    .map((dimension) => `${dimension}\t${coordinates[dimension]}`)
    .join('\n')

/** The same place twice is the same number, unless two sources print two numbers for it. */
function place(cell: Cell, drafts: Draft[], at: Map<string, number>, add: (at: Coordinates, draft: Draft) => number) {
  const standing = drafts[at.get(keyOf(cell.at)) ?? -1]
  if (!standing) add(cell.at, { ids: [cell.id], value: cell.value })
  else if (standing.value === cell.value) standing.ids.push(cell.id)
  else drafts.push({ ids: [cell.id], value: cell.value })
}

/** For each place the sums that it stands in, of those that tie published numbers. */
function sumsThatReach(sums: readonly Sum[], cells: readonly Cell[]) {
  const published = new Set(cells.flatMap(({ at }) => Object.entries(at).map(nameOf)))
  const byMember = Map.groupBy(
    tyingSums(sums, published).flatMap((sum) =>
      [sum.total, ...sum.parts].map((member) => ({ member: nameOf([sum.dimension, member]), sum })),
    ),
    ({ member }) => member,
  )
  return {
    get: (at: Coordinates) =>
      Object.entries(at).flatMap((pair) => (byMember.get(nameOf(pair)) ?? []).map(({ sum }) => sum)),
  }
}

const nameOf = (pair: readonly [dimension: string, value: string]): string => pair.join('\n')

/** The sums with something published below them, and above them or below another sum of the same; the others leave everything open. */
function tyingSums(sums: readonly Sum[], published: ReadonlySet<string>): Sum[] {
  const isIn = (names: ReadonlySet<string>) => (sum: Sum, value: string) => names.has(nameOf([sum.dimension, value]))
  const below = grown(published, sums, (sum, is) => (sum.parts.some((part) => is(sum, part)) ? [sum.total] : []), isIn)
  const reaching = sums.filter((sum) => sum.parts.some((part) => isIn(below)(sum, part)))
  const totals = Map.groupBy(reaching, ({ dimension, total }) => nameOf([dimension, total]))
  const twice = [...totals].flatMap(([name, of]) => (of.length > 1 ? [name] : []))
  const seeds = new Set([...published, ...twice])
  const above = grown(seeds, sums, (sum, is) => (is(sum, sum.total) ? sum.parts : []), isIn)
  return reaching.filter((sum) => isIn(above)(sum, sum.total))
}

type IsIn = (sum: Sum, value: string) => boolean

/** Names with all that follow from them by sums. */
function grown(
  from: ReadonlySet<string>,
  sums: readonly Sum[],
  next: (sum: Sum, is: IsIn) => readonly string[],
  isIn: (names: ReadonlySet<string>) => IsIn,
): ReadonlySet<string> {
  const names = new Set(from)
  for (let before = -1; before < names.size; ) {
    before = names.size
    for (const sum of sums) for (const value of next(sum, isIn(names))) names.add(nameOf([sum.dimension, value]))
  }
  return names
}

/** Takes away sums that tell nothing or do not come out, and works out the numbers that the others give away. */
function settled(drafts: readonly Draft[], written: readonly Equation[]): System {
  const values = drafts.map(({ value }) => value)
  let equations = written
  for (let changed = true; changed; ) {
    changed = false
    equations = mergedGaps(equations, values)
    const count = countIn(equations)
    const kept: Equation[] = []
    for (const equation of equations) {
      const open = [...equation.keys()].filter((index) => values[index] === undefined)
      const rest = restOf(equation, values)
      if (open.length === 0) {
        if (Math.abs(rest) <= equation.size / 2) kept.push(equation)
        else changed = true
      } else if (open.length > 1 && open.some((index) => count.get(index) === 1)) {
        // Whatever the rest says, the number that stands nowhere else can make up for it.
        changed = true
      } else {
        const [index] = open
        const value = index === undefined ? 0 : -rest * (equation.get(index) ?? 1)
        if (open.length === 1 && index !== undefined) {
          changed = true
          // Parts above their total: the sum is not one.
          if (value < -equation.size / 2) continue
          values[index] = Math.max(0, value)
        }
        kept.push(equation)
      }
    }
    equations = kept
  }
  return { variables: drafts.map(({ ids }, index): Variable => ({ ids, value: values[index] })), equations }
}

/** The known part of an equation, with its signs. */
const restOf = (equation: Equation, values: readonly (number | undefined)[]): number =>
  [...equation].reduce((sum, [index, sign]) => sum + sign * (values[index] ?? 0), 0)

function countIn(equations: readonly Equation[]): Map<number, number> {
  const count = new Map<number, number>()
  for (const equation of equations) for (const index of equation.keys()) count.set(index, (count.get(index) ?? 0) + 1)
  return count
}

/** Unpublished parts that stand in one sum only are one number together: their rest. */
function mergedGaps(equations: readonly Equation[], values: readonly (number | undefined)[]): Equation[] {
  const count = countIn(equations)
  return equations.map((equation) => {
    const alone = [...equation].filter(
      ([index, sign]) => sign === -1 && values[index] === undefined && count.get(index) === 1,
    )
    const gone = new Set(alone.slice(1).map(([index]) => index))
    return gone.size === 0 ? equation : new Map([...equation].filter(([index]) => !gone.has(index)))
  })
}
