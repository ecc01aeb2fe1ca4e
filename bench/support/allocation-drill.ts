import { check, generate, type Problem, priceOf, solve, whyNot } from '../../src/engines/allocation/index.ts'
import { seeded } from './seeded.ts'
import { median, quantile } from './statistics.ts'

const stopAfter = (seconds: number) => {
  const began = performance.now()
  return () => (performance.now() - began) / 1000 / seconds
}

/** Milliseconds of “why not X?” over packages and their possible providers by chance, in a plan for 5,000 packages and 100 providers. */
export function timesOfWhyNot(): { median: number; p95: number } {
  const problem = generate({ packages: 5000, providers: 100, tightness: 0.7, seed: 201 })
  const { plan } = solve(problem, { policy: 'priced', seed: 1, iterations: null, spent: stopAfter(3) })
  const random = seeded(5)
  const took: number[] = []
  for (let round = 0; round < 300; round += 1) {
    const item = Math.floor(random() * problem.packages.length)
    const { options = [] } = problem.packages[item] ?? {}
    const option = options[Math.floor(random() * options.length)]
    if (!option) continue
    const began = performance.now()
    whyNot(problem, plan, item, option.provider, 'priced')
    took.push(performance.now() - began)
  }
  return { median: median(took), p95: quantile(took, 0.95) }
}

/** What came of closing the largest provider of 100 who care for 600 people. */
export interface DrillOutcome {
  readonly seconds: number
  readonly people: number
  readonly placed: number
  /** People of other providers who lost their care. */
  readonly lost: number
}

/** Everybody's care is locked but that of whom the closed provider cares for; they may go to any other. */
export function closeTheLargest(): DrillOutcome {
  const world = generate({ packages: 600, providers: 100, tightness: 0.7, seed: 202 })
  const { plan } = solve(world, { policy: 'priced', seed: 1, iterations: null, spent: stopAfter(3) })
  const many = world.providers.map((_, at) => plan.filter((provider) => provider === at).length)
  const closed = many.indexOf(Math.max(...many))
  const problem: Problem = {
    ...world,
    packages: world.packages.flatMap((one, at) => {
      const current = plan[at] ?? null
      if (current === null) return []
      const isFree = current === closed
      return [{ ...one, current: isFree ? null : current, locked: !isFree, forbidden: isFree ? [closed] : [] }]
    }),
  }
  const began = performance.now()
  const answer = solve(problem, { policy: 'priced', seed: 1, iterations: null, spent: stopAfter(4) })
  const seconds = (performance.now() - began) / 1000
  if (check(problem, answer, 'priced').length > 0) throw new Error('The plan of the drill is not allowed.')
  const free = problem.packages.map(({ locked }, at) => (locked ? -1 : at)).filter((at) => at >= 0)
  const lost = problem.packages.filter(({ locked, current }, at) => locked && answer.plan[at] !== current).length
  if (priceOf(problem, answer.plan, 'priced').objective !== answer.objective)
    throw new Error('The drill is priced wrongly.')
  return { seconds, people: free.length, placed: free.filter((at) => answer.plan[at] !== null).length, lost }
}
