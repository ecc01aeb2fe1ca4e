import type { Answer, Policy, Problem } from '../problem.ts'
import { wrongFigures } from './figures.ts'
import { brokenIn, limitsOf, overCap } from './limits.ts'
import type { Objection } from './objection.ts'
import { passedOver } from './passed-over.ts'
import { wrongPlacements } from './placements.ts'
import { tallyOf } from './tally.ts'

/**
 * Everything that is wrong with a plan and with what is said of it; nothing when it may be shown.
 * It reads the problem as it was given and shares no code with the solver. That the bound is a bound it cannot prove:
 * it sees only a bound that is above the plan.
 */
export function check(problem: Problem, answer: Answer, policy: Policy): Objection[] {
  const found = wrongPlacements(problem, answer.plan)
  const limits = limitsOf(problem)
  const tally = tallyOf(problem, answer.plan)
  for (const [provider, areas] of tally.given.entries()) {
    for (const area of areas.keys()) found.push(...brokenIn(problem, limits, tally, { provider, area }))
    found.push(...overCap(problem, tally, provider))
  }
  found.push(...wrongFigures(problem, answer, policy))
  return policy === 'strict' && found.length === 0 ? passedOver(problem, answer.plan, limits, tally) : found
}
