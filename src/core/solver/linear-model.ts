import type { Problem } from '../../engines/allocation/index.ts'
import { type Column, type Columns, columnsOf } from './linear-columns.ts'

/** One row: at least `low` and at most `high` of the weighted columns. */
interface Row {
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly low: number
  readonly high: number
}

/** A problem as a mixed-integer program of columns that are 0 or 1. */
export interface LinearModel extends Columns {
  /** The columns of `free`, then one for each pair of provider and area in which a run or share may bind. */
  readonly count: number
  readonly rows: readonly Row[]
}

/** What is in one pair of provider and area. */
interface Pair {
  readonly provider: number
  readonly area: number
  /** Minutes of its book and of locked packages. */
  base: number
  readonly columns: number[]
}

/** Writes a problem, under the policy `priced`, with all its constraints; `strict` is no linear constraint. */
export function linearModel(problem: Problem): LinearModel {
  const columns = columnsOf(problem)
  const { free } = columns
  const rows: Row[] = []
  for (const group of grouped(free, ({ item }) => item).values())
    if (group.length > 1) rows.push({ columns: group, values: group.map(() => 1), low: -Infinity, high: 1 })
  rows.push(...roomRows(problem, columns))
  const limits = pairRows(problem, columns)
  return { ...columns, count: limits.count, rows: [...rows, ...limits.rows] }
}

/** Capacity by area and band, and the contract cap; what no choice could overfill is left out. */
function roomRows({ providers }: Problem, { free, fixed }: Columns): Row[] {
  const rows: Row[] = []
  const byProvider = grouped(free, ({ provider }) => provider)
  for (const [at, own] of byProvider) {
    const { capacity = [], capMinutes = null } = providers[at] ?? {}
    const locked = fixed.filter(({ provider }) => provider === at)
    const row = (chosen: readonly number[], minutes: (column: Column) => number, room: number) => {
      const used = chosen.filter((column) => minutes(free[column] as Column) > 0)
      const values = used.map((column) => minutes(free[column] as Column))
      const high = room - locked.reduce((sum, column) => sum + minutes(column), 0)
      if (values.reduce((sum, one) => sum + one, 0) > high) rows.push({ columns: used, values, low: -Infinity, high })
    }
    const room = new Map(capacity.map(({ area, band, minutes }) => [`${area} ${band}`, minutes]))
    for (const [area, here] of grouped(own, (column) => (free[column] as Column).area)) {
      const chosen = here.map((place) => own[place] as number)
      const bands = (free[chosen[0] as number] as Column).minutes.length
      for (let band = 0; band < bands; band += 1)
        row(
          chosen,
          (column) => (column.area === area ? (column.minutes[band] ?? 0) : 0),
          room.get(`${area} ${band}`) ?? 0,
        )
    }
    if (capMinutes !== null) row(own, ({ all }) => all, capMinutes)
  }
  return rows
}

/**
 * Smallest runs and shares. A pair's own column y is 1 where it has any free package: x ≤ y for each of its columns;
 * run: base + Σ minutes·x ≥ run·y; share: base + Σ minutes·x ≤ share·(all in the area) + excess·(1 − y),
 * where the excess is what its base alone has over the share of all bases.
 */
function pairRows(problem: Problem, { free, fixed }: Columns): { count: number; rows: Row[] } {
  const share = problem.maxShare ?? 1
  const pairs = pairsOf(problem, free, fixed)
  const [bases, inArea] = [new Map<number, number>(), new Map<number, number[]>()]
  for (const { area, base, columns } of pairs) {
    bases.set(area, (bases.get(area) ?? 0) + base)
    inArea.set(area, [...(inArea.get(area) ?? []), ...columns])
  }
  const minutes = (column: number): number => (free[column] as Column).all
  const rows: Row[] = []
  let count = free.length
  for (const { provider, area, base, columns } of pairs) {
    if (columns.length === 0) continue
    const least = problem.providers[provider]?.minRun.find((row) => row.area === area)?.minutes ?? 0
    const excess = base - share * (bases.get(area) ?? 0)
    const y = count
    if (least > base || (share < 1 && excess > 0)) {
      count += 1
      for (const column of columns) rows.push({ columns: [column, y], values: [1, -1], low: -Infinity, high: 0 })
    }
    if (least > base)
      rows.push({ columns: [...columns, y], values: [...columns.map(minutes), base - least], low: 0, high: Infinity })
    if (share >= 1) continue
    const own = new Set(columns)
    const all = inArea.get(area) ?? []
    const values = all.map((column) => minutes(column) * ((own.has(column) ? 1 : 0) - share))
    if (excess > 0) rows.push({ columns: [...all, y], values: [...values, excess], low: -Infinity, high: 0 })
    else rows.push({ columns: all, values, low: -Infinity, high: -excess })
  }
  return { count, rows }
}

function pairsOf(problem: Problem, free: readonly Column[], fixed: readonly Column[]): Pair[] {
  const pairs = new Map<string, Pair>()
  const pairOf = (provider: number, area: number): Pair => {
    const found = pairs.get(`${provider} ${area}`) ?? { provider, area, base: 0, columns: [] }
    pairs.set(`${provider} ${area}`, found)
    return found
  }
  for (const [provider, { book }] of problem.providers.entries())
    for (const { area, minutes } of book) pairOf(provider, area).base += minutes
  for (const { provider, area, all } of fixed) pairOf(provider, area).base += all
  for (const [at, { provider, area, all }] of free.entries()) if (all > 0) pairOf(provider, area).columns.push(at)
  return [...pairs.values()]
}

/** The places of rows by what they have in common, in the order in which each is met. */
function grouped<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>()
  for (const [at, row] of rows.entries()) {
    const group = groups.get(key(row))
    if (group) group.push(at)
    else groups.set(key(row), [at])
  }
  return groups
}
