import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { invalid } from '../../core/errors/index.ts'
import { prepareJobs, startJobs } from '../../core/jobs/index.ts'
import { entriesOf, verifyLedger } from '../../core/ledger/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { askRun } from './commands/ask-run.ts'
import { stopRun, wakeRun } from './commands/steer-run.ts'
import { beginRun } from './commands/work-on-run.ts'
import { onSolving } from './jobs/on-solving.ts'
import { solveJob } from './jobs/solve-job.ts'
import type { Solve, SolveKind, SolveTools } from './jobs/solve-kind.ts'
import { newestRuns, runById, runVersion } from './queries/runs.ts'
import { solving } from './schema.ts'
import { mostAttempts } from './solve-run.ts'

interface Asked {
  readonly sum: readonly number[]
}

const now = new Date('2026-11-23T10:00:00Z')
let database: Database
let partnershipId: Id
let broker: Actor

beforeAll(async () => {
  database = await openNew()
  await prepareJobs(database, [solveJob])
  partnershipId = (await newPartnership(database)).id
  broker = { kind: 'staff', accountId: newId(), partnershipId, roles: ['broker'] }
})
afterAll(() => database?.close())

const act = <T>(work: Parameters<typeof asActor<T>>[2], actor: Actor = broker) => asActor(database, actor, work)
const ask = (asked: Asked = { sum: [1, 2] }): Promise<Id> =>
  act((db) => askRun(db, broker, { partnershipId, kind: 'plan', asked, at: now }))
const run = (id: Id) => act((db) => runById(db, partnershipId, id))

const unused: Solve = () => Promise.reject(new Error('Nothing is solved here.'))

/** Adds numbers up, which can be done in any way a test likes. */
const adding = (work: (input: Asked, tools: SolveTools) => Promise<number>): SolveKind<Asked, Asked, number> => ({
  kind: 'plan',
  prepare: async (_, __, asked) => {
    if (asked.sum.length === 0) throw invalid('There is nothing to add up.')
    return asked
  },
  work,
  words: (result) => `It comes to ${result}.`,
})

const sum = async ({ sum: numbers }: Asked) => numbers.reduce((all, one) => all + one, 0)

const handle = (id: Id, kind = adding(sum), signal = new AbortController().signal) =>
  onSolving(database, { now: () => now }, unused, [kind]).handle({ partnershipId, runId: id } as never, {
    act: (write) => asActor(database, systemActor(partnershipId), write),
    signal,
  })

test('a worker takes a run up by itself, and the ledger says who asked and what came of it', async () => {
  const handler = onSolving(database, { now: () => new Date() }, unused, [adding(sum)])
  const jobs = await startJobs(database, [handler], { info: () => {}, error: () => {} })
  onTestFinished(() => jobs.stop())
  const id = await ask({ sum: [20, 22] })
  await expect.poll(async () => (await run(id)).state, { timeout: 20_000 }).toBe('done')
  expect(await run(id)).toMatchObject({ result: 42, input: { sum: [20, 22] }, words: 'It comes to 42.', attempts: 1 })
  const entries = await act((db) => entriesOf(db, partnershipId, { kind: 'solve-run', id }))
  expect(entries.map(({ event, actorKind }) => [event, actorKind])).toEqual([
    ['brokerage.plan-asked', 'staff'],
    ['brokerage.plan-done', 'system'],
  ])
  expect(await act((db) => verifyLedger(db, partnershipId))).toMatchObject({ ok: true })
}, 600_000)

test('a worker that is killed with a run in its hands is followed by another, and what it still says is not heard', async () => {
  const id = await ask()
  await act((db) => beginRun(db, { partnershipId, runId: id }, now), systemActor(partnershipId))
  let late = () => {}
  const slow = handle(
    id,
    adding(async () => {
      await new Promise<void>((resolve) => {
        late = resolve
      })
      return -1
    }),
  )
  await expect.poll(async () => (await run(id)).input).not.toBeNull()
  await handle(id)
  expect(await run(id)).toMatchObject({ state: 'done', result: 3, attempts: 3 })
  late()
  await slow
  expect(await run(id)).toMatchObject({ state: 'done', result: 3 })
})

test('what goes wrong is tried again and at last told; what can’t be asked is told at once', async () => {
  const id = await ask()
  const broken = adding(() => Promise.reject(new Error('Somebody’s name')))
  for (let attempt = 1; attempt < mostAttempts; attempt += 1) await expect(handle(id, broken)).rejects.toThrow()
  await handle(id, broken)
  expect(await run(id)).toMatchObject({ state: 'failed', result: null, words: expect.stringContaining('on our side') })
  const empty = await ask({ sum: [] })
  await handle(empty)
  expect(await run(empty)).toMatchObject({ state: 'failed', words: 'There is nothing to add up.' })
})

test('who stops a run keeps the best that was found; progress is noted while it goes on', async () => {
  const id = await ask()
  const working = handle(
    id,
    adding(async (_, { signal, progress }) => {
      await progress({ iterations: 5, objective: 10, bound: 9 })
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      return 7
    }),
  )
  await expect.poll(async () => (await run(id)).progress, { timeout: 20_000 }).toMatchObject({ iterations: 5 })
  const before = await act((db) => runVersion(db, partnershipId, id))
  const stop = () => act((db) => stopRun(db, broker, { partnershipId, runId: id, kind: 'plan', at: now }))
  expect(await Promise.all([stop(), stop()])).toEqual(expect.arrayContaining([true, false]))
  await working
  expect(await run(id)).toMatchObject({ state: 'stopped', result: 7, words: 'It comes to 7.' })
  expect(await act((db) => runVersion(db, partnershipId, id))).not.toBe(before)
  await handle(id)
  expect(await run(id)).toMatchObject({ state: 'stopped', result: 7 })
})

test('only a run that fell silent is begun again, once', async () => {
  const id = await ask()
  const wake = (seconds: number) =>
    act((db) =>
      wakeRun(db, broker, { partnershipId, runId: id, kind: 'plan', at: new Date(now.getTime() + seconds * 1000) }),
    )
  expect(await wake(59)).toBe(false)
  expect((await Promise.all([wake(61), wake(61)])).toSorted()).toEqual([false, true])
})

test('runs are the partnership’s own: nobody else reads them, and providers and the public none at all', async () => {
  const id = await ask()
  const elsewhere = (await newPartnership(database)).id
  const stranger: Actor = { kind: 'staff', accountId: newId(), partnershipId: elsewhere, roles: ['broker'] }
  const provider: Actor = { kind: 'provider', accountId: newId(), organisationId: newId(), roles: ['provider'] }
  await expect(act((db) => runById(db, elsewhere, id), stranger)).rejects.toThrow('not found')
  for (const actor of [stranger, provider, publicActor]) {
    const seen = await act((db) => solving(db).selectFrom('solve_run').select('id').execute(), actor)
    expect(seen).toEqual([])
  }
  await expect(act((db) => runById(db, partnershipId, id), broker)).resolves.toMatchObject({ id })
  const { runs, total } = await act((db) => newestRuns(db, partnershipId, { kind: 'plan', page: 1 }))
  expect(runs).toHaveLength(total)
  expect(await act((db) => newestRuns(db, partnershipId, { kind: 'drill', page: 1 }))).toEqual({ runs: [], total: 0 })
})
