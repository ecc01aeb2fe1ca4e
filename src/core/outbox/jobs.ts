import { systemActor } from '../auth/actor.ts'
import { allPartnerships } from '../auth/partnership.ts'
import { asActor, type Database } from '../db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../jobs/index.ts'
import type { Clock, Id } from '../values/index.ts'
import { deliverWaiting } from './deliver.ts'
import type { Mailer } from './mailer.ts'
import { tidy } from './tidy.ts'

/** Delivers what waits in one partnership's outbox. */
export const deliverJob = defineJob<JobPayload>('core.deliver-mail', { retries: 2 })

/** Every quarter of an hour: what could not go at once, or waited for a mail server to be set up. */
export const redeliverJob = defineJob<JobPayload>('core.redeliver-mail', {
  retries: 0,
  schedule: { cron: '*/15 * * * *', payload: { partnershipId: null } },
})

/** The work of both jobs; without a mailer, mail waits as long as it is of use. */
export function onMail(database: Database, clock: Clock, mailer: Mailer | undefined): JobHandler[] {
  const deliver = async (partnershipId: Id) => {
    if (mailer) await deliverWaiting(database, partnershipId, clock, mailer)
    else await asActor(database, systemActor(partnershipId), (db) => tidy(db, partnershipId, clock.now()))
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
