import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { allPartnerships, publicActor, systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database, tables } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import {
  deadJobs,
  defineJob,
  enqueue,
  type JobHandler,
  type JobPayload,
  onJob,
  onVacuum,
  prepareJobs,
  startJobs,
  vacuumJob,
} from './index.ts'

interface Count extends JobPayload {
  text: string
}
const count = defineJob<Count>('test.count', { retries: 2, retryAfterSeconds: 0 })
const quiet = defineJob<JobPayload>('test.quiet', { retries: 0, quiet: true })
const scheduled = defineJob<Count>('test.scheduled', {
  schedule: { cron: '0 2 * * *', payload: { partnershipId: null, text: 'nightly' } },
})

let database: Database
let partnershipId: Id
beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [count, quiet, scheduled, vacuumJob])
  partnershipId = (await newPartnership(database)).id
})
afterAll(() => database.close())

interface Said {
  level: string
  fields: Record<string, unknown>
  message: string
}

async function working(handlers: JobHandler[]) {
  const said: Said[] = []
  const say = (level: string) => (fields: object, message: string) => {
    said.push({ level, fields: { ...fields }, message })
  }
  const log = { info: say('info'), error: say('error') }
  const jobs = await startJobs(database, handlers, log, { lookEverySeconds: 0.5, stopWithinSeconds: 5 })
  onTestFinished(() => jobs.stop())
  return { said, stop: () => jobs.stop() }
}

const send = (text: string, startAt?: Date) =>
  asActor(database, systemActor(partnershipId), (db) => enqueue(db, count, { partnershipId, text }, startAt))

function counting() {
  const seen: string[] = []
  const handler = onJob(count, async ({ text }) => {
    seen.push(text)
  })
  return { seen, handler }
}

test('a job runs once after its commit, and one of a transaction that fails never runs', async () => {
  const { seen, handler } = counting()
  await working([handler])
  const failing = asActor(database, systemActor(partnershipId), async (db) => {
    await enqueue(db, count, { partnershipId, text: 'never' })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await asActor(database, systemActor(partnershipId), async (db) => {
    for (const text of ['a', 'b', 'c', 'd', 'e']) await enqueue(db, count, { partnershipId, text })
  })
  await expect.poll(() => seen, { timeout: 20_000 }).toHaveLength(5)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a job that was sent while no worker ran is done when one starts, also after a restart', async () => {
  const first = counting()
  const worker = await working([first.handler])
  await worker.stop()
  await send('later')
  const second = counting()
  await working([second.handler])
  await expect.poll(() => second.seen, { timeout: 20_000 }).toEqual(['later'])
  expect(first.seen).toEqual([])
})

test('a job for later waits for its time', async () => {
  const { seen, handler } = counting()
  await working([handler])
  await send('in a second', new Date(Date.now() + 1000))
  await send('now')
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['now'])
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['now', 'in a second'])
})

test('a handler acts as the system for the partnership of its payload', async () => {
  const kinds: unknown[] = []
  await working([
    onJob(count, async (_payload, { act }) => {
      const found = await act((db) =>
        sql`select current_setting('app.kind') as kind, current_setting('app.partnership') as partnership,
          current_user as role`.execute(tables<Record<never, never>>()(db)),
      )
      kinds.push(found.rows[0])
    }),
  ])
  await send('who')
  await expect
    .poll(() => kinds, { timeout: 20_000 })
    .toEqual([{ kind: 'system', partnership: partnershipId, role: 'mercat_app' }])
})

test('a job that fails is tried again, then given up and listed, and the log keeps what it said to itself', async () => {
  const attempts: number[] = []
  const { said } = await working([
    onJob(count, async () => {
      attempts.push(attempts.length + 1)
      throw new TypeError('Mrs McDonald of 12 High Street')
    }),
  ])
  const id = await send('fails')
  await expect.poll(() => said.at(-1)?.message, { timeout: 10_000 }).toBe('A job failed and is given up.')
  expect(attempts).toEqual([1, 2, 3])
  expect(said.map(({ level, fields }) => [level, fields.attempt, fields.error, fields.id])).toEqual(
    [1, 2, 3].map((attempt) => ['error', attempt, 'TypeError', id]),
  )
  expect(JSON.stringify(said)).not.toContain('McDonald')
  await expect.poll(() => deadJobs(database), { timeout: 20_000 }).toMatchObject([{ job: 'test.count', partnershipId }])
})

test('jobs under way are finished before a stop is through', async () => {
  let finished = false
  const { said, stop } = await working([
    onJob(count, async () => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      finished = true
    }),
  ])
  await send('slow')
  await new Promise((resolve) => setTimeout(resolve, 200))
  await stop()
  expect(finished).toBe(true)
  expect(said.map((line) => line.message)).toEqual(['A job is done.'])
})

test('a quiet job leaves a line only when it fails', async () => {
  let tries = 0
  const { said } = await working([
    onJob(quiet, async () => {
      tries += 1
      if (tries === 2) throw new Error('Once.')
    }),
  ])
  await asActor(database, systemActor(partnershipId), (db) => enqueue(db, quiet, { partnershipId }))
  await expect.poll(() => tries, { timeout: 10_000 }).toBe(1)
  await asActor(database, systemActor(partnershipId), (db) => enqueue(db, quiet, { partnershipId }))
  await expect
    .poll(() => said.map((line) => line.message), { timeout: 10_000 })
    .toEqual(['A job failed and is given up.'])
})

test('work goes on beside a worker: transactions and jobs do not get in each other’s way', async () => {
  const { seen, handler } = counting()
  await working([handler])
  const sends = Array.from({ length: 30 }, (_, n) => send(String(n)))
  const reads = Array.from({ length: 30 }, () => asActor(database, publicActor, allPartnerships))
  await Promise.all([...sends, ...reads])
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(30)
  expect(new Set(seen).size).toBe(30)
})

test('a job whose queue was not prepared is refused, and so is its transaction', async () => {
  const unknown = defineJob<JobPayload>('test.unknown')
  const sending = asActor(database, systemActor(), (db) => enqueue(db, unknown, { partnershipId: null }))
  await expect(sending).rejects.toThrow('There is no queue named test.unknown.')
})

test('the application’s role cannot read the queue, where the payloads of all partnerships lie', async () => {
  const reading = asActor(database, systemActor(newId()), (db) =>
    sql`select * from pgboss.job`.execute(tables<Record<never, never>>()(db)),
  )
  await expect(reading).rejects.toThrow(/permission denied/)
})

test('preparing again, from several processes at once, changes nothing and drops schedules that are gone', async () => {
  await Promise.all([
    prepareJobs(database, [count, scheduled, vacuumJob]),
    prepareJobs(database, [count, scheduled, vacuumJob]),
  ])
  const schedules = async () => {
    const found = await sql<{ name: string }>`select name from pgboss.schedule order by name`.execute(ownerOf(database))
    return found.rows.map((row) => row.name)
  }
  expect(await schedules()).toEqual(['core.vacuum', 'test.scheduled'])
  await prepareJobs(database, [count, vacuumJob])
  expect(await schedules()).toEqual(['core.vacuum'])
})

test('the nightly vacuum runs beside everything else', async () => {
  const { said } = await working([onVacuum(database)])
  await asActor(database, systemActor(), (db) => enqueue(db, vacuumJob, { partnershipId: null }))
  await expect.poll(() => said.map((line) => line.message), { timeout: 10_000 }).toEqual(['A job is done.'])
})
