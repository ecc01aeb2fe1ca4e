import { allPartnerships, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../../core/jobs/index.ts'
import { settleTasks } from '../../core/tasks/index.ts'
import { type Clock, londonDate } from '../../core/values/index.ts'
import { plannedTasks } from './planned-tasks.ts'
import { allDecisions } from './queries/late-contracts.ts'

/** Every morning, what is to be decided about contracts in the next three months becomes a task of the officers. */
export const planTasksJob = defineJob<JobPayload>('procurement.plan-tasks', {
  retries: 2,
  schedule: { cron: '30 4 * * *', payload: { partnershipId: null } },
})

/** Settles those tasks, one partnership after another; done again, it changes nothing. */
export const onPlanTasks = (database: Database, clock: Clock): JobHandler =>
  onJob(planTasksJob, async (_, { signal }) => {
    const on = londonDate(clock.now())
    for (const partnership of await asActor(database, publicActor, allPartnerships)) {
      if (signal.aborted) return
      await asActor(database, systemActor(partnership.id), async (db) => {
        const tasks = plannedTasks(await allDecisions(db, partnership, on), on)
        await settleTasks(db, partnership.id, 'procurement.decision', tasks)
      })
    }
  })
