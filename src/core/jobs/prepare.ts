import type { PgBoss, Queue } from 'pg-boss'
import type { Database } from '../db/index.ts'
import { bossOf, deadLetters } from './boss.ts'
import type { Job } from './job.ts'

const day = 24 * 3600

/**
 * Makes the queues and schedules of all jobs, bringing pg-boss's own tables up to date first.
 * Belongs after every migration: a job can be enqueued only once its queue is there.
 */
export async function prepareJobs(database: Database, jobs: readonly Job[]): Promise<void> {
  const boss = bossOf(database, { supervise: false, schedule: false })
  // Without a listener an error event would end the process; what goes wrong here is thrown anyway.
  boss.on('error', () => {})
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
    await keepQueue(boss, existing, deadLetters, { retentionSeconds: 90 * day })
    for (const { name, options } of jobs) {
      await keepQueue(boss, existing, name, {
        retryLimit: options.retries,
        retryDelay: options.retryAfterSeconds,
        retryBackoff: options.retryAfterSeconds > 0,
        expireInSeconds: options.expireAfterSeconds,
        // A worker that was killed stops saying that it lives, and its job is tried again long before it expires.
        heartbeatSeconds: 60,
        deadLetter: deadLetters,
        notify: true,
      })
    }
    await keepSchedules(boss, jobs)
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function keepQueue(
  boss: PgBoss,
  existing: ReadonlySet<string>,
  name: string,
  options: Omit<Queue, 'name'>,
): Promise<void> {
  if (existing.has(name)) await boss.updateQueue(name, options)
  else await boss.createQueue(name, options)
}

async function keepSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const wanted = new Map(
    jobs.flatMap(({ name, options: { schedule } }) => (schedule ? [[name, schedule] as const] : [])),
  )
  for (const schedule of await boss.getSchedules()) {
    if (!wanted.has(schedule.name)) await boss.unschedule(schedule.name)
  }
  for (const [name, { cron, payload }] of wanted) {
    await boss.schedule(name, cron, payload, { tz: 'Europe/London', missed: 'once' })
  }
}
