import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { ownerOf } from '../../src/core/db/database.ts'
import { openPostgres } from '../../src/core/db/index.ts'
import { withName } from '../support/with-name.ts'
import { mercat, ready, serve, start, until } from './mercat.ts'

const origin = inject('database')

/** The address of an empty database of its own; it is dropped when the test ends. */
async function emptyDatabase(): Promise<string> {
  if (origin.kind !== 'postgres') throw new Error('This needs TEST_DATABASE_URL.')
  const name = `${origin.template}_process_${Math.random().toString(36).slice(2, 10)}`
  const admin = openPostgres(origin.url, 1)
  await sql.raw(`create database ${name}`).execute(ownerOf(admin))
  onTestFinished(async () => {
    await sql.raw(`drop database ${name} with (force)`).execute(ownerOf(admin))
    await admin.close()
  })
  return withName(origin.url, name)
}

test.runIf(origin.kind === 'postgres')(
  'servers and a worker share one PostgreSQL; the demonstration comes only when asked for',
  async () => {
    const env = { DATABASE_URL: await emptyDatabase() }
    const plain = await ready(await serve({ env }))
    expect((await fetch(`${plain.url}/health`)).status).toBe(200)
    expect((await fetch(`${plain.url}/west-lothian`)).status).toBe(404)
    expect(plain.err()).toBe('')

    const worker = start(['worker'], { env })
    onTestFinished(() => void worker.child.kill('SIGKILL'))
    await until(() => worker.out().includes('The worker is ready.'))

    const asked = await ready(await serve({ env: { ...env, MERCAT_DEMO: '1' } }))
    expect((await fetch(`${asked.url}/west-lothian`)).status).toBe(200)
    // The other server keeps no page that the first one’s change has outdated.
    expect((await fetch(`${plain.url}/west-lothian`)).status).toBe(200)
    const figure = await mercat(['figure', 'budget', '--area', 'S12000040', '--year', '2011/12', '--json'], { env })
    expect(JSON.parse(figure.out)).toMatchObject({ value: 88_510_000 })
    expect(JSON.parse((await mercat(['doctor', '--json'], { env })).out).ok).toBe(true)

    worker.child.kill('SIGTERM')
    expect(await Promise.all([worker.ended, plain.stop(), asked.stop()])).toEqual([0, 0, 0])
    expect(worker.out()).toBe('The worker is ready.\n')
  },
  600_000,
)

test.runIf(origin.kind === 'postgres')(
  'a command that only reads an empty database is refused in a sentence',
  async () => {
    const env = { DATABASE_URL: await emptyDatabase() }
    const read = await mercat(['partnership', 'list'], { env })
    expect(read).toMatchObject({ exit: 1, out: '' })
    expect(read.err).toBe('There is nothing in this database yet. Import something, or run mercat demo load.\n')
  },
  300_000,
)
