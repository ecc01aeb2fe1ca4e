import { type Kysely, sql } from 'kysely'

type Owner = Kysely<unknown>

/** Whether the job library has made its tables here. */
export async function hasJobs(owner: Owner): Promise<boolean> {
  const found = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(owner)
  return found.rows[0]?.there === true
}

// A job at work while the backup is made is written too: handlers may run twice, never not at all.
const pending = sql`state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'`

/** Jobs that have not ended, as the lines of a backup (see `PendingJob`). */
export const pendingJobLines = sql<{ line: string }>`select json_build_object('queue', name, 'data', data,
    'startAfter', to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'singletonKey', singleton_key)::text as line
  from pgboss.job where ${pending} order by created_on, id`

/** Takes away the jobs of data that is being replaced. */
export const dropPendingJobs = sql`delete from pgboss.job where ${pending}`
