import { forgetImportsJob, importJob } from './core/importing/index.ts'
import { type Job, type JobPayload, vacuumJob } from './core/jobs/index.ts'
import { deliverJob, redeliverJob } from './core/outbox/index.ts'
import { forgetSignInsJob } from './core/sign-in/index.ts'
import { copySharedJob, planTasksJob } from './procurement/index.ts'

/** Every kind of job there is; `worker.ts` says what is done for each. */
export const jobs: readonly Job<JobPayload>[] = [
  vacuumJob,
  deliverJob,
  redeliverJob,
  forgetSignInsJob,
  importJob,
  forgetImportsJob,
  planTasksJob,
  copySharedJob,
]
