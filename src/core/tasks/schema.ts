import type { ColumnType } from 'kysely'
import type { Role } from '../auth/index.ts'
import { tables } from '../db/index.ts'
import type { Id, IsoDate } from '../values/index.ts'

/** The table of `core/tasks`. */
export interface TaskTables {
  task: {
    partnership_id: Id
    id: Id
    kind: string
    subject: string
    title: string
    due: IsoDate
    role: Role | null
    account_id: Id | null
    done_at: ColumnType<Date | null, never, Date | null>
    done_by: ColumnType<Id | null, never, Id | null>
  }
}

/** The view of the database for `core/tasks`. */
export const tasks = tables<TaskTables>()
