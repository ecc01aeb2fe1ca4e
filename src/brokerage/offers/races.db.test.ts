import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { races } from '../../../test/support/races/index.ts'
import { runRaces } from '../../../test/support/races/run.ts'
import type { Database } from '../../core/db/index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

// The embedded database does one transaction at a time, so that a few of each kind show all there is to see.
const kinds = Object.keys(races).length

test('every race has one outcome, and what it leaves behind fits together', { timeout: 600_000 }, async () => {
  const embedded = database.engine.kind === 'embedded'
  const count = embedded ? kinds : Number(process.env.RACES ?? 200)
  const worlds = embedded
    ? [await newBrokerage(database)]
    : [await newBrokerage(database), await newBrokerage(database)]
  const { raced, wrong } = await runRaces(worlds, count)
  expect(wrong).toEqual([])
  expect(Object.values(raced).reduce((sum, one) => sum + one, 0)).toBe(count)
})
