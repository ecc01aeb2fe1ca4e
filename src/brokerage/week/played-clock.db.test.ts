import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import type { Database } from '../../core/db/index.ts'
import { dueWork } from '../offers/commands/due-work.ts'
import { turnDays } from '../placements/commands/turn-days.ts'
import { tellDueSpells } from '../unmet/commands/tell-due-spells.ts'
import { endPlayed, keepPlayed } from './commands/keep-played.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

const later = (minutes: number) => minutesOn(60 * 24 * 3 + minutes)

test('while days are played, nothing falls due by a later clock; the player’s own goes on, and a player that is gone is not waited for', async () => {
  const { id } = world.partnership
  await world.open(await world.askPackage())
  await keepPlayed(database, id, monday, later(0))
  expect(await dueWork(database, later(0), id)).toMatchObject({ lapsed: 0 })
  expect(await turnDays(database, later(0), id)).toBe(0)
  expect(await tellDueSpells(database, later(0), id)).toBe(0)
  expect(await dueWork(database, monday, id)).toMatchObject({ lapsed: 0 })
  await keepPlayed(database, id, minutesOn(180), later(0))
  expect(await dueWork(database, minutesOn(180), id)).toMatchObject({ lapsed: 1 })
  expect(await dueWork(database, later(2), id), 'the player was not heard of for two minutes').toMatchObject({
    lapsed: 1,
  })
  await keepPlayed(database, id, monday, later(3))
  expect((await dueWork(database, later(3), id)).lapsed).toBe(0)
  await endPlayed(database, id)
  expect((await dueWork(database, later(2 * 24 * 60), id)).lapsed).toBeGreaterThan(0)
})
