import { type RawBuilder, sql } from 'kysely'
import { ahead, type Db, json, keptPlan, tables } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import type { Job, JobPayload } from './job.ts'

/** Adds a job in the caller's transaction: it runs after the commit, and never when there is none. */
export async function enqueue<Payload extends JobPayload>(
  db: Db,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  startAt?: Date,
): Promise<Id> {
  const run = runOf(job, payload, startAt)
  await ahead(tables<Record<never, never>>()(db), sql`${keptPlan}${enqueued([run])}`)
  return run.id
}

/** Adds the same job at several instants, in one statement. */
export async function enqueueAt<Payload extends JobPayload>(
  db: Db,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  instants: readonly Date[],
): Promise<void> {
  if (instants.length === 0) return
  await ahead(
    tables<Record<never, never>>()(db),
    sql`${keptPlan}${enqueued(instants.map((instant) => runOf(job, payload, instant)))}`,
  )
}

/** A job that is to run once; at once, unless it says when. */
export interface JobRun {
  readonly id: Id
  readonly name: string
  readonly payload: JobPayload
  readonly at: Date | null
}

/** One run of a job. */
export const runOf = <Payload extends JobPayload>(
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  startAt?: Date,
): JobRun => ({ id: newId(), name: job.name, payload, at: startAt ?? null })

/** What a statement selects so that jobs run after the commit; it may stand behind what else the statement writes. */
export const enqueued = (runs: readonly JobRun[]): RawBuilder<unknown> =>
  sql`select mercat_enqueue(t.id, t.name, t.payload, t.at)
    from jsonb_to_recordset(${json(runs)}) as t (id uuid, name text, payload jsonb, at timestamptz)`
