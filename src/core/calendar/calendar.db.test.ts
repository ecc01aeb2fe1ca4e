import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Actor, publicActor, systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database } from '../db/index.ts'
import { newId } from '../values/index.ts'
import { nationalCalendars } from './bank-holidays/nations.ts'
import { calendarOf, calendarOfPartnership, isWorkingDay, loadCalendars, saveLocalHoliday } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

test('the calendars that the database gives are those of the law, for anyone', async () => {
  const found = await asActor(database, publicActor, async (db) => [
    await calendarOf(db, 'scotland'),
    await calendarOf(db, 'england'),
  ])
  expect(found).toEqual(nationalCalendars)
})

test('loading again changes no row, and mends one that differs', async () => {
  const versions = () =>
    sql<{
      at: string
    }>`select string_agg(xmin::text, ',' order by nation, on_date) as at from calendar_holiday`.execute(
      ownerOf(database),
    )
  const load = () => asActor(database, systemActor(), loadCalendars)
  const before = await versions()
  await load()
  expect((await versions()).rows).toEqual(before.rows)
  await sql`insert into calendar_holiday values ('england', '2026-07-01', 'Nothing', null)`.execute(ownerOf(database))
  await sql`update calendar_holiday set name = 'Wrong' where on_date = '2026-12-25'`.execute(ownerOf(database))
  await load()
  expect(await asActor(database, publicActor, (db) => calendarOf(db, 'england'))).toEqual(nationalCalendars[1])
})

test('a local holiday holds for its partnership only', async () => {
  const [mine, theirs] = [await newPartnership(database), await newPartnership(database)]
  const staff: Actor = { kind: 'staff', accountId: newId(), partnershipId: mine.id, roles: ['administrator'] }
  await asActor(database, staff, (db) => saveLocalHoliday(db, mine.id, { date: '2026-06-09', name: 'Marches' }))
  const [here, there] = await asActor(database, publicActor, async (db) => [
    await calendarOfPartnership(db, { id: mine.id, nation: 'scotland' }),
    await calendarOfPartnership(db, { id: theirs.id, nation: 'scotland' }),
  ])
  expect(isWorkingDay(here, '2026-06-09')).toBe(false)
  expect(isWorkingDay(there, '2026-06-09')).toBe(true)
  await expect(
    asActor(database, staff, (db) => saveLocalHoliday(db, theirs.id, { date: '2026-06-09', name: 'Forged' })),
  ).rejects.toThrow(/row-level security/)
})
