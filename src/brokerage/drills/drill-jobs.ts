import type { SolveKind, SolveTools } from '../solving/jobs/solve-kind.ts'
import type { DrillAsked } from './drill-asked.ts'
import type { DrillGround } from './drill-ground.ts'
import { drillProblem } from './drill-problem.ts'
import { type DrillResult, drillResult } from './drill-result.ts'
import { drillHeading } from './drill-words.ts'
import { lostCare } from './nobody-loses.ts'
import { drillGround } from './queries/drill-ground.ts'

/** What a drill is worked out from, with how it was asked. */
export interface DrillInput {
  readonly ground: DrillGround
  readonly asked: DrillAsked
}

/** What would become of everyone if something closed: planned by the engine, and refused where it costs anybody else their care. */
export const drillKind: SolveKind<DrillAsked, DrillInput, DrillResult> = {
  kind: 'drill',
  prepare: async (db, partnershipId, asked, now) => ({
    ground: await drillGround(db, partnershipId, asked, now),
    asked,
  }),
  work: async ({ ground, asked }, tools) => {
    const tried = await planned(ground, asked, tools)
    const lost = lostCare(tried.asProblem, tried.answer.plan)
    if (lost.length === 0) return drillResult(ground, asked, tried.asProblem, tried.answer, 0)
    const locked = { ...ground, others: [], othersLocked: ground.othersLocked + ground.others.length }
    const again = await planned(locked, asked, tools)
    return drillResult(locked, asked, again.asProblem, again.answer, lost.length)
  },
  words: (result) => `${drillHeading(result)}.`,
}

async function planned(ground: DrillGround, { policy, seed }: DrillAsked, { solve, signal, progress }: SolveTools) {
  const asProblem = drillProblem(ground)
  if (asProblem.care.length === 0) return { asProblem, answer: { plan: [], gap: 0, proved: true } }
  const { answer } = await solve(
    asProblem.problem,
    { policy, seed, iterations: null, seconds: null },
    { signal, onProgress: (told) => void progress(told) },
  )
  return { asProblem, answer }
}
