import { defineJob, type JobPayload } from '../jobs/index.ts'
import type { Id } from '../values/index.ts'
import { mostAttempts } from './run-state.ts'

interface ImportWork extends JobPayload {
  partnershipId: Id
  runId: Id
  /** Of the import as it stood when the work was asked for; it stands otherwise when it was asked for anew. */
  ticket: Id
}

/** Tries a file out, or imports it, as its state says. */
export const importJob = defineJob<ImportWork>('core.import', {
  retries: mostAttempts - 1,
  retryAfterSeconds: 5,
  expireAfterSeconds: 3600,
})

/** Every night, files that nobody has done anything about for long are forgotten. */
export const forgetImportsJob = defineJob<JobPayload>('core.forget-imports', {
  retries: 2,
  schedule: { cron: '20 3 * * *', payload: { partnershipId: null } },
})
