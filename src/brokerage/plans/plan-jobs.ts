import { invalid } from '../../core/errors/index.ts'
import { londonDate } from '../../core/values/index.ts'
import type { SolveKind } from '../solving/jobs/solve-kind.ts'
import { problemOfCare } from '../solving/problem-of-care.ts'
import { careGiven } from '../solving/queries/care-given.ts'
import { careWaiting } from '../solving/queries/care-waiting.ts'
import { readPlacingGround } from '../solving/queries/placing-ground.ts'
import { keptTooMuch } from './kept-fit.ts'
import { mostPlanned, type PlanAsked, type PlanInput } from './plan-asked.ts'
import { type PlanResult, planResult } from './plan-result.ts'
import { planHeading } from './plan-words.ts'

/** Plans who could take those who wait while nobody is being asked. */
export const planKind: SolveKind<PlanAsked, PlanInput, PlanResult> = {
  kind: 'plan',
  prepare: async (db, partnershipId, asked, now) => {
    const { serviceType, area, policy, seed, limits } = asked
    const filter = { serviceType: serviceType ?? undefined, area: area ?? undefined, most: mostPlanned }
    const { care, count } = await careWaiting(db, partnershipId, londonDate(now), filter)
    if (care.length === 0) throw invalid('Nobody waits whom no provider is being asked about.')
    const read = {
      care,
      ...(await readPlacingGround(db, partnershipId, care, now)),
      given: await careGiven(db, partnershipId),
      limits: policy === 'strict' ? { ...limits, bypassPence: 0 } : limits,
      forbidden: byPackage(asked.refused),
    }
    const kept = new Map(asked.kept.map(({ packageId, organisationId }) => [packageId, organisationId]))
    const placing = problemOfCare({ ...read, kept })
    const sentence = keptTooMuch(placing)
    if (sentence) throw invalid(sentence)
    const notKept = placing.packages.flatMap(({ packageId, reference }, at) =>
      kept.has(packageId) && !placing.problem.packages[at]?.locked ? [reference] : [],
    )
    return { ...placing, policy, seed, waiting: count, notKept }
  },
  work: async (input, { solve, signal, progress }) => {
    const { problem, policy, seed } = input
    const settings = { policy, seed, iterations: null, seconds: null }
    const { answer } = await solve(problem, settings, { signal, onProgress: (far) => void progress(far) })
    return planResult(input, answer)
  },
  words: ({ answer: { plan, unmet } }) => `${planHeading(plan.length, unmet.packages)}.`,
}

const byPackage = (pairings: PlanAsked['refused']) =>
  new Map(
    [...Map.groupBy(pairings, ({ packageId }) => packageId)].map(([packageId, some]) => [
      packageId,
      some.map(({ organisationId }) => organisationId),
    ]),
  )
