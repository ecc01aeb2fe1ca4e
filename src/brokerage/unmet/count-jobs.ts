import { defineJob, type JobPayload } from '../../core/jobs/index.ts'

/** Counts unmet need anew: each minute for everybody, and at once after a change of a partnership. */
export const countUnmetJob = defineJob<JobPayload>('brokerage.count-unmet', {
  retries: 2,
  schedule: { cron: '* * * * *', payload: { partnershipId: null } },
  quiet: true,
})

/** Tells spells what days by themselves change: a start that was agreed, a hand-back whose notice is over. */
export const tellSpellsJob = defineJob<JobPayload>('brokerage.tell-spells', {
  retries: 3,
  schedule: { cron: '5 0 * * *', payload: { partnershipId: null } },
})
