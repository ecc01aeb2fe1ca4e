import { expect, test } from 'vitest'
import { newDatabase } from '../test/support/new-database.ts'
import { newPartnership } from '../test/support/new-partnership.ts'
import { clearDemonstration } from './clear-demonstration.ts'
import { allPartnerships, publicActor, systemActor } from './core/auth/index.ts'
import { readConfig } from './core/config/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { record, sharedChain, verifyLedger } from './core/ledger/index.ts'
import { isDemonstrationLoaded, loadDemonstration, shouldLoadDemonstration } from './demonstration.ts'

const clock = { now: () => new Date('2026-11-22T18:00:00Z') }
const embedded = readConfig({}, '.')
const asked = readConfig({ MERCAT_DEMO: '1' }, '.')
const refused = readConfig({ MERCAT_DEMO: '0' }, '.')
const postgres = readConfig({ DATABASE_URL: 'postgres://localhost/mercat' }, '.')

const slugs = async (database: Database) =>
  (await asActor(database, publicActor, allPartnerships)).map(({ slug }) => slug).toSorted()

test('it is loaded by itself only into an empty embedded folder, otherwise when asked', async () => {
  const database = await newDatabase()
  const should = await Promise.all(
    [embedded, asked, refused, postgres].map((config) => shouldLoadDemonstration(database, config)),
  )
  expect(should).toEqual([true, true, false, false])
  await newPartnership(database)
  expect(await shouldLoadDemonstration(database, embedded)).toBe(false)
  expect(await shouldLoadDemonstration(database, asked)).toBe(false)
})

test('a load that was cut off is known for one, and loading again makes it whole', async () => {
  const database = await newDatabase()
  let steps = 0
  const cutOff = loadDemonstration(database, clock, () => {
    steps += 1
    if (steps > 6) throw new Error('cut off')
  })
  await expect(cutOff).rejects.toThrow('cut off')
  expect(await isDemonstrationLoaded(database)).toBe(true)
  expect(await shouldLoadDemonstration(database, embedded)).toBe(true)
  const first = await loadDemonstration(database, clock)
  expect(await shouldLoadDemonstration(database, embedded)).toBe(false)
  expect(await loadDemonstration(database, clock)).toEqual(first)
  expect(await slugs(database)).toEqual(['east-lothian', 'inverclyde', 'lancashire', 'west-lothian'])
}, 60_000)

test('clearing it takes it away and leaves everyone else’s, and it stays away until it is asked for', async () => {
  const database = await newDatabase()
  const own = await newPartnership(database, { areaCode: 'S12000005' })
  const staff = systemActor(own.id)
  const happening = { event: 'test.happened', subject: { kind: 'test', id: '1' }, payload: { kept: true } }
  await asActor(database, staff, (db) => record(db, staff, clock.now(), happening))
  await loadDemonstration(database, clock)
  const cleared = await clearDemonstration(database, clock)
  expect(cleared.partnerships).toBe(4)
  expect(cleared.rows).toBeGreaterThan(100)
  expect(await slugs(database)).toEqual([own.slug])
  expect(await asActor(database, staff, (db) => verifyLedger(db, own.id))).toMatchObject({ ok: true, entries: 1 })
  expect((await asActor(database, systemActor(), (db) => verifyLedger(db, sharedChain))).ok).toBe(true)
  expect(await clearDemonstration(database, clock)).toEqual({ partnerships: 0, rows: 0 })
}, 60_000)

test('an empty folder from which it was cleared is not filled again by itself', async () => {
  const database = await newDatabase()
  await loadDemonstration(database, clock)
  await clearDemonstration(database, clock)
  expect(await shouldLoadDemonstration(database, embedded)).toBe(false)
  expect(await shouldLoadDemonstration(database, asked)).toBe(true)
}, 60_000)
