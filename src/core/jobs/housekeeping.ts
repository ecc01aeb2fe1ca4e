import { sql } from 'kysely'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from './job.ts'

/** Every night, space is given back and the planner's figures are renewed. */
export const vacuumJob = defineJob<JobPayload>('core.vacuum', {
  retries: 1,
  schedule: { cron: '30 3 * * *', payload: { partnershipId: null } },
})

/** Vacuums the embedded database, which does not do so by itself; PostgreSQL does. */
export const onVacuum = (database: Database): JobHandler =>
  onJob(vacuumJob, async () => {
    if (database.engine.kind === 'embedded') await sql`vacuum analyze`.execute(ownerOf(database))
  })
