import { sql } from 'kysely'
import { ownerOf } from '../db/database.ts'
import type { Database } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { deadLetters } from './boss.ts'

/** A job that was given up. */
export interface DeadJob {
  id: Id
  job: string
  partnershipId: Id | null
  givenUpAt: Date
}

/** The jobs that were given up, the latest first, for an operator to look at. */
export async function deadJobs(database: Database, limit = 100): Promise<DeadJob[]> {
  const found = await sql<DeadJob>`select id, source_name as job, data->>'partnershipId' as "partnershipId",
      created_on as "givenUpAt"
    from pgboss.job where name = ${deadLetters} order by created_on desc, id limit ${limit}`.execute(ownerOf(database))
  return found.rows
}
