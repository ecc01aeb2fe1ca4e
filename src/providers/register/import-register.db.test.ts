import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { columns, csv, emptyRegister, keptRegister, line, many } from '../../../test/support/made-up-register.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { fileInMemory, fileOnDisk } from '../../core/import/index.ts'
import { ledgerVersion } from '../../core/ledger/index.ts'
import { newId } from '../../core/values/index.ts'
import { importRegister, type RegisterImport } from './import-register.ts'
import { registerSummary } from './queries/tally.ts'
import { registers } from './schema.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())
beforeEach(() => emptyRegister(database))

const at = new Date('2026-11-22T12:00:00Z')

const load = (content: string, asOf: string, options: Partial<RegisterImport> = {}, name = 'register.csv') =>
  importRegister(database, fileInMemory(name, content), { regulator: 'care-inspectorate', asOf, at, ...options })

const version = () => asActor(database, publicActor, (db) => ledgerVersion(db, newId()))
const summary = (asOf: string, area = 'S12000040') =>
  asActor(database, publicActor, (db) => registerSummary(db, { area, asOf }))

const may = '2025-05-31'
const june = '2025-06-30'
const july = '2025-07-31'

test('a register is taken, and taken again nothing is written', async () => {
  const content = csv(many(30))
  const first = await load(content, may)
  expect(first).toMatchObject({
    read: 30,
    added: 30,
    changed: 0,
    unchanged: 0,
    closed: 0,
    rejectedRows: 0,
    applied: true,
  })
  expect(await summary(may)).toMatchObject({ adultActive: 30, careHomesOlder: 30, careHomesOlderPlaces: 600 })
  const [before, at1] = [await keptRegister(database), await version()]
  expect(await load(content, may)).toMatchObject({
    read: 30,
    added: 0,
    changed: 0,
    unchanged: 30,
    closed: 0,
    applied: true,
  })
  expect(await keptRegister(database)).toEqual(before)
  expect(await version()).toEqual(at1)
  expect(before.incoming).toBe(0)
})

test('the next month tells what is new, changed and gone, and a correction of the same day replaces it', async () => {
  await load(csv(many(5)), may)
  const next = csv([...many(3), { number: 3, places: 25 }, { number: 9 }])
  expect(await load(next, june)).toMatchObject({ read: 5, added: 1, changed: 1, unchanged: 3, closed: 1 })
  expect((await keptRegister(database)).details).toBe(7)
  const corrected = csv([...many(3), { number: 3, places: 26 }, { number: 9 }])
  expect(await load(corrected, june)).toMatchObject({ added: 0, changed: 1, unchanged: 4, closed: 0 })
  const { details, entries, coverage } = await keptRegister(database)
  expect({ details, entries: entries.length }).toEqual({ details: 7, entries: 10 })
  expect(coverage.map(({ asOf, services }) => [asOf, services])).toEqual([
    [may, 5],
    [june, 5],
  ])
  expect(await summary(may)).toMatchObject({ careHomesOlderPlaces: 100 })
  expect(await summary(june)).toMatchObject({ careHomesOlderPlaces: 106 })
})

test('a dry run says the true counts and changes nothing', async () => {
  await load(csv(many(5)), may)
  const [before, then] = [await keptRegister(database), await version()]
  const next = csv([...many(4), { number: 9 }])
  const dry = await load(next, june, { dryRun: true })
  expect(dry).toMatchObject({ dryRun: true, applied: true, added: 1, unchanged: 4, closed: 1 })
  expect(await keptRegister(database)).toEqual(before)
  expect(await version()).toEqual(then)
  expect(await load(next, june)).toEqual({ ...dry, dryRun: false })
})

test('bad rows are told and the others taken, or none where all or nothing was asked', async () => {
  const content = csv([{ number: 1 }, { number: 2 }, { number: 1, places: 9 }]).concat(
    ',,,,,,,,,,,,,\n',
    'x,y\n',
    line({ number: 3 }),
    '\n',
  )
  expect(await load(content, may, { allOrNothing: true })).toMatchObject({ applied: false, added: 0, rejectedRows: 2 })
  expect((await keptRegister(database)).entries).toEqual([])
  const report = await load(content, may)
  expect(report).toMatchObject({ read: 5, added: 3, rejectedRows: 2, applied: true })
  expect(report.rejected).toEqual([
    { line: 4, column: null, reason: 'This repeats line 2.' },
    { line: 6, column: null, reason: 'This row has 2 of 14 columns; the file may be cut short.' },
  ])
  expect(await summary(may)).toMatchObject({ careHomesOlderPlaces: 60 })
})

