import { defineJob, type JobPayload } from '../../../core/jobs/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { mostAttempts } from '../solve-run.ts'

interface SolveWork extends JobPayload {
  partnershipId: Id
  runId: Id
}

/** Works out what a run asks. */
export const solveJob = defineJob<SolveWork>('brokerage.solve', {
  retries: mostAttempts - 1,
  retryAfterSeconds: 5,
  expireAfterSeconds: 900,
  lookEverySeconds: 1,
})
