import { defineJob, type JobPayload } from '../../core/jobs/index.ts'

/** Does what days by themselves change of placements; each hour, so that a time missed is soon made up for. */
export const turnDaysJob = defineJob<JobPayload>('brokerage.turn-days', {
  retries: 3,
  schedule: { cron: '1 * * * *', payload: { partnershipId: null } },
})
