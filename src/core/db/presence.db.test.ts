import { expect, inject, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { openPostgres } from './database.ts'
import { announceWork, oneAtATime, withNobodyAtWork } from './presence.ts'

const onPostgres = inject('database').kind === 'postgres'

test('what must be alone is alone when nobody works', async () => {
  const database = await newDatabase()
  expect(await withNobodyAtWork(database, async () => 'done')).toBe('done')
  expect(await withNobodyAtWork(database, async () => 'again')).toBe('again')
})

test.runIf(onPostgres)(
  'a restore is refused while another process serves, and goes ahead once it has stopped',
  async () => {
    const database = await newDatabase()
    if (database.engine.kind !== 'postgres') throw new Error('Not PostgreSQL.')
    const other = openPostgres(database.engine.pool.options.connectionString ?? '', 2)
    const leave = await announceWork(other)
    await expect(withNobodyAtWork(database, async () => 'done')).rejects.toThrow(/server or a worker/)
    leave()
    await expect.poll(() => withNobodyAtWork(database, async () => 'done').catch(() => 'refused')).toBe('done')
    await other.close()
  },
)

test('of several that load at once, one loads at a time', async () => {
  const database = await newDatabase()
  let [now, most] = [0, 0]
  const load = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setTimeout(resolve, 20))
    now -= 1
  }
  await Promise.all([1, 2, 3].map(() => oneAtATime(database, load)))
  expect(most).toBe(onPostgres ? 1 : 3) // the embedded database never has two processes to hold apart
})
