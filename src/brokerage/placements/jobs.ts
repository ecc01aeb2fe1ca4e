import type { Database } from '../../core/db/index.ts'
import { type JobHandler, onJob } from '../../core/jobs/index.ts'
import type { Clock } from '../../core/values/index.ts'
import { turnDays } from './commands/turn-days.ts'
import { turnDaysJob } from './turn-jobs.ts'

/** What is done for the jobs of placements; done again, it changes nothing. */
export const onPlacements = (database: Database, clock: Clock): JobHandler =>
  onJob(turnDaysJob, async ({ partnershipId }, { signal }) => {
    await turnDays(database, clock.now(), partnershipId, () => signal.aborted)
  })
