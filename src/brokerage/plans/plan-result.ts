import { type Answer, type Bypass, bypasses, type WhyUnmet, whyUnmet } from '../../engines/allocation/index.ts'
import type { PlanInput } from './plan-asked.ts'

/** A plan that was checked, with why it is as it is. */
export interface PlanResult {
  readonly answer: Answer
  /** Of each package left unmet, what stands in the way of everyone who could take it. */
  readonly short: readonly WhyUnmet[]
  /** Of each package that is not with the first in its order, who has what those before would need. */
  readonly passed: readonly Bypass[]
}

/** A plan with its reasons. */
export const planResult = ({ problem }: PlanInput, answer: Answer): PlanResult => ({
  answer,
  short: whyUnmet(problem, answer.plan),
  passed: bypasses(problem, answer.plan),
})
