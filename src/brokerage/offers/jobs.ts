import { allPartnerships, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { type JobHandler, onJob } from '../../core/jobs/index.ts'
import type { Clock } from '../../core/values/index.ts'
import { dueWork } from './commands/due-work.ts'
import { tellNotices } from './commands/tell-notices.ts'
import { dueOffersJob, sweepOffersJob, tellNoticesJob } from './offer-jobs.ts'

/** What is done for the jobs of offers. Each looks into the tables for what is due, so that doing it again changes nothing. */
export const onOffers = (database: Database, clock: Clock, publicUrl: string | undefined): JobHandler[] => {
  const origin = publicUrl && new URL(publicUrl).origin
  return [
    onJob(dueOffersJob, async ({ partnershipId }, { signal }) => {
      await dueWork(database, clock.now(), partnershipId, () => signal.aborted)
    }),
    onJob(tellNoticesJob, async ({ partnershipId }) => {
      await tellNotices(database, clock.now(), partnershipId, origin)
    }),
    onJob(sweepOffersJob, async (_, { signal }) => {
      await dueWork(database, clock.now(), undefined, () => signal.aborted)
      for (const { id } of await asActor(database, systemActor(), allPartnerships)) {
        if (signal.aborted) return
        await tellNotices(database, clock.now(), id, origin)
      }
    }),
  ]
}
