import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'

/** What every job carries: for which partnership it works; null for shared data. Otherwise ids, never personal data. */
export interface JobPayload {
  partnershipId: Id | null
}

/** How a job is repeated when it fails, and when it starts by itself. */
export interface JobOptions<Payload extends JobPayload = JobPayload> {
  /** How often it is tried again before it is given up. */
  retries: number
  /** The wait before the second try; it doubles from try to try. */
  retryAfterSeconds: number
  /** How long a try may take before it counts as lost, as after a crash. */
  expireAfterSeconds: number
  /** How often the queue is looked at where the database gives no hint, as for a job that waits for its hour; as the worker is set when left out. */
  lookEverySeconds?: number
  /** When it starts by itself, as cron in London's time; a time missed while nothing ran is made up for once. */
  schedule?: { cron: string; payload: Payload }
  /** For what starts every few minutes, mostly to find nothing: the log has a line only when it fails. */
  quiet?: boolean
}

/** A kind of job: its name is the name of its queue. */
export interface Job<Payload extends JobPayload = JobPayload> {
  readonly name: string
  readonly options: JobOptions<Payload>
}

/** Names a kind of job, by module: `brokerage.package-unmet`. */
export const defineJob = <Payload extends JobPayload>(
  name: string,
  options: Partial<JobOptions<Payload>> = {},
): Job<Payload> => ({ name, options: { retries: 5, retryAfterSeconds: 10, expireAfterSeconds: 900, ...options } })

/** What a handler may use: transactions as the system actor of the payload's partnership. */
export interface JobContext {
  act<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Aborted when the worker gives the job up. */
  signal: AbortSignal
}

/** A job with the work to be done for it. */
export interface JobHandler {
  readonly job: Job
  readonly handle: (payload: never, context: JobContext) => Promise<void>
}

/** Says what is to be done for a job. It can happen more than once for one job, so doing it again must change nothing. */
export const onJob = <Payload extends JobPayload>(
  job: Job<Payload>,
  handle: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler => ({ job, handle })
