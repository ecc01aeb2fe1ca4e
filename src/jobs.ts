import {
  countUnmetJob,
  dueOffersJob,
  solveJob,
  sweepOffersJob,
  tellNoticesJob,
  tellSpellsJob,
  turnDaysJob,
} from './brokerage/index.ts'
import { forgetImportsJob, importJob } from './core/importing/index.ts'
import { type Job, type JobPayload, vacuumJob } from './core/jobs/index.ts'
import { deliverJob, redeliverJob } from './core/outbox/index.ts'
import { forgetSignInsJob } from './core/sign-in/index.ts'
import { confirmProvidersJob, copySharedJob, planTasksJob } from './procurement/index.ts'

/** Every kind of job there is; `worker.ts` says what is done for each. */
export const jobs: readonly Job<JobPayload>[] = [
  vacuumJob,
  deliverJob,
  redeliverJob,
  forgetSignInsJob,
  importJob,
  forgetImportsJob,
  confirmProvidersJob,
  planTasksJob,
  copySharedJob,
  dueOffersJob,
  tellNoticesJob,
  sweepOffersJob,
  countUnmetJob,
  tellSpellsJob,
  turnDaysJob,
  solveJob,
]
