import { minutesOf } from './lay-out.ts'
import type { Plan, Problem } from './problem.ts'

/** The problem of one area, and the places of its packages in the whole. */
export interface AreaProblem {
  readonly part: Problem
  readonly members: readonly number[]
}

/**
 * The packages of one area with what their providers have there; a cap is less what is planned elsewhere by `plan`.
 */
export function areaProblem(problem: Problem, area: number, plan: Plan): AreaProblem {
  const members: number[] = []
  const elsewhere = new Float64Array(problem.providers.length)
  for (const [at, item] of problem.packages.entries()) {
    if (item.area === area) members.push(at)
    else if ((plan[at] ?? null) !== null) elsewhere[plan[at]!]! += minutesOf(item)
  }
  const here = <T extends { readonly area: number }>(rows: readonly T[]) => rows.filter((row) => row.area === area)
  const providers = problem.providers.map((one, at) => ({
    id: one.id,
    capacity: here(one.capacity),
    capMinutes: one.capMinutes === null ? null : one.capMinutes - elsewhere[at]!,
    minRun: here(one.minRun),
    book: here(one.book),
  }))
  const packages = members.map((at) => problem.packages[at]!)
  return { part: { ...problem, packages, providers }, members }
}
