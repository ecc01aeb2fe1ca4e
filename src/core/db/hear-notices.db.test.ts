import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { systemActor } from '../auth/index.ts'
import { asActor } from './as-actor.ts'
import { tables } from './db.ts'
import { hearNotices } from './hear-notices.ts'

test('what a transaction notifies of is heard when it is committed, never when it fails, and not once the hearing is stopped', async () => {
  const database = await newDatabase()
  let heard = 0
  const hearing = hearNotices(database, 'test_channel', () => {
    heard += 1
  })
  await expect.poll(() => hearing.hears()).toBe(true)
  expect(heard).toBe(1)
  const notify = (then: () => void = () => {}) =>
    asActor(database, systemActor(), async (db) => {
      await sql`select pg_notify('test_channel', 'x')`.execute(tables<Record<string, never>>()(db))
      then()
    })
  await notify()
  await expect.poll(() => heard).toBe(2)
  const failing = notify(() => {
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await notify()
  await expect.poll(() => heard).toBe(3)
  hearing.stop()
  expect(hearing.hears()).toBe(false)
  await notify()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(heard).toBe(3)
})
