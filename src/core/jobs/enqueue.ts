import { sql } from 'kysely'
import { type Db, json, tables } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import type { Job, JobPayload } from './job.ts'

/** Adds a job in the caller's transaction: it runs after the commit, and never when there is none. */
export async function enqueue<Payload extends JobPayload>(
  db: Db,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  startAt?: Date,
): Promise<Id> {
  const id = newId()
  await sql`select mercat_enqueue(${id}::uuid, ${job.name}::text, ${json(payload)}, ${startAt?.toISOString() ?? null}::timestamptz)`.execute(
    tables<Record<never, never>>()(db),
  )
  return id
}

/** Adds the same job at several instants, in one statement. */
export async function enqueueAt<Payload extends JobPayload>(
  db: Db,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  instants: readonly Date[],
): Promise<void> {
  if (instants.length === 0) return
  const ids = instants.map(() => newId())
  const times = instants.map((instant) => instant.toISOString())
  await sql`select mercat_enqueue(t.id, ${job.name}::text, ${json(payload)}, t.at)
    from unnest(${ids}::uuid[], ${times}::timestamptz[]) as t (id, at)`.execute(tables<Record<never, never>>()(db))
}
