import { type Actor, accountOf, type Role } from '../auth/index.ts'
import type { Db } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import { type Id, type IsoDate, newId } from '../values/index.ts'
import { tasks } from './schema.ts'

/** Something that somebody has to do by a date. */
export interface Task {
  /** By module: `procurement.review`. */
  kind: string
  /** What it is about, unique within the kind: a reference, with the period when it comes back every year. */
  subject: string
  /** As the person reads it: "Review the contract WL-CON-00007". */
  title: string
  due: IsoDate
  /** Who is to do it: anyone in a role, one account, or both. */
  role: Role | null
  accountId: Id | null
}

/** Adds a task, or brings the open task of that kind and subject up to date; a task that is done stays done. */
export async function addTask(
  db: Db,
  partnershipId: Id,
  task: Task,
): Promise<{ id: Id; outcome: 'added' | 'changed' | 'done-before' }> {
  const { kind, subject, accountId: account_id, ...rest } = task
  const open = { ...rest, account_id }
  const id = newId()
  const saved = await tasks(db)
    .insertInto('task')
    .values({ partnership_id: partnershipId, id, kind, subject, ...open })
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'kind', 'subject']).doUpdateSet(open).where('task.done_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (saved) return { id: saved.id, outcome: saved.id === id ? 'added' : 'changed' }
  const done = await tasks(db)
    .selectFrom('task as t')
    .select('t.id')
    .where('t.partnership_id', '=', partnershipId)
    .where('t.kind', '=', kind)
    .where('t.subject', '=', subject)
    .executeTakeFirstOrThrow()
  return { id: done.id, outcome: 'done-before' }
}

/** Marks a task as done by an actor; once done, it keeps its first time and name. */
export async function completeTask(db: Db, partnershipId: Id, id: Id, actor: Actor, at: Date): Promise<void> {
  const done = await tasks(db)
    .updateTable('task')
    .set({ done_at: at, done_by: accountOf(actor) })
    .where('partnership_id', '=', partnershipId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows > 0n) return
  const before = await tasks(db)
    .selectFrom('task as t')
    .select('t.id')
    .where('t.partnership_id', '=', partnershipId)
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (!before) throw notFound('This task')
}
