import { type AreaTally, type Sum, sumOf, sumsBy, type TallyRow } from '../../providers/index.ts'

/** Services that share something, counted: those of a kind, an area, an owner. */
export interface SupplyRow extends Sum {
  readonly key: string
  readonly name: string
  /** How many of the services are run in-house. */
  readonly inHouse: number
}

type Rows = AreaTally['rows']

/** How many services of rows the council or health board runs itself. */
export const inHouseOf = (rows: Rows): number => sumOf(rows.filter(({ inHouse }) => inHouse)).services

/** Services by what they are: by service type, and by the regulator's own words where those mean none; the most first. */
export function byKind(rows: Rows, types: readonly { readonly key: string; readonly name: string }[]): SupplyRow[] {
  const names = new Map(types.map(({ key, name }) => [key, name]))
  return mostFirst(
    rowsBy(rows, ({ serviceType, careService }) => serviceType || `~${careService}`).map((row) => ({
      ...row,
      name: names.get(row.key) ?? row.key.replace('~', ''),
    })),
  )
}

/** Services by one of the tally's own words, in a given order; those that nobody has are left out. */
export function byWord<Key extends string>(
  rows: Rows,
  keyOf: (row: TallyRow) => Key,
  words: Readonly<Record<Key, string>>,
): SupplyRow[] {
  const found = new Map(rowsBy(rows, keyOf).map((row) => [row.key, row]))
  return (Object.entries(words) as [Key, string][]).flatMap(([key, name]) => {
    const row = found.get(key)
    return row ? [{ ...row, name }] : []
  })
}

/** Services by their lowest grade, the best first and those that are not graded last. */
export const byGrade = (rows: Rows, wordOf: (rank: number) => string): SupplyRow[] =>
  rowsBy(rows, ({ lowestGrade }) => String(lowestGrade))
    .map((row) => ({ ...row, name: wordOf(Number(row.key)) }))
    .toSorted((a, b) => Number(b.key) - Number(a.key))

/** An area that services are counted in. */
interface CutArea {
  readonly code: string
  readonly name: string
}

/** Services by the areas of a cut, every area of it even without any, and apart those that stand in no single one. */
export function byArea(
  rows: Rows,
  cut: { readonly areas: readonly CutArea[]; ancestorAt(code: string): string | undefined },
): { readonly areas: readonly SupplyRow[]; readonly elsewhere: SupplyRow | undefined } {
  const found = new Map(rowsBy(rows, ({ place }) => cut.ancestorAt(place) ?? '').map((row) => [row.key, row]))
  const nothing = { services: 0, places: 0, beds: 0, inHouse: 0 }
  return {
    areas: cut.areas.map(({ code, name }) => ({ ...(found.get(code) ?? nothing), key: code, name })),
    elsewhere: found.get(''),
  }
}

function rowsBy(rows: Rows, keyOf: (row: TallyRow) => string): SupplyRow[] {
  const own = sumsBy(
    rows.filter(({ inHouse }) => inHouse),
    keyOf,
  )
  return [...sumsBy(rows, keyOf)].map(([key, sum]) => ({
    ...sum,
    key,
    name: key,
    inHouse: own.get(key)?.services ?? 0,
  }))
}

const mostFirst = (rows: readonly SupplyRow[]): SupplyRow[] =>
  rows.toSorted((a, b) => b.services - a.services || (a.name < b.name ? -1 : 1))
