import { sql } from 'kysely'
import { systemActor } from '../../src/core/auth/index.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { asActor, type Database, type Db, sharedTable, tables } from '../../src/core/db/index.ts'
import { doubtful, type Layout, runImport, wholeNumber } from '../../src/core/import/index.ts'
import type { ImportKind } from '../../src/core/importing/index.ts'

interface Bed {
  home: string
  beds: number
}

const view = tables<{ bed: Bed }>()

/** Makes the table that the files of a test are imported into. */
export async function makeBeds(database: Database): Promise<void> {
  await sql`create table bed (home text primary key, beds integer not null)`.execute(ownerOf(database))
  await sharedTable(ownerOf(database), 'bed')
}

/** What stands in it, by home. */
export const bedsIn = async (database: Database): Promise<Record<string, number>> => {
  const rows = await asActor(database, systemActor(), (db) => view(db).selectFrom('bed').selectAll().execute())
  return Object.fromEntries(rows.map(({ home, beds }) => [home, beds]))
}

/** A kind of import for tests: beds by home. More than 500 in one home are doubted; `during` happens while it is read. */
export const bedsKind = (during: () => Promise<void> = async () => {}): ImportKind => ({
  key: 'beds',
  title: 'Beds',
  what: 'Beds by home, for tests.',
  shared: false,
  format: 'csv',
  choices: [{ name: 'as-of', kind: 'date', label: 'Day that the file pictures' }],
  columns: () => layoutOf(false).columns([]),
  example: { Home: 'Example House', Beds: '20', Note: '' },
  run: async (database, { file, options }) => {
    options.onProgress?.({ rows: 1 })
    await during()
    return runImport(database, systemActor(), layoutOf(options.yes === true), file, options)
  },
  shownOn: (slug) => ({ text: 'See the beds', href: `/${slug}` }),
})

const layoutOf = (yes: boolean): Layout<Bed, undefined> => ({
  columns: () => [
    { key: 'home', names: ['Home'] },
    { key: 'beds', names: ['Beds'] },
    { key: 'note', names: ['Note'], optional: true },
  ],
  known: async () => undefined,
  read: (row) => {
    const beds = wholeNumber(row.cell('beds'))
    if (beds !== undefined) return { value: { home: row.cell('home'), beds } }
    return { problems: [{ column: row.nameOf('beds'), reason: `“${row.cell('beds')}” is not a count.` }] }
  },
  keyOf: ({ home }) => home,
  apply: (db, rows) => apply(db, rows, yes),
})

async function apply(db: Db, rows: readonly Bed[], yes: boolean) {
  const large = rows.find(({ beds }) => beds > 500)
  if (large && !yes) throw doubtful(`${large.home} has ${large.beds} beds.`)
  const before = new Map((await view(db).selectFrom('bed').selectAll().execute()).map((bed) => [bed.home, bed.beds]))
  const fresh = rows.filter((row) => before.get(row.home) !== row.beds)
  if (fresh.length > 0) {
    await view(db)
      .insertInto('bed')
      .values([...fresh])
      .onConflict((conflict) => conflict.column('home').doUpdateSet(({ ref }) => ({ beds: ref('excluded.beds') })))
      .execute()
  }
  const changed = fresh.filter((row) => before.has(row.home)).length
  return { added: fresh.length - changed, changed, unchanged: rows.length - fresh.length }
}
