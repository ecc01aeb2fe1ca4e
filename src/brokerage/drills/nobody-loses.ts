import type { Plan } from '../../engines/allocation/index.ts'
import type { DrillProblem } from './drill-problem.ts'

/** Someone whose own provider goes on, and whom a plan would leave without care. */
export interface LostCare {
  readonly package: string
  readonly organisationId: string
}

/**
 * Those of other providers whom a plan leaves without care: a plan with any is refused, whatever it does for the others.
 * The weight of their hours keeps the engine from making one; this is what makes sure.
 */
export function lostCare({ problem, care }: Pick<DrillProblem, 'problem' | 'care'>, plan: Plan): LostCare[] {
  return problem.packages.flatMap((one, at) => {
    const given = care[at]
    if (!given || one.current === null || (plan[at] ?? null) !== null) return []
    return [{ package: given.package, organisationId: given.organisationId }]
  })
}
