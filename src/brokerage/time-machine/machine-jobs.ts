import { number } from '../../core/ui/format.ts'
import type { SolveKind } from '../solving/jobs/solve-kind.ts'
import { drawAnswers } from './answers.ts'
import type { Changes } from './changes.ts'
import type { MachineAsked } from './machine-asked.ts'
import { type CoursesOfSeed, type MachineResult, machineResult } from './machine-result.ts'
import { resultHeading } from './machine-words.ts'
import type { MachineInput } from './past-care.ts'
import { machineInput } from './queries/machine-input.ts'
import { simulation } from './simulate.ts'

/** Everything as it was. */
const unchanged: Changes = { rule: null, swaps: [], capacity: [], priceCap: null, openLots: false }

/** Goes through a period again, as it was and under the changes, once for each seed. */
export const timeMachineKind: SolveKind<MachineAsked, MachineInput, MachineResult> = {
  kind: 'time-machine',
  prepare: (db, partnershipId, asked) => machineInput(db, partnershipId, asked),
  work: async (input, { signal, progress }) => {
    const draw = drawAnswers(input.answers)
    const courses: CoursesOfSeed[] = []
    for (const seed of input.seeds) {
      if (signal.aborted && courses.length > 0) break
      courses.push({
        asItWas: await inTurns(simulation(input, unchanged, draw, seed)),
        changed: await inTurns(simulation(input, input.changes, draw, seed)),
      })
      await progress({ iterations: courses.length, objective: input.seeds.length, bound: 0 })
    }
    return machineResult(input, courses)
  },
  words: (result) => `${resultHeading(result)}, in ${number(result.rounds)} rounds.`,
}

/** Goes through steps to their end; others of this process have their turn between two of them. */
async function inTurns<T>(steps: Iterator<undefined, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await new Promise((resolve) => setImmediate(resolve))
  }
}
