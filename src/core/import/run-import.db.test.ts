import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openNew } from '../../../test/support/new-database.ts'
import { systemActor } from '../auth/index.ts'
import { ownerOf } from '../db/database.ts'
import { asActor, type Database, sharedTable, tables } from '../db/index.ts'
import { fileInMemory, type ImportOptions, type Layout, runImport, wholeNumber } from './index.ts'

interface Bed {
  home: string
  beds: number
}

const beds = tables<{ bed: Bed }>()

/** A small layout of its own: beds by home. */
const layout: Layout<Bed, undefined> = {
  columns: () => [
    { key: 'home', names: ['Home', 'care home'] },
    { key: 'beds', names: ['Beds', /^beds \d{4}$/i] },
    { key: 'note', names: ['Note'], optional: true },
  ],
  known: async () => undefined,
  read: (row) => {
    const count = wholeNumber(row.cell('beds'))
    if (count !== undefined) return { value: { home: row.cell('home'), beds: count } }
    return { problems: [{ column: row.nameOf('beds'), reason: `“${row.cell('beds')}” is not a count.` }] }
  },
  keyOf: (bed) => bed.home,
  apply: async (db, rows) => {
    const before = new Map((await beds(db).selectFrom('bed').selectAll().execute()).map((bed) => [bed.home, bed.beds]))
    const fresh = rows.filter((row) => before.get(row.home) !== row.beds)
    if (fresh.length > 0) {
      await beds(db)
        .insertInto('bed')
        .values([...fresh])
        .onConflict((conflict) => conflict.column('home').doUpdateSet(({ ref }) => ({ beds: ref('excluded.beds') })))
        .execute()
    }
    const changed = fresh.filter((row) => before.has(row.home)).length
    return { added: fresh.length - changed, changed, unchanged: rows.length - fresh.length }
  },
}

let database: Database
beforeAll(async () => {
  database = await openNew()
  await sql`create table bed (home text primary key, beds integer not null)`.execute(ownerOf(database))
  await sharedTable(ownerOf(database), 'bed')
})
beforeEach(() => sql`delete from bed`.execute(ownerOf(database)))
afterAll(() => database.close())

const load = (content: string | Uint8Array, options?: ImportOptions) =>
  runImport(database, systemActor(), layout, fileInMemory('beds.csv', content), options)
const stored = () =>
  asActor(database, systemActor(), (db) =>
    beds(db).selectFrom('bed').select(['home', 'beds']).orderBy('home').execute(),
  )

const good = 'Home,Beds\nAlder,20\nBirch,1 2\nCedar,"1,030"\n'

test('good rows are taken when others are bad, and each bad one is told by line, column and reason', async () => {
  expect(await load(good)).toEqual({
    file: 'beds.csv',
    read: 3,
    added: 2,
    changed: 0,
    unchanged: 0,
    rejected: [{ line: 3, column: 'Beds', reason: '“1 2” is not a count.' }],
    rejectedRows: 1,
    dryRun: false,
    applied: true,
  })
  expect(await stored()).toEqual([
    { home: 'Alder', beds: 20 },
    { home: 'Cedar', beds: 1030 },
  ])
})

test('nothing is taken when all or nothing was asked and one row is bad', async () => {
  expect(await load(good, { allOrNothing: true })).toMatchObject({ applied: false, added: 0, rejectedRows: 1 })
  expect(await stored()).toEqual([])
})

test('a dry run counts what would happen and leaves nothing behind', async () => {
  expect(await load(good, { dryRun: true })).toMatchObject({ added: 2, rejectedRows: 1, dryRun: true, applied: true })
  expect(await stored()).toEqual([])
})

test('a second run finds everything as it is, and a changed row is counted as changed', async () => {
  await load(good)
  expect(await load(good)).toMatchObject({ added: 0, changed: 0, unchanged: 2, applied: true })
  expect(await load('Home,Beds\nAlder,21\nCedar,1030\n')).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
})

test('after much at once the engine knows how much its tables hold, so that it plans by it', async () => {
  const known = async () =>
    (
      await sql<{ rows: number }>`select reltuples::integer as rows from pg_class where relname = 'bed'`.execute(
        ownerOf(database),
      )
    ).rows[0]?.rows
  const file = (homes: number) =>
    ['Home,Beds', ...Array.from({ length: homes }, (_, n) => `Home ${n},${n + 1}`)].join('\n')
  await load(file(600), { dryRun: true })
  expect(await known()).not.toBe(600)
  await load(file(600))
  expect(await known()).toBe(600)
})

test('a row that repeats another is rejected and names the line of the first', async () => {
  const report = await load('Home,Beds\nAlder,20\nBirch,3\nAlder,25\n')
  expect(report.rejected).toEqual([{ line: 4, column: null, reason: 'This repeats line 2.' }])
  expect(await stored()).toHaveLength(2)
})

test('a missing column is named together with what was found, and other names of a column will do', async () => {
  await expect(load('Home,Places,\nAlder,20,\n')).rejects.toMatchObject({
    message: 'The column “Beds” is missing.',
    advice: 'The first row has: Home, Places.',
  })
  expect(await load('note,BEDS 2024,Care_Home\n,20,Alder\n')).toMatchObject({ added: 1 })
})

test('a file of a first row alone says that there are no rows', async () => {
  expect(await load('Home,Beds\n,\n')).toMatchObject({
    read: 0,
    rejected: [{ line: 0, column: null, reason: 'beds.csv has a first row and no rows under it.' }],
    rejectedRows: 0,
    applied: false,
  })
})

test('a row cut short and an open quotation mark are rejected, and the rows around them are taken', async () => {
  const report = await load('Home,Beds\nAlder,20\n"Birch,3\nCedar,4\nDogwood')
  expect(report.rejected.map(({ line, reason }) => [line, reason.split(';')[0]])).toEqual([
    [3, 'A quotation mark is opened here and never closed'],
    [5, 'This row has 1 of 2 columns'],
  ])
  expect((await stored()).map((bed) => bed.home)).toEqual(['Alder', 'Cedar'])
})

test('progress is told every thousand rows and at the end', async () => {
  const told: number[] = []
  const rows = Array.from({ length: 2500 }, (_, index) => `Home ${index},1`)
  await load(['Home,Beds', ...rows].join('\n'), { onProgress: ({ rows }) => told.push(rows) })
  expect(told).toEqual([1000, 2000, 2500])
})

test('the list of troubles is cut at a thousand, the count of rejected rows is not', async () => {
  const report = await load(`Home,Beds\n${'Alder,none\n'.repeat(1200)}`)
  expect([report.rejected.length, report.rejectedRows, report.applied]).toEqual([1000, 1200, false])
})

test('what fails while writing leaves nothing of the file behind', async () => {
  const failing = {
    ...layout,
    apply: async (...given: Parameters<typeof layout.apply>) => {
      await layout.apply(...given)
      throw new Error('The disk is full.')
    },
  }
  const file = fileInMemory('beds.csv', good)
  await expect(runImport(database, systemActor(), failing, file)).rejects.toThrow('The disk is full.')
  expect(await stored()).toEqual([])
})