test('what is odd is kept and flagged, an unknown area once for all its services', async () => {
  const elsewhere = many(3, { council: 'Outside Scotland' }, 10)
  const report = await load(csv([{ number: 1, more: { TotalBeds: '22' } }, ...elsewhere]), may)
  expect(report).toMatchObject({ added: 4, rejectedRows: 0, flaggedRows: 2 })
  expect(report.flagged).toEqual([
    { line: 2, column: 'TotalBeds', reason: 'There are 22 beds and 20 registered places.' },
    {
      line: 3,
      column: 'Council_Area_Name',
      reason: '“Outside Scotland” is not an area that is known here; its services are kept without one.',
    },
  ])
  expect((await keptRegister(database)).coverage.map(({ council, services }) => [council, services])).toEqual([
    ['Outside Scotland', 3],
    ['S12000040', 1],
  ])
})

test('files of several councils make up one day, in any order, and a provider is as large as its services in all of them', async () => {
  const [west, east] = [csv(many(3, { provider: 7 })), csv(many(4, { provider: 7, council: 'East Lothian' }, 10))]
  await load(west, may)
  await load(east, may)
  const one = await keptRegister(database)
  expect(one.tally).toMatchObject([
    { council: 'S12000010', provider_size: 'medium', services: 4 },
    { council: 'S12000040', provider_size: 'medium', services: 3 },
  ])
  await emptyRegister(database)
  await load(east, may)
  await load(west, may)
  expect(await keptRegister(database)).toEqual(one)
})

test('a service that two files of one day place in different councils stands where the later file says', async () => {
  await load(csv(many(3)), may)
  await load(csv([{ number: 2, council: 'East Lothian' }]), may)
  const { coverage, tally } = await keptRegister(database)
  expect(coverage.map(({ council, services }) => [council, services])).toEqual([
    ['S12000010', 1],
    ['S12000040', 2],
  ])
  expect(tally).toMatchObject([{ services: 1 }, { services: 2 }])
})

/** The whole content of the register in each order of the months that it is loaded in. */
const month = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 8 }),
    council: fc.constantFrom('West Lothian', 'East Lothian', ''),
    provider: fc.integer({ min: 1, max: 3 }),
    places: fc.integer({ min: 0, max: 3 }),
    grade: fc.constantFrom('', 'NA', '3', '4.0', 'odd'),
  }),
  { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
)

test('the order in which months come does not matter to what the register of a day says', async () => {
  const days = [may, june, july]
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(month, month, month),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      async (months, order) => {
        const inOrder = async (indexes: readonly number[]) => {
          await emptyRegister(database)
          for (const index of indexes) {
            const report = await load(csv(months[index] ?? []), days[index] ?? '', { yes: true })
            const { read, added, changed, unchanged, rejectedRows } = report
            expect(added + changed + unchanged + rejectedRows).toBe(read)
          }
          return keptRegister(database)
        }
        expect(await inOrder(order)).toEqual(await inOrder([0, 1, 2]))
      },
    ),
    { numRuns: 8 },
  )
})

test('a column of another name is read where the mapping says so', async () => {
  const hundred = csv(many(100))
  const renamed = hundred.replace('ServiceStatus', 'Purple')
  expect(await load(renamed, may, { mapping: { status: 'Purple' } })).toMatchObject({ added: 100 })
  await expect(load(hundred, june, { mapping: { status: 'Purple' } })).rejects.toThrow(
    'The file has no column “Purple”, which was to be read as “ServiceStatus”.',
  )
})

test('a header with no rows under it is applied nothing of', async () => {
  const report = await load(`${columns.join(',')}\n`, may)
  expect(report).toMatchObject({ read: 0, applied: false })
  expect(report.rejected[0]?.reason).toContain('no rows under it')
})

test('rows that a crash left on their way in are gone after the next import', async () => {
  await asActor(database, systemActor(), (db) =>
    registers(db)
      .insertInto('register_incoming')
      .values({
        import_id: newId(),
        number: 'CS1',
        line: 2,
        council: '',
        digest: '',
        detail: sql`'{}'::jsonb`,
        arrived_at: at,
      })
      .execute(),
  )
  await load(csv(many(2)), may)
  const { incoming, entries } = await keptRegister(database)
  expect({ incoming, entries: entries.length }).toEqual({ incoming: 0, entries: 2 })
})

