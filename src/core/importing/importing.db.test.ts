import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { bedsIn, bedsKind, makeBeds } from '../../../test/support/beds-kind.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, partnershipBySlug, systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database } from '../db/index.ts'
import { fileByDigest } from '../files/index.ts'
import { fileInMemory } from '../import/index.ts'
import { prepareJobs, startJobs } from '../jobs/index.ts'
import { entriesOf } from '../ledger/index.ts'
import { type Id, newId } from '../values/index.ts'
import { askRun } from './commands/ask-run.ts'
import { keptDays } from './commands/forget-old-runs.ts'
import { startRun } from './commands/start-run.ts'
import { readStart } from './file-start.ts'
import { onImports } from './import-jobs.ts'
import type { ImportKind } from './import-kind.ts'
import { forgetImportsJob, importJob } from './jobs.ts'
import { runById } from './queries/runs.ts'
import { mostAttempts, type RunAction, stuckAfter } from './run-state.ts'

let database: Database
let partnershipId: Id
let aila: Actor
let bob: Actor
const now = new Date('2026-11-22T18:00:00Z')
const good = 'Home,Beds\nAlder,20\nBirch,3\n'

beforeAll(async () => {
  database = await openNew()
  await makeBeds(database)
  await prepareJobs(database, [importJob, forgetImportsJob])
  partnershipId = (await newPartnership(database, { slug: 'sample' })).id
  const staff = (): Actor => ({ kind: 'staff', accountId: newId(), partnershipId, roles: ['commissioner'] })
  ;[aila, bob] = [staff(), staff()]
})
beforeEach(() => sql`delete from bed`.execute(ownerOf(database)))
afterAll(() => database?.close())

async function upload(content: string, at = now): Promise<Id> {
  const start = await readStart(fileInMemory('beds.csv', content))
  const bytes = new TextEncoder().encode(content)
  const file = { kind: 'beds', name: 'beds.csv', mediaType: 'text/csv', bytes, chosen: {}, start, mapping: {}, at }
  return asActor(database, aila, async (db) => startRun(db, aila, await partnershipBySlug(db, 'sample'), file))
}

const run = (id: Id) => asActor(database, aila, (db) => runById(db, partnershipId, id))

async function ask(id: Id, action: RunAction, over: { who?: Actor; ticket?: Id; at?: Date } = {}): Promise<boolean> {
  const { who = aila, at = now } = over
  const ticket = over.ticket ?? (await run(id)).ticket
  return asActor(database, who, async (db) =>
    askRun(db, who, await partnershipBySlug(db, 'sample'), id, { action, ticket, at }),
  )
}

/** Does the work of one job now, as the worker would. */
async function work(id: Id, kind: ImportKind = bedsKind(), ticket?: Id): Promise<void> {
  const [handler] = onImports(database, { now: () => now }, [kind])
  const payload = { partnershipId, runId: id, ticket: ticket ?? (await run(id)).ticket }
  await handler?.handle(payload as never, {
    act: (write) => asActor(database, systemActor(partnershipId), write),
    signal: new AbortController().signal,
  })
}

async function tried(content: string): Promise<Id> {
  const id = await upload(content)
  await ask(id, 'try')
  await work(id)
  return id
}

// First, because the jobs of the other tests are worked off by hand and stay in the queue.
test('a worker takes the work up by itself and notes how far it has come', async () => {
  const id = await upload(good)
  const seen: number[] = []
  const slow = bedsKind(async () => {
    await expect.poll(async () => (await run(id)).rows_read, { timeout: 10_000 }).toBe(1)
    seen.push((await run(id)).rows_read)
  })
  const log = { info: () => {}, error: () => {} }
  const jobs = await startJobs(database, onImports(database, { now: () => now }, [slow]), log, {
    lookEverySeconds: 0.5,
  })
  onTestFinished(() => jobs.stop())
  await ask(id, 'try')
  await expect.poll(async () => (await run(id)).state, { timeout: 20_000 }).toBe('tried')
  expect(seen).toEqual([1])
}, 600_000)

test('a file is tried out without changing anything, and then imported; the ledger says who asked', async () => {
  const id = await tried(`${good}Cedar,many\n`)
  expect(await run(id)).toMatchObject({ state: 'tried', report: { read: 3, added: 2, rejectedRows: 1, dryRun: true } })
  expect(await bedsIn(database)).toEqual({})
  await ask(id, 'import', { who: bob })
  await work(id)
  expect(await run(id)).toMatchObject({ state: 'imported', report: { added: 2, rejectedRows: 1, dryRun: false } })
  expect(await bedsIn(database)).toEqual({ Alder: 20, Birch: 3 })
  const entries = await asActor(database, aila, (db) => entriesOf(db, partnershipId, { kind: 'import', id }))
  const accountOf = (actor: Actor) => (actor.kind === 'staff' ? actor.accountId : null)
  expect(entries.map(({ event, accountId }) => [event, accountId])).toEqual([
    ['importing.file-uploaded', accountOf(aila)],
    ['importing.trial-asked', accountOf(aila)],
    ['importing.tried', null],
    ['importing.import-asked', accountOf(bob)],
    ['importing.imported', null],
  ])
  expect(entries.at(-1)?.payload).toMatchObject({ askedBy: accountOf(bob), added: 2, rejectedRows: 1 })
})

