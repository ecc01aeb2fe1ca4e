import { sql } from 'kysely'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import { defineJob, type JobHandler, type JobPayload, onJob } from '../jobs/index.ts'
import type { Clock } from '../values/index.ts'

/** For how many days the trail of the door is kept. */
export const trailDays = 400

/** Every night, what happened at the door longer ago than is kept goes, and sessions and links that hold no more. */
export const forgetSignInsJob = defineJob<JobPayload>('core.forget-sign-ins', {
  retries: 2,
  schedule: { cron: '10 3 * * *', payload: { partnershipId: null } },
})

/** Does so as the owner, because no actor may delete from the trail. */
export const onForgetSignIns = (database: Database, clock: Clock): JobHandler =>
  onJob(forgetSignInsJob, async () => {
    const owner = ownerOf(database)
    const now = clock.now()
    const before = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
    await sql`delete from sign_in_event where at < ${before(trailDays)}`.execute(owner)
    await sql`delete from invitation where expires_at < ${before(trailDays)}`.execute(owner)
    await sql`delete from sign_in.session where "createdAt" < ${before(1)}`.execute(owner)
    await sql`delete from sign_in.verification where "expiresAt" < ${now}`.execute(owner)
  })
