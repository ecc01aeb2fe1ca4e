import type { JobWithMetadata } from 'pg-boss'
import { systemActor } from '../auth/index.ts'
import { asActor, type Database } from '../db/index.ts'
import { traceOf } from '../log/index.ts'
import { bossOf } from './boss.ts'
import type { JobHandler, JobPayload } from './job.ts'

/** Where the worker tells what it did; a pino logger fits. */
export interface JobLog {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** How eagerly the worker looks for jobs; the defaults suit live service. */
export interface JobSettings {
  /** Seconds between looks at a queue where the database gave no hint. */
  lookEverySeconds?: number
  /** How long a stop waits for jobs under way before it hands them back. */
  stopWithinSeconds?: number
}

/** A running worker. */
export interface Jobs {
  /** Takes no new jobs, waits for those under way, and lets go of the database. */
  stop(): Promise<void>
}

/** Starts to work off the jobs of the handlers; their queues are there since `prepareJobs`. */
export async function startJobs(
  database: Database,
  handlers: readonly JobHandler[],
  log: JobLog,
  settings: JobSettings = {},
): Promise<Jobs> {
  const { lookEverySeconds = 10, stopWithinSeconds = 20 } = settings
  const boss = bossOf(database, { useListenNotify: true })
  boss.on('error', (error) => log.error(wordless(error), 'The job queue had an error.'))
  await boss.start()
  for (const handler of handlers) {
    const every = Math.min(lookEverySeconds, handler.job.options.lookEverySeconds ?? lookEverySeconds)
    const options = {
      includeMetadata: true as const,
      pollingIntervalSeconds: every,
      notifyPollingIntervalSeconds: every,
    }
    let worker: string | undefined
    worker = await boss.work(handler.job.name, options, async ([job]: JobWithMetadata<JobPayload>[]) => {
      // Look again at once when this one is through: hints for one queue within a transaction arrive as a single one.
      if (worker) boss.notifyWorker(worker)
      if (job) await run(database, handler, job, log)
    })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: stopWithinSeconds * 1000 }) }
}

async function run(
  database: Database,
  { job: kind, handle }: JobHandler,
  job: JobWithMetadata<JobPayload>,
  log: JobLog,
): Promise<void> {
  const fields = { job: job.name, id: job.id, partnershipId: job.data.partnershipId, attempt: job.retryCount + 1 }
  const started = performance.now()
  try {
    await handle(job.data as never, {
      act: (work) => asActor(database, systemActor(job.data.partnershipId), work),
      signal: job.signal,
    })
    if (!kind.options.quiet) log.info({ ...fields, ms: Math.round(performance.now() - started) }, 'A job is done.')
  } catch (error) {
    const given = job.retryCount >= job.retryLimit
    log.error(
      { ...fields, ...wordless(error) },
      given ? 'A job failed and is given up.' : 'A job failed; it is tried again.',
    )
    // What is thrown here is kept with the job, so it carries no more than the log does.
    throw new Error(wordless(error).error)
  }
}

/** A trace without any message: what fails in a job may be about a person, and a mail's fault may quote an address. */
function wordless(error: unknown): Omit<ReturnType<typeof traceOf>, 'message'> {
  const { message: _, ...trace } = traceOf(error)
  return trace
}
