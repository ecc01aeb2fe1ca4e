import type { Option, Problem } from '../../engines/allocation/index.ts'

/** A package with a provider that may have it. */
export interface Column {
  readonly item: number
  readonly provider: number
  readonly area: number
  /** Carers' minutes a week in each band, and of all. */
  readonly minutes: readonly number[]
  readonly all: number
  /** Pence a week against leaving the package unmet. */
  readonly cost: number
}

/** What may be chosen, and what stands already. */
export interface Columns {
  readonly free: readonly Column[]
  /** Placements of locked packages. */
  readonly fixed: readonly Column[]
  /** Pence a week of the plan in which only what is locked is placed. */
  readonly offset: number
}

/** The columns of a problem under the policy `priced`. */
export function columnsOf(problem: Problem): Columns {
  const [free, fixed]: [Column[], Column[]] = [[], []]
  let offset = 0
  for (const [item, one] of problem.packages.entries()) {
    const { area, minutes, locked, current } = one
    const all = minutes.reduce((sum, band) => sum + band, 0)
    const unmet = (problem.unmetPencePerHour * one.priority * all) / 60
    const allowed = one.options.filter(({ provider }) => !one.forbidden.includes(provider))
    offset += unmet
    for (const option of allowed) {
      const cost = priceOf(problem, allowed, option) - unmet
      const column = { item, provider: option.provider, area, minutes, all, cost }
      if (!locked) free.push(column)
      else if (option.provider === current) {
        fixed.push(column)
        offset += cost
      }
    }
  }
  return { free, fixed, offset }
}

function priceOf({ bypassPence = 0 }: Problem, allowed: readonly Option[], { cost, rank }: Option): number {
  if (bypassPence === 0) return cost
  return cost + bypassPence * (rank - Math.min(...allowed.map((one) => one.rank)))
}
