import type { Role } from '../auth/index.ts'
import type { Db } from '../db/index.ts'
import type { Id, IsoDate } from '../values/index.ts'
import { tasks } from './schema.ts'
import type { Task } from './task.ts'

/** Which tasks, and which page of them. */
export interface TasksWanted {
  /** Due on this date or before. */
  until: IsoDate
  /** Whose: those of any of these roles, and those of this account. */
  roles: readonly Role[]
  accountId?: Id
  /** The last task of the page before. */
  after?: { due: IsoDate; id: Id }
  /** At most how many; 50 when not said. */
  limit?: number
}

/** The open tasks that are due, the earliest first. */
export async function tasksDue(db: Db, partnershipId: Id, wanted: TasksWanted): Promise<(Task & { id: Id })[]> {
  const { until, roles, accountId, after, limit = 50 } = wanted
  if (roles.length === 0 && !accountId) return []
  let query = tasks(db)
    .selectFrom('task as t')
    .select(['t.id', 't.kind', 't.subject', 't.title', 't.due', 't.role', 't.account_id as accountId'])
    .where('t.partnership_id', '=', partnershipId)
    .where('t.done_at', 'is', null)
    .where('t.due', '<=', until)
    .where((task) =>
      task.or([
        ...(roles.length > 0 ? [task('t.role', 'in', roles)] : []),
        ...(accountId ? [task('t.account_id', '=', accountId)] : []),
      ]),
    )
  // Dates repeat, so pages turn on date and id together; by date alone, tasks at the edge would be lost.
  if (after) query = query.where((task) => task(task.refTuple('t.due', 't.id'), '>', task.tuple(after.due, after.id)))
  return query.orderBy('t.due').orderBy('t.id').limit(limit).execute()
}
