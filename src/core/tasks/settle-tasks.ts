import { sql } from 'kysely'
import { type Db, json } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import { tasks } from './schema.ts'
import type { Task } from './task.ts'

/**
 * Makes the open tasks of a kind those that are wanted: the missing are added, the others brought up to date, and what
 * is wanted no more is taken away. A task that somebody has done stays done.
 */
export async function settleTasks(
  db: Db,
  partnershipId: Id,
  kind: string,
  wanted: readonly Omit<Task, 'kind'>[],
): Promise<void> {
  const rows = wanted.map(({ accountId: account_id, ...task }) => ({ id: newId(), ...task, account_id }))
  const given = sql`jsonb_to_recordset(${json(rows)})
    as g (id uuid, subject text, title text, due date, role text, account_id uuid)`
  const view = tasks(db)
  await sql`insert into task (partnership_id, id, kind, subject, title, due, role, account_id)
    select ${partnershipId}::uuid, g.id, ${kind}, g.subject, g.title, g.due, g.role, g.account_id from ${given}
    on conflict (partnership_id, kind, subject) do update
      set title = excluded.title, due = excluded.due, role = excluded.role, account_id = excluded.account_id
      where task.done_at is null and (task.title, task.due, task.role, task.account_id)
        is distinct from (excluded.title, excluded.due, excluded.role, excluded.account_id)`.execute(view)
  await sql`delete from task t where t.partnership_id = ${partnershipId} and t.kind = ${kind} and t.done_at is null
    and not exists (select from ${given} where g.subject = t.subject)`.execute(view)
}
