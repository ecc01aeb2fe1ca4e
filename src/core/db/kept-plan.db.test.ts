import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newDatabase } from '../../../test/support/new-database.ts'
import { systemActor } from '../auth/index.ts'
import { asActor, keptPlan, tables } from './index.ts'

const view = tables<Record<string, never>>()

test('a statement that is marked answers as another does, and one plan of it is kept', async () => {
  const database = await newDatabase()
  const plans = await asActor(database, systemActor(), async (db) => {
    for (const [a, b] of [
      [1, 2],
      [20, 22],
    ] as const) {
      const { rows } = await sql<{ sum: number }>`${keptPlan}select ${a}::integer + ${b}::integer as sum`.execute(
        view(db),
      )
      expect(rows).toEqual([{ sum: a + b }])
    }
    const { rows } = await sql<{
      name: string
    }>`select name from pg_prepared_statements where name like 'kept-%'`.execute(view(db))
    return rows.length
  })
  expect(plans).toBe(1)
})

test('a statement that fails says so and leaves the connection to the next', async () => {
  const database = await newDatabase()
  const divided = (by: number) =>
    asActor(database, systemActor(), (db) =>
      sql<{ part: number }>`${keptPlan}select 6 / ${by}::integer as part`.execute(view(db)),
    )
  await expect(divided(0)).rejects.toThrow('division by zero')
  expect((await divided(2)).rows).toEqual([{ part: 3 }])
})
