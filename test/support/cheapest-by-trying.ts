import { check, type Plan, type Problem, priceOf } from '../../src/engines/allocation/index.ts'

/** Pence of the cheapest plan that keeps everything, found by trying every plan of a tiny problem. */
export function cheapestByTrying(problem: Problem): number {
  let cheapest = Infinity
  const plan: (number | null)[] = problem.packages.map(({ locked, current }) => (locked ? current : null))
  const tryFrom = (at: number): void => {
    const item = problem.packages[at]
    if (item === undefined) {
      cheapest = Math.min(cheapest, costOfKept(problem, plan))
      return
    }
    tryFrom(at + 1)
    if (item.locked) return
    for (const { provider } of item.options) {
      if (item.forbidden.includes(provider)) continue
      plan[at] = provider
      tryFrom(at + 1)
    }
    plan[at] = null
  }
  tryFrom(0)
  return cheapest
}

function costOfKept(problem: Problem, plan: Plan): number {
  const priced = priceOf(problem, plan, 'priced')
  const answer = { plan, ...priced, bound: 0, gap: 1, iterations: 0, seed: 0, proved: false }
  const broken = check(problem, { ...answer, gap: priced.objective === 0 ? 0 : 1 }, 'priced')
  return broken.length > 0 ? Infinity : priced.objective
}
