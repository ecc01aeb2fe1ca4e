import type { Answer, Policy, Problem } from '../problem.ts'
import type { Objection } from './objection.ts'
import { minutesOf } from './tally.ts'

/** How far figures may be apart for what sums of binary fractions lose, in parts of the larger. */
const relative = 1e-9

/** Pence by which objective and bound may differ in a plan that is called the best. */
const penny = 1

/** What the plan costs, worked out again from the problem alone. */
export function priceOf(problem: Problem, plan: Answer['plan'], policy: Policy) {
  const bypass = policy === 'priced' ? (problem.bypassPence ?? 0) : 0
  let [objective, weightedMinutes, unmet] = [0, 0, 0]
  for (const [at, one] of problem.packages.entries()) {
    const option = one.options.find(({ provider }) => provider === plan[at])
    if (option) {
      const allowed = one.options.filter(({ provider }) => !one.forbidden.includes(provider))
      const best = bypass > 0 ? Math.min(...allowed.map(({ rank }) => rank)) : option.rank
      objective += option.cost + bypass * (option.rank - best)
    } else {
      unmet += 1
      weightedMinutes += one.priority * minutesOf(one)
    }
  }
  objective += (problem.unmetPencePerHour * weightedMinutes) / 60
  return { objective, unmet: { packages: unmet, weightedMinutes } }
}

/** What is said of the plan and is not so. */
export function wrongFigures(problem: Problem, answer: Answer, policy: Policy): Objection[] {
  const { objective, unmet } = priceOf(problem, answer.plan, policy)
  const found: Objection[] = []
  const tell = (broken: Objection['broken'], says: string) => found.push({ broken, says })
  if (!isNear(answer.objective, objective))
    tell('objective', `The plan costs ${objective} and is said to cost ${answer.objective}.`)
  if (answer.unmet.packages !== unmet.packages || !isNear(answer.unmet.weightedMinutes, unmet.weightedMinutes))
    tell(
      'unmet',
      `${unmet.packages} packages with ${unmet.weightedMinutes} weighted minutes are unmet, which is not what is said.`,
    )
  if (!Number.isFinite(answer.bound) || answer.bound > objective + relative * Math.abs(objective))
    tell('bound', `The bound ${answer.bound} is above the plan's ${objective}: no bound.`)
  const gap = objective === 0 ? 0 : (objective - answer.bound) / objective
  if (!(Math.abs(answer.gap - gap) <= 1e-9)) tell('gap', `The gap is ${gap} and is said to be ${answer.gap}.`)
  if (answer.proved && !(objective - answer.bound < penny))
    tell('proved', `The plan is called proved with ${objective - answer.bound} pence between it and its bound.`)
  return found
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= relative * Math.max(1, Math.abs(a), Math.abs(b))
