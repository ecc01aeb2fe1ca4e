import { allPartnerships, publicActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../../core/jobs/index.ts'
import type { Clock } from '../../core/values/index.ts'
import { confirmProviders } from './commands/confirm-providers.ts'

/** Every morning, before decisions are planned, providers whom a register names since yesterday are confirmed. */
export const confirmProvidersJob = defineJob<JobPayload>('procurement.confirm-providers', {
  retries: 2,
  schedule: { cron: '15 4 * * *', payload: { partnershipId: null } },
})

/** Confirms them, one partnership after another. */
export const onConfirmProviders = (database: Database, clock: Clock): JobHandler =>
  onJob(confirmProvidersJob, async (_, { signal }) => {
    for (const partnership of await asActor(database, publicActor, allPartnerships)) {
      if (signal.aborted) return
      await confirmProviders(database, { partnership, at: clock.now() })
    }
  })
