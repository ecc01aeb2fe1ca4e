import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, systemActor } from '../auth/index.ts'
import { asActor, type Database, type Db } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import { addTask, completeTask, settleTasks, type Task, tasksDue } from './index.ts'
import { tasks } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const review = (subject: string, over: Partial<Task> = {}): Task => ({
  kind: 'procurement.review',
  subject,
  title: `Review ${subject}`,
  due: '2026-12-01',
  role: 'contracts-officer',
  accountId: null,
  ...over,
})
const as = <T>(id: Id, work: (db: Db) => Promise<T>) => asActor(database, systemActor(id), work)
const officers = { until: '2026-12-31', roles: ['contracts-officer'] } as const

test('tasks come earliest first, for the role or the account that is to do them, up to the date', async () => {
  const { id } = await newPartnership(database)
  const account = newId()
  const due = await as(id, async (db) => {
    await addTask(db, id, review('later', { due: '2026-12-20' }))
    await addTask(db, id, review('sooner'))
    await addTask(db, id, review('next year', { due: '2027-01-01' }))
    await addTask(db, id, review('brokers', { role: 'broker' }))
    await addTask(db, id, review('mine', { role: null, accountId: account, due: '2026-11-30' }))
    return {
      officers: await tasksDue(db, id, officers),
      mine: await tasksDue(db, id, { until: '2026-12-31', roles: [], accountId: account }),
      both: await tasksDue(db, id, { ...officers, accountId: account }),
      nobody: await tasksDue(db, id, { until: '2026-12-31', roles: [] }),
    }
  })
  const subjects = (list: Task[]) => list.map((task) => task.subject)
  expect(subjects(due.officers)).toEqual(['sooner', 'later'])
  expect(subjects(due.mine)).toEqual(['mine'])
  expect(subjects(due.both)).toEqual(['mine', 'sooner', 'later'])
  expect(due.nobody).toEqual([])
  expect(due.officers[0]).toMatchObject(review('sooner'))
})

test('adding a task again changes the open one, and a done one stays done', async () => {
  const { id } = await newPartnership(database)
  const staff: Actor = { kind: 'staff', accountId: newId(), partnershipId: id, roles: ['contracts-officer'] }
  await as(id, async (db) => {
    const first = await addTask(db, id, review('A'))
    expect(first.outcome).toBe('added')
    expect(await addTask(db, id, review('A', { due: '2026-12-09' }))).toEqual({ id: first.id, outcome: 'changed' })
    expect((await tasksDue(db, id, officers)).map((task) => task.due)).toEqual(['2026-12-09'])
    await completeTask(db, id, first.id, staff, new Date('2026-12-02T10:00:00Z'))
    await completeTask(db, id, first.id, systemActor(id), new Date('2026-12-03T10:00:00Z'))
    expect(await addTask(db, id, review('A'))).toEqual({ id: first.id, outcome: 'done-before' })
    expect(await tasksDue(db, id, officers)).toEqual([])
    const row = await tasks(db).selectFrom('task').select(['done_at', 'done_by']).executeTakeFirstOrThrow()
    expect(row).toEqual({ done_at: new Date('2026-12-02T10:00:00Z'), done_by: staff.accountId })
  })
})

test('no task is lost or shown twice between pages, even when all are due on one day', async () => {
  const { id } = await newPartnership(database)
  const seen = await as(id, async (db) => {
    for (let n = 0; n < 7; n += 1) await addTask(db, id, review(`R${n}`))
    const found: string[] = []
    let after: { due: string; id: Id } | undefined
    for (;;) {
      const page = await tasksDue(db, id, { ...officers, limit: 3, ...(after ? { after } : {}) })
      found.push(...page.map((task) => task.subject))
      after = page.at(-1)
      if (!after) return found
    }
  })
  expect(seen.toSorted()).toEqual(['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6'])
})

test('a task of another partnership is not found', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  const { id } = await as(theirs.id, (db) => addTask(db, theirs.id, review('A')))
  const reach = as(mine.id, (db) => completeTask(db, theirs.id, id, systemActor(mine.id), new Date()))
  await expect(reach).rejects.toThrow('This task was not found.')
  expect(await as(mine.id, (db) => tasksDue(db, theirs.id, officers))).toEqual([])
})

test('settling a kind adds, changes and takes away open tasks, and leaves what is done and other kinds alone', async () => {
  const { id } = await newPartnership(database)
  const kind = 'procurement.review'
  const wanted = (subject: string, over: Partial<Task> = {}) => {
    const { kind: _, ...task } = review(subject, over)
    return task
  }
  await as(id, async (db) => {
    const done = await addTask(db, id, review('done'))
    await completeTask(db, id, done.id, systemActor(id), new Date('2026-11-22T12:00:00Z'))
    await addTask(db, id, review('other kind', { kind: 'procurement.other' }))
    await settleTasks(db, id, kind, [wanted('stays'), wanted('goes'), wanted('done')])
    await settleTasks(db, id, kind, [wanted('stays', { due: '2026-12-05' }), wanted('new'), wanted('done')])
  })
  const due = await as(id, (db) => tasksDue(db, id, officers))
  expect(due.map(({ subject, due: day }) => `${subject} ${day}`)).toEqual([
    'other kind 2026-12-01',
    'new 2026-12-01',
    'stays 2026-12-05',
  ])
  await as(id, (db) => settleTasks(db, id, kind, []))
  expect((await as(id, (db) => tasksDue(db, id, officers))).map(({ subject }) => subject)).toEqual(['other kind'])
})
