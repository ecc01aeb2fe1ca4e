import { defineJob, type JobPayload } from '../../core/jobs/index.ts'
import type { Id } from '../../core/values/index.ts'

interface OfPartnership extends JobPayload {
  readonly partnershipId: Id
}

/** Looks at what is due of a partnership's offers: lapses, reminders, what is taken further, and who is asked next. */
export const dueOffersJob = defineJob<OfPartnership>('brokerage.due-offers', {
  retries: 3,
  retryAfterSeconds: 2,
  expireAfterSeconds: 120,
  lookEverySeconds: 1,
})

/** Writes the mails that a partnership's offers call for. */
export const tellNoticesJob = defineJob<OfPartnership>('brokerage.tell-notices', { retryAfterSeconds: 5 })

/** Every minute, all partnerships: nothing depends on a hint that was lost. */
export const sweepOffersJob = defineJob<JobPayload>('brokerage.sweep-offers', {
  retries: 0,
  expireAfterSeconds: 300,
  schedule: { cron: '* * * * *', payload: { partnershipId: null } },
  quiet: true,
})
