import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database, partnershipTable, tables } from '../db/index.ts'
import { type Id, newId } from '../values/index.ts'
import { asAt, type HistoryRow, historyTable, type Period, recordHistories, recordHistory } from './index.ts'

const prices = tables<{ price: HistoryRow & { pence: number } }>()

let database: Database
beforeAll(async () => {
  database = await openNew()
  await historyTable(ownerOf(database), 'price', 'pence integer not null')
  await partnershipTable(ownerOf(database), 'price')
})
afterAll(() => database.close())

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

async function priced() {
  const { id } = await newPartnership(database)
  const subjectId = newId()
  const set = (pence: number, held: Period, at: Date) =>
    asActor(database, systemActor(id), (db) =>
      recordHistory(db, 'price', { partnershipId: id, subjectId, held, values: { pence } }, at),
    )
  const shown = (held: string, known: Date): Promise<number | undefined> =>
    asActor(database, systemActor(id), async (db) => {
      const rows = await prices(db)
        .selectFrom('price as p')
        .select('p.pence')
        .where('p.partnership_id', '=', id)
        .where('p.subject_id', '=', subjectId)
        .where(asAt('p', held, known))
        .execute()
      expect(rows.length).toBeLessThan(2)
      return rows[0]?.pence
    })
  return { id: id as Id, set, shown }
}
const year = { from: '2026-04-01', until: '2027-04-01' }

test('what we showed on a day has an answer after a correction', async () => {
  const { set, shown } = await priced()
  await set(2100, year, noon('2026-04-02'))
  await set(2250, { from: '2026-10-01', until: null }, noon('2026-11-20'))
  // On 10 November we showed the old price for that very day; now we know better, and of the summer no different.
  expect(await shown('2026-11-10', noon('2026-11-10'))).toBe(2100)
  expect(await shown('2026-11-10', noon('2026-11-24'))).toBe(2250)
  expect(await shown('2026-06-01', noon('2026-11-24'))).toBe(2100)
  expect(await shown('2028-01-01', noon('2026-11-24'))).toBe(2250)
  expect(await shown('2028-01-01', noon('2026-11-10'))).toBeUndefined()
  expect(await shown('2026-06-01', noon('2026-04-01'))).toBeUndefined()
})

test('a correction in the middle leaves the days on both sides as they were', async () => {
  const { set, shown } = await priced()
  await set(2100, year, noon('2026-04-02'))
  await set(1900, { from: '2026-07-01', until: '2026-08-01' }, noon('2026-09-01'))
  const now = noon('2026-09-02')
  expect(await shown('2026-06-30', now)).toBe(2100)
  expect(await shown('2026-07-01', now)).toBe(1900)
  expect(await shown('2026-07-31', now)).toBe(1900)
  expect(await shown('2026-08-01', now)).toBe(2100)
})

test('a second correction at the same instant takes the place of the first', async () => {
  const { set, shown } = await priced()
  await set(1, year, noon('2026-04-02'))
  await set(2, year, noon('2026-04-02'))
  expect(await shown('2026-05-01', noon('2026-04-02'))).toBe(2)
})

test('what is known cannot be changed from before it was known', async () => {
  const { set } = await priced()
  await set(1, year, noon('2026-04-02'))
  await expect(set(2, year, noon('2026-04-01'))).rejects.toThrow('Something later is already known')
})

test('the database itself refuses two answers for one day', async () => {
  const { id } = await priced()
  const subject = newId()
  const row = () => ({
    partnership_id: id,
    id: newId(),
    subject_id: subject,
    pence: 1,
    held: '[2026-01-01,)',
    known: '[2026-01-01,)',
  })
  const insert = asActor(database, systemActor(id), (db) =>
    prices(db).insertInto('price').values([row(), row()]).execute(),
  )
  await expect(insert).rejects.toThrow(/exclusion constraint/)
})

test('two who correct the same days at the same time do not both win in silence', async () => {
  const { set, shown } = await priced()
  await set(1, year, noon('2026-04-02'))
  const results = await Promise.allSettled([set(2, year, noon('2026-05-01')), set(3, year, noon('2026-05-02'))])
  const refused = results.filter((result) => result.status === 'rejected')
  for (const { reason } of refused) expect(reason).toMatchObject({ name: 'MercatError', kind: 'conflict' })
  expect(await shown('2026-06-01', noon('2026-06-01'))).toBe(results[1]?.status === 'fulfilled' ? 3 : 2)
})

test('hundreds of subjects are written at once, and each keeps the days that the new price leaves over', async () => {
  const { id } = await newPartnership(database)
  const subjects = Array.from({ length: 1200 }, () => newId())
  const all = (pence: number | null, held: Period, at: Date) =>
    asActor(database, systemActor(id), (db) => {
      const values = pence === null ? null : { pence }
      const facts = subjects.map((subjectId) => ({ subjectId, held, values }))
      return recordHistories(db, 'price', id, facts, at)
    })
  const shown = async (day: string) => {
    const rows = await asActor(database, systemActor(id), (db) =>
      prices(db)
        .selectFrom('price as p')
        .select('p.pence')
        .where('p.partnership_id', '=', id)
        .where(asAt('p', day, noon('2027-01-01')))
        .execute(),
    )
    return { rows: rows.length, pence: [...new Set(rows.map((row) => row.pence))] }
  }
  await all(2100, year, noon('2026-04-02'))
  await all(2200, { from: '2026-10-01', until: '2026-11-01' }, noon('2026-09-02'))
  await all(null, { from: '2027-01-01', until: null }, noon('2026-09-03'))
  expect(await shown('2026-09-30')).toEqual({ rows: 1200, pence: [2100] })
  expect(await shown('2026-10-31')).toEqual({ rows: 1200, pence: [2200] })
  expect(await shown('2026-12-31')).toEqual({ rows: 1200, pence: [2100] })
  expect(await shown('2027-01-01')).toEqual({ rows: 0, pence: [] })
})
