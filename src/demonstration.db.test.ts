import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { newDatabase } from '../test/support/new-database.ts'
import { openDemonstration } from '../test/support/new-demonstration.ts'
import { newPartnership } from '../test/support/new-partnership.ts'
import { clearDemonstration } from './clear-demonstration.ts'
import { allPartnerships, publicActor, systemActor } from './core/auth/index.ts'
import { readConfig } from './core/config/index.ts'
import { asActor, type Database } from './core/db/index.ts'
import { fileInMemory } from './core/import/index.ts'
import { record, sharedChain, verifyLedger } from './core/ledger/index.ts'
import { isDemonstrationLoaded, loadDemonstration, shouldLoadDemonstration } from './demonstration.ts'
import { importRegister, serviceHistory, sumOf, tallyOf } from './providers/index.ts'

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

/** One that was loaded into an empty database. */
async function demonstration(): Promise<Database> {
  const database = await openDemonstration()
  onTestFinished(() => database.close())
  return database
}

/** The number of a service that was sold, and the one before. */
function saleOf(regulator: string): string[] {
  const lines = readFileSync(new URL('../demo/registers/successions.csv', import.meta.url), 'utf8').split('\n')
  return (
    lines
      .find((line) => line.startsWith(`${regulator},`))
      ?.split(',')
      .slice(1, 3) ?? []
  )
}

const registerOf = (database: Database, area: string) => asActor(database, publicActor, (db) => tallyOf(db, area))

test('its invented registers agree with what is printed, give way for good to a real one, and stay away once cleared', async () => {
  const database = await demonstration()
  const lancashire = await registerOf(database, 'E10000017')
  const homes = lancashire?.rows.filter((row) => row.places > 0) ?? []
  expect(lancashire).toMatchObject({ asOf: '2025-06-30', demonstration: true, sourceKey: 'invented-register' })
  expect(sumOf(homes).places).toBe(10_240)
  expect(sumOf(homes.filter((row) => row.inHouse))).toMatchObject({ services: 17, places: 717 })
  const [number = '', earlierNumber] = saleOf('cqc')
  const history = await asActor(database, publicActor, (db) => serviceHistory(db, 'cqc', number))
  expect(history.line).toMatchObject([{ number, earlierNumber, on: '2025-03-01' }])
  const real = [
    'CSNumber,CareService,Subtype,ServiceType,ServiceName,ServiceStatus,Council_Area_Name,Client_group,Registered_Places',
    'CS2099000001,Care Home Service,Older People,Private,Example House,Active,West Lothian,Adults,40',
  ]
  const file = fileInMemory('real.csv', new TextEncoder().encode(`${real.join('\n')}\n`))
  const at = clock.now()
  await importRegister(database, file, { regulator: 'care-inspectorate', asOf: '2025-05-31', at, yes: true })
  await loadDemonstration(database, clock)
  const westLothian = await registerOf(database, 'S12000040')
  expect(westLothian).toMatchObject({ asOf: '2025-05-31', demonstration: false })
  expect(sumOf(westLothian?.rows ?? [])).toMatchObject({ services: 1, places: 40 })
  expect((await registerOf(database, 'S12000018'))?.demonstration).toBe(true)
  await clearDemonstration(database, clock)
  expect(await registerOf(database, 'S12000018')).toBeUndefined()
  expect(await registerOf(database, 'E10000017')).toBeUndefined()
  expect(sumOf((await registerOf(database, 'S12000040'))?.rows ?? []).places).toBe(40)
  expect(await shouldLoadDemonstration(database, embedded)).toBe(false)
  expect(await shouldLoadDemonstration(database, asked)).toBe(true)
}, 600_000)

test('clearing it takes it away and leaves everyone else’s, and it stays away until it is asked for', async () => {
  const database = await demonstration()
  const own = await newPartnership(database, { areaCode: 'S12000005' })
  const staff = systemActor(own.id)
  const happening = { event: 'test.happened', subject: { kind: 'test', id: '1' }, payload: { kept: true } }
  await asActor(database, staff, (db) => record(db, staff, clock.now(), happening))
  const cleared = await clearDemonstration(database, clock)
  expect(cleared.partnerships).toBe(4)
  expect(cleared.rows).toBeGreaterThan(100)
  expect(await slugs(database)).toEqual([own.slug])
  expect(await asActor(database, staff, (db) => verifyLedger(db, own.id))).toMatchObject({ ok: true, entries: 1 })
  expect((await asActor(database, systemActor(), (db) => verifyLedger(db, sharedChain))).ok).toBe(true)
  expect(await clearDemonstration(database, clock)).toEqual({ partnerships: 0, rows: 0 })
}, 600_000)

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
}, 600_000)