test('two people who press at the same moment import once', async () => {
  const id = await tried(good)
  const { ticket } = await run(id)
  const pressed = await Promise.all([ask(id, 'import', { ticket }), ask(id, 'import', { ticket, who: bob })])
  expect(pressed.toSorted()).toEqual([false, true])
  let times = 0
  const counting = bedsKind(async () => {
    times += 1
  })
  const asked = (await run(id)).ticket
  await Promise.all([work(id, counting, asked), work(id, counting, asked)])
  await work(id, counting, asked)
  expect((await run(id)).state).toBe('imported')
  expect(times).toBeLessThanOrEqual(2)
  const entries = await asActor(database, aila, (db) => entriesOf(db, partnershipId, { kind: 'import', id }))
  expect(entries.filter(({ event }) => event === 'importing.imported')).toHaveLength(1)
})

test('a press on a page that shows an earlier trial does nothing', async () => {
  const id = await tried(good)
  const { ticket } = await run(id)
  await ask(id, 'columns', { who: bob })
  await ask(id, 'try', { who: bob })
  await work(id)
  expect(await ask(id, 'import', { ticket })).toBe(false)
  expect((await run(id)).state).toBe('tried')
})

test('work that was interrupted is done again and changes nothing twice; at last somebody is told', async () => {
  const id = await tried(good)
  await ask(id, 'import')
  let crashes = 1
  const failing = bedsKind(async () => {
    if (crashes-- > 0) throw new Error('The database is away.')
  })
  await expect(work(id, failing)).rejects.toThrow('The database is away.')
  expect((await run(id)).state).toBe('importing')
  await work(id, failing)
  expect((await run(id)).state).toBe('imported')
  expect(await bedsIn(database)).toEqual({ Alder: 20, Birch: 3 })

  const never = await tried(good)
  await ask(never, 'import')
  crashes = 100
  for (let attempt = 1; attempt < mostAttempts; attempt += 1) await expect(work(never, failing)).rejects.toThrow()
  await work(never, failing)
  expect(await run(never)).toMatchObject({
    state: 'failed',
    trouble: 'Something went wrong on our side each time that it was begun.',
  })
  expect(await ask(never, 'again')).toBe(true)
})

test('what nobody has heard of for long can be begun again, and the first job then does nothing', async () => {
  const id = await tried(good)
  await ask(id, 'import')
  const lost = (await run(id)).ticket
  expect(await ask(id, 'again')).toBe(false)
  expect(await ask(id, 'again', { at: new Date(now.getTime() + stuckAfter + 1) })).toBe(true)
  await work(id, bedsKind(), lost)
  expect((await run(id)).state).toBe('importing')
  await work(id)
  expect((await run(id)).state).toBe('imported')
})

test('a doubtful file comes with its report, and is imported once somebody says that it is meant', async () => {
  const id = await tried('Home,Beds\nAlder,900\nBirch,3\n')
  expect(await run(id)).toMatchObject({ state: 'doubted', doubt: 'Alder has 900 beds.', report: { added: 2 } })
  expect(await ask(id, 'import')).toBe(false)
  await ask(id, 'anyway')
  await work(id)
  expect((await run(id)).state).toBe('imported')
  expect(await bedsIn(database)).toEqual({ Alder: 900, Birch: 3 })
})

test('what became doubtful between the trial and the import is asked about before anything is changed', async () => {
  const id = await tried(good)
  await ask(id, 'import')
  const kind = bedsKind()
  await work(id, {
    ...kind,
    run: (on, given) => kind.run(on, { ...given, file: fileInMemory('beds.csv', 'Home,Beds\nAlder,900\n') }),
  })
  expect(await run(id)).toMatchObject({ state: 'doubted', doubt: 'Alder has 900 beds.' })
  expect(await bedsIn(database)).toEqual({})
})

test('a file that is refused says why, and can be given other columns', async () => {
  const id = await tried('House,Beds\nAlder,20\n')
  expect(await run(id)).toMatchObject({ state: 'failed', trouble: expect.stringContaining('“Home” is missing') })
  expect(await ask(id, 'columns')).toBe(true)
})

test('no more is kept of a partnership’s uploads than there is room for, until some are thrown away', async () => {
  const full = await upload(good)
  await sql`update import_run set size = ${1024 * 1024 * 1024} where id = ${full}`.execute(ownerOf(database))
  await expect(upload('Home,Beds\nYew,1\n')).rejects.toThrow('more than 1024 MiB of uploaded files would be kept')
  await ask(full, 'throw-away')
  await upload('Home,Beds\nYew,1\n')
})

test('files left alone for a month are forgotten with what was read from them; who imported what and when stays', async () => {
  const forget = async (days: number) => {
    const at = new Date(now.getTime() + days * 24 * 3_600_000)
    await onImports(database, { now: () => at }, [])[1]?.handle({ partnershipId: null } as never, {
      act: (write) => asActor(database, systemActor(), write),
      signal: new AbortController().signal,
    })
  }
  const [mine, same] = [await tried('Home,Beds\nElm,1\nFir,none\n'), await upload('Home,Beds\nElm,1\nFir,none\n')]
  await ask(mine, 'import')
  await work(mine)
  const digest = (await run(mine)).digest ?? ''
  const file = () => asActor(database, aila, (db) => fileByDigest(db, digest))
  await forget(keptDays - 1)
  expect((await file()).size).toBeGreaterThan(0)
  await ask(same, 'throw-away')
  expect(await run(same)).toMatchObject({ state: 'thrown-away', digest: null, start: null })
  expect((await file()).size, 'another import has the same file').toBeGreaterThan(0)
  await forget(keptDays + 1)
  await expect(file()).rejects.toThrow('The file was not found.')
  expect(await run(mine)).toMatchObject({
    state: 'imported',
    file_name: 'beds.csv',
    digest: null,
    start: null,
    report: { added: 1, rejectedRows: 1, rejected: [] },
  })
})
