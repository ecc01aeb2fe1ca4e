import { allPartnerships, systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../jobs/index.ts'
import type { Clock } from '../values/index.ts'
import { deliverWaiting } from './deliver.ts'
import type { Mailer } from './mailer.ts'

/** Delivers what waits in one partnership's outbox. */
export const deliverJob = defineJob<JobPayload>('core.deliver-mail', { retries: 2 })

/** Every quarter of an hour: what could not go at once, or waited for a mail server to be set up. */
export const redeliverJob = defineJob<JobPayload>('core.redeliver-mail', {
  retries: 0,
  schedule: { cron: '*/15 * * * *', payload: { partnershipId: null } },
})

/** The work of both jobs; without a mailer, mail waits and is listed. */
export function onMail(database: Database, clock: Clock, mailer: Mailer | undefined): JobHandler[] {
  const deliver = async (partnershipId: string) => {
    if (mailer) await deliverWaiting(database, partnershipId, clock, mailer)
  }
  return [
    onJob(deliverJob, async ({ partnershipId }) => {
      if (partnershipId) await deliver(partnershipId)
    }),
    onJob(redeliverJob, async () => {
      for (const { id } of await asActor(database, systemActor(), allPartnerships)) await deliver(id)
    }),
  ]
}
