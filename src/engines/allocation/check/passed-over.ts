import type { PackageToPlace, Plan, Problem } from '../problem.ts'
import { brokenIn, type Limits, overCap } from './limits.ts'
import type { Objection } from './objection.ts'
import { add, minutesOf, type Tally } from './tally.ts'

/**
 * What the policy `strict` forbids: a package that could go, alone, to a better-ranked provider,
 * or to any where it is unmet, with every limit still kept where it comes from and where it goes.
 */
export function passedOver(problem: Problem, plan: Plan, limits: Limits, tally: Tally): Objection[] {
  const found: Objection[] = []
  for (const [at, one] of problem.packages.entries()) {
    // Who gives nothing is passed over by nobody.
    if (one.locked || minutesOf(one) === 0) continue
    const from = plan[at] ?? null
    const own = from === null ? null : (one.options.find(({ provider }) => provider === from)?.rank ?? null)
    for (const { provider, rank } of one.options) {
      if (provider === from || (own !== null && rank >= own) || one.forbidden.includes(provider)) continue
      if (!fits(limits, tally, one, provider) || !canMove(problem, limits, tally, { one, from, to: provider })) continue
      const now = from === null ? 'is unmet' : `is with provider ${from} of rank ${own}`
      found.push({
        broken: 'strict',
        says: `Package ${one.id} ${now}; provider ${provider} of rank ${rank} has room for it.`,
      })
    }
  }
  return found
}

/** Whether the bands have room: asked first, because mostly they have none. */
function fits(limits: Limits, tally: Tally, { area, minutes }: PackageToPlace, provider: number): boolean {
  const bands = tally.given[provider]?.get(area)?.bands
  return minutes.every(
    (one, band) => one === 0 || (bands?.[band] ?? 0) + one <= (limits.capacity[provider]?.get(`${area} ${band}`) ?? 0),
  )
}

/** Makes the move, asks whether a limit is broken that was kept before, and takes it back. */
function canMove(
  problem: Problem,
  limits: Limits,
  tally: Tally,
  { one, from, to }: { one: PackageToPlace; from: number | null; to: number },
): boolean {
  const { area } = one
  if (from !== null) add(tally, one, from, -1)
  add(tally, one, to, 1)
  const broken = [
    ...brokenIn(problem, limits, tally, { provider: to, area }),
    ...overCap(problem, tally, to),
    ...(from === null ? [] : brokenIn(problem, limits, tally, { provider: from, area })),
  ]
  add(tally, one, to, -1)
  if (from !== null) add(tally, one, from, 1)
  return broken.length === 0
}
