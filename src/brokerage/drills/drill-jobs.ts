import type { SolveKind, SolveTools } from '../solving/jobs/solve-kind.ts'
import type { DrillAsked } from './drill-asked.ts'
import type { DrillGround } from './drill-ground.ts'
import { drillProblem } from './drill-problem.ts'
import { type DrillResult, drillResult } from './drill-result.ts'
import { drillHeading } from './drill-words.ts'
import { whoCouldMakeRoom } from './make-room.ts'
import { lostCare } from './nobody-loses.ts'
import { drillGround } from './queries/drill-ground.ts'

/** What a drill is worked out from, with how it was asked. */
export interface DrillInput {
  readonly ground: DrillGround
  readonly asked: DrillAsked
}

/**
 * What would become of everyone if something closed. First with everybody else locked; only where somebody has nobody to go
 * to, and others may move, again with those unlocked who could make room. A plan that costs one of them their care is refused.
 */
export const drillKind: SolveKind<DrillAsked, DrillInput, DrillResult> = {
  kind: 'drill',
  prepare: async (db, partnershipId, asked, now) => ({
    ground: await drillGround(db, partnershipId, asked, now),
    asked,
  }),
  work: async ({ ground, asked }, tools) => {
    const locked = { ...ground, others: [], othersLocked: ground.othersLocked + ground.others.length }
    const first = await planned(locked, asked, tools)
    const found = drillResult(locked, asked, first.asProblem, first.answer, 0)
    const near = whoCouldMakeRoom(ground, found)
    if (near.length === 0 || tools.signal.aborted) return found
    const unlocked = { ...ground, others: near, othersLocked: locked.othersLocked - near.length }
    const tried = await planned(unlocked, asked, tools)
    const lost = lostCare(tried.asProblem, tried.answer.plan)
    if (lost.length > 0) return { ...found, refused: lost.length }
    const moved = drillResult(unlocked, asked, tried.asProblem, tried.answer, 0)
    // Nobody is asked to move for nothing.
    return moved.total.placedMinutes > found.total.placedMinutes ? moved : { ...found, othersConsidered: near.length }
  },
  words: (result) => `${drillHeading(result)}.`,
}

async function planned(ground: DrillGround, { policy, seed }: DrillAsked, { solve, signal, progress }: SolveTools) {
  const asProblem = drillProblem(ground)
  if (asProblem.care.length === 0) return { asProblem, answer: { plan: [], gap: 0, proved: true } }
  const { answer } = await solve(
    asProblem.problem,
    { policy, seed, iterations: 8000 + 15 * asProblem.care.length, seconds: null },
    { signal, onProgress: (told) => void progress(told) },
  )
  return { asProblem, answer }
}
