import { systemActor } from '../auth/actor.ts'
import { allPartnerships, type Partnership } from '../auth/partnership.ts'
import { asActor, type Database } from '../db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../jobs/index.ts'
import type { Clock } from '../values/index.ts'
import { deliverWaiting } from './deliver.ts'
import type { Mailer } from './mailer.ts'
import { tidy } from './tidy.ts'

/** Delivers what waits in one partnership's outbox. */
export const deliverJob = defineJob<JobPayload>('core.deliver-mail', { retries: 2 })

/** Every quarter of an hour: what could not go at once, or waited for a mail server to be set up. */
export const redeliverJob = defineJob<JobPayload>('core.redeliver-mail', {
  retries: 0,
  schedule: { cron: '*/15 * * * *', payload: { partnershipId: null } },
  quiet: true,
})

/**
 * The work of both jobs; without a mailer, mail waits as long as it is of use. So does that of a demonstration,
 * where anyone may step into the role that invites people.
 */
export function onMail(database: Database, clock: Clock, mailer: Mailer | undefined): JobHandler[] {
  const deliver = async ({ id, demonstration }: Pick<Partnership, 'id' | 'demonstration'>) => {
    if (mailer && !demonstration) await deliverWaiting(database, id, clock, mailer)
    else await asActor(database, systemActor(id), (db) => tidy(db, id, clock.now()))
  }
  const partnerships = () => asActor(database, systemActor(), allPartnerships)
  return [
    onJob(deliverJob, async ({ partnershipId }) => {
      // It may have been taken away since, as a demonstration is.
      const found = (await partnerships()).find(({ id }) => id === partnershipId)
      if (found) await deliver(found)
    }),
    onJob(redeliverJob, async () => {
      for (const partnership of await partnerships()) await deliver(partnership)
    }),
  ]
}
