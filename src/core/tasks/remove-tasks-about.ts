import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Id } from '../values/index.ts'
import { tasks } from './schema.ts'

/** Removes tasks of a kind whose subjects begin with an id, done or not: their titles name somebody who was erased. */
export const removeTasksAbout = (db: Db, partnershipId: Id, kind: string, ids: readonly Id[]) =>
  sql`delete from task where partnership_id = ${partnershipId} and kind = ${kind}
    and split_part(subject, ' ', 1) = any(${sql.val([...ids])}::text[])`.execute(tasks(db))
