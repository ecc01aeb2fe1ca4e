import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Store } from '../src/core/config/index.ts'
import { ownerOf } from '../src/core/db/database.ts'
import { openPostgres } from '../src/core/db/index.ts'
import { migrations } from '../src/migrations.ts'
import { withName } from './support/with-name.ts'

type Outcome = { applied: string[] } | { refused: string }

// Inside the project, so that the bundle finds the packages it leaves out.
const cache = fileURLToPath(new URL('../node_modules/.cache/mercat', import.meta.url))
let script: string
let folder: string
beforeAll(async () => {
  await mkdir(cache, { recursive: true })
  folder = await mkdtemp(`${tmpdir()}/mercat-migrations-`)
  script = `${cache}/migrate-once-${process.pid}.mjs`
  await build({
    entryPoints: [fileURLToPath(new URL('support/migrate-once.ts', import.meta.url))],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: script,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
})
afterAll(async () => {
  await rm(script, { force: true })
  await rm(folder, { recursive: true, force: true })
})

const said = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0]

/** Starts a process for each store; none begins before all are there. Returns what each said, and how to end them. */
async function migrateAtOnce(stores: readonly Store[]): Promise<{ outcomes: Outcome[]; end: () => Promise<void> }> {
  const children = stores.map((store) => fork(script, [JSON.stringify(store)], { execArgv: [], silent: true }))
  await Promise.all(children.map(said))
  const outcomes = children.map(said)
  for (const child of children) child.send('begin')
  return {
    outcomes: (await Promise.all(outcomes)) as Outcome[],
    end: async () => {
      const running = children.filter((child) => child.exitCode === null && child.connected)
      const ended = running.map((child) => once(child, 'exit'))
      for (const child of running) child.send('end')
      await Promise.all(ended)
    },
  }
}

async function withNewDatabases<T>(count: number, work: (urls: string[]) => Promise<T>): Promise<T> {
  const origin = inject('database')
  if (origin.kind !== 'postgres') throw new Error('This needs TEST_DATABASE_URL.')
  const names = Array.from({ length: count }, (_, index) => `${origin.template}_race_${index}`)
  const admin = openPostgres(origin.url, 1)
  for (const name of names) await sql.raw(`create database ${name}`).execute(ownerOf(admin))
  try {
    return await work(names.map((name) => withName(origin.url, name)))
  } finally {
    for (const name of names) await sql.raw(`drop database ${name} with (force)`).execute(ownerOf(admin))
    await admin.close()
  }
}

const applied = (outcome: Outcome) => ('applied' in outcome ? outcome.applied : [outcome.refused])

test.runIf(inject('database').kind === 'postgres')(
  'eight processes that start at once on two new databases all succeed, and each migration runs once in each',
  async () => {
    await withNewDatabases(2, async (urls) => {
      const stores = Array.from({ length: 8 }, (_, index) => ({
        kind: 'postgres' as const,
        url: urls[index % 2] ?? '',
      }))
      const { outcomes, end } = await migrateAtOnce(stores)
      await end()
      for (const which of [0, 1]) {
        const all = outcomes.filter((_, index) => index % 2 === which).flatMap(applied)
        expect(all.sort()).toEqual(Object.keys(migrations).sort())
      }
    })
  },
  600_000,
)

test.runIf(inject('database').kind === 'postgres')(
  'eight processes that start at once on one new database all succeed, and each migration runs once',
  async () => {
    await withNewDatabases(1, async ([url = '']) => {
      const { outcomes, end } = await migrateAtOnce(Array.from({ length: 8 }, () => ({ kind: 'postgres', url })))
      await end()
      expect(outcomes.flatMap(applied).sort()).toEqual(Object.keys(migrations).sort())
    })
  },
  600_000,
)

test('of two processes that start at once on one embedded folder, one is refused in a sentence', async () => {
  const store: Store = { kind: 'embedded', folder: `${folder}/data` }
  const { outcomes, end } = await migrateAtOnce([store, store])
  await end()
  const refused = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []))
  expect(refused).toEqual([`The data folder ${folder}/data is in use by another mercat process.`])
  expect(outcomes.flatMap((outcome) => ('applied' in outcome ? outcome.applied : [])).sort()).toEqual(
    Object.keys(migrations).sort(),
  )
}, 600_000)