test('imports that are started together come one after another', async () => {
  await Promise.all([load(csv(many(5)), may), load(csv(many(6)), june), load(csv(many(5)), may)])
  expect((await keptRegister(database)).coverage.map(({ asOf, services }) => [asOf, services])).toEqual([
    [may, 5],
    [june, 6],
  ])
})

test('an invented register gives way to a real one', async () => {
  const invented = { demonstration: true, yes: true, source: 'An invented register' }
  await load(csv([...many(5, {}, 50), ...many(3, { council: 'East Lothian' }, 60)]), may, invented)
  expect(await load(csv(many(4)), june)).toMatchObject({ added: 4, closed: 0 })
  expect((await keptRegister(database)).coverage).toMatchObject([
    { council: 'S12000010', asOf: may, demonstration: true, services: 3 },
    { council: 'S12000040', asOf: june, demonstration: false, services: 4 },
  ])
  const again = await load(csv([...many(5, {}, 50), ...many(2, { council: 'East Lothian' }, 60)]), july, invented)
  expect(again).toMatchObject({ read: 7, unchanged: 7, added: 0, closed: 1 })
  expect(again.flagged).toEqual([
    {
      line: 0,
      column: null,
      reason: 'The real register of West Lothian is known, so these invented services were left out.',
    },
  ])
  expect(await summary(july)).toMatchObject({ asOf: june, adultActive: 4 })
})

test('the directory of the Care Quality Commission is taken without what is no care service', async () => {
  const header = [
    'Location ID,Location Name,Care home?,Care homes beds,Location Local Authority,Location District',
    'Location Latest Overall Rating,Provider ID,Provider Name,Provider Ownership Type',
    'Service type - Care home service with nursing,Service type - Domiciliary care service,Service type - Dental service',
    'Service user band - Older People,Service user band - Dementia',
  ].join(',')
  const rows = [
    '1-1,Example Court,Y,40,Lancashire,Burnley,Good,1-9,Example Care Ltd,Organisation,Y,,,Y,Y',
    '1-2,Example Visits,N,,Lancashire,,Outstanding,1-9,Example Care Ltd,Organisation,,Y,,Y,',
    '1-3,Example Dental,N,,Lancashire,Burnley,,1-8,Example Teeth Ltd,Organisation,,,Y,,',
    '1-4,Example Lodge,Y,10,Farawayshire,,Good,1-7,Example Lodge Ltd,Organisation,Y,,,Y,Y',
  ]
  const content = ['Care directory with filters', '', header, ...rows].join('\n')
  const report = await load(content, may, { regulator: 'cqc' }, 'HSCA_Active_Locations.csv')
  expect(report).toMatchObject({ read: 4, added: 3, passedOver: 1, rejectedRows: 0, flaggedRows: 1, applied: true })
  expect(await summary(may, 'E10000017')).toMatchObject({
    adultActive: 2,
    byType: { 'Care home service with nursing': 1, 'Domiciliary care service': 1 },
    careHomesOlder: 1,
    careHomesOlderPlaces: 40,
  })
  expect(await summary(may, 'E07000117')).toMatchObject({ adultActive: 1 })
})

const data = fileURLToPath(new URL('../../../../shared/data/registers/', import.meta.url))

// Official files stand beside the project, not in it.
describe.skipIf(!existsSync(data))('with official files', () => {
  test('every row of the registers of three councils is there, by a count that adds up, and again nothing changes', async () => {
    for (const again of [false, true]) {
      for (const [council, rows] of [
        ['west-lothian', 144],
        ['inverclyde', 68],
        ['east-lothian', 77],
      ] as const) {
        const file = await fileOnDisk(`${data}ci_datastore_2025-05-31_${council}.csv`)
        const report = await importRegister(database, file, { regulator: 'care-inspectorate', asOf: may, at })
        expect(report).toMatchObject({
          read: rows,
          added: again ? 0 : rows,
          changed: 0,
          unchanged: again ? rows : 0,
          closed: 0,
          rejectedRows: 0,
        })
      }
    }
    expect((await keptRegister(database)).entries).toHaveLength(144 + 68 + 77)
    expect(await summary('2025-06-15')).toMatchObject({ asOf: may, careHomesOlder: 17, careHomesOlderPlaces: 951 })
    expect(await summary(may, 'S12000018')).toMatchObject({ careHomesOlder: 13, careHomesOlderPlaces: 683 })
    expect(await summary(may, 'S12000010')).toMatchObject({ careHomesOlder: 16, careHomesOlderPlaces: 782 })
  })
})
