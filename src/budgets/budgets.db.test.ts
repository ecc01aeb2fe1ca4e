import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { publicActor, systemActor } from '../core/auth/index.ts'
import { asActor, type Database, type Db } from '../core/db/index.ts'
import { fileInMemory, fileOnDisk, type SourceFile } from '../core/import/index.ts'
import { entriesOf } from '../core/ledger/index.ts'
import { importSources } from '../evidence/index.ts'
import { budgetFigure, budgetFiguresFrom, budgetRows, budgetTables, importBudgets } from './index.ts'

const demo = (path: string) => fileOnDisk(new URL(`../../demo/${path}`, import.meta.url).pathname)

let database: Database
beforeAll(async () => {
  database = await openNew()
  await importSources(database, await demo('sources.csv'), { at })
})
afterAll(() => database.close())

const at = new Date('2026-11-22T09:00:00Z')
const header = 'kind,subject,year,basis,in_house,purchased,total,unit,source,locus,status,note'
const file = (...rows: string[]) => fileInMemory('budgets.csv', [header, ...rows].join('\n'))
const read = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)

/** A partnership with the lines of a file, as the public sees it. */
async function withLines(source: SourceFile, over: { areaCode?: string; title?: string } = {}) {
  const { id } = await newPartnership(database, over)
  const report = await importBudgets(database, { id }, source, { at })
  return { who: { id, areaCode: over.areaCode ?? 'S12000040', title: over.title ?? 'West Lothian' }, report }
}

test('West Lothian budgeted £88,510,000 in 2011/12, and the figure says how it came about', async () => {
  const { who, report } = await withLines(await demo('west-lothian/budgets.csv'))
  expect(report).toMatchObject({ read: 14, added: 14, rejectedRows: 0, applied: true })
  for (const year of ['2011/12', '2011-12', '2011']) {
    expect(await read((db) => budgetFigure(db, who, { year }))).toMatchObject({
      id: 'budget.S12000040.2011-12',
      measure: 'budget',
      label: 'Budget for seven care groups',
      value: 88_510_000,
      unit: 'pounds',
      period: '2011/12',
      area: { code: 'S12000040', name: 'West Lothian' },
      basis: 'budget',
      method: 'The sum of seven lines in Table 3 of the source, each printed in thousands of pounds.',
      sources: [expect.objectContaining({ key: 'wls-2011', locus: 'Table 3' })],
      status: 'derived',
      note: null,
    })
  }
})

test('Table 3 comes out as printed: lines, parts, totals, and the share that is bought', async () => {
  const { who } = await withLines(await demo('west-lothian/budgets.csv'))
  const tables = await read((db) => budgetTables(db, who.id))
  expect(tables.map((table) => [table.year, table.kind, table.lines.length])).toEqual([
    ['2019', 'service', 7],
    ['2011/12', 'care-group', 7],
  ])
  const table = tables[1]
  expect(table?.lines.map((line) => [line.careGroupKey, line.purchasedShare])).toEqual([
    ['older-people', 49],
    ['physical-disabilities', 60.9],
    ['learning-disabilities', 61.8],
    ['mental-health', 70],
    ['substance-misuse', 70.8],
    ['criminal-justice', 7.5],
    ['children-and-families', 41.3],
  ])
  expect(table?.totals).toEqual({
    inHouse: 4_391_200_000,
    purchased: 4_459_800_000,
    total: 8_851_000_000,
    purchasedShare: 50.4,
  })
})

test('with no year the latest budget is given, with what is to be known about it', async () => {
  const { who } = await withLines(await demo('west-lothian/budgets.csv'))
  const figure = await read((db) => budgetFigure(db, who))
  expect(figure).toMatchObject({ id: 'budget.S12000040.2019', value: 44_108_420, status: 'derived' })
  expect(figure?.sources[0]?.locus).toBe('§8')
  expect(figure?.note).toContain('Care at home: Covers Option 3')
  expect(
    (await read(async (db) => budgetFiguresFrom(who, await budgetTables(db, who.id)))).map((one) => one.value),
  ).toEqual([44_108_420, 88_510_000])
})

test('undated spend and expected spend are told apart from budgets', async () => {
  const inverclyde = await withLines(await demo('inverclyde/budgets.csv'), {
    areaCode: 'S12000018',
    title: 'Inverclyde',
  })
  const undated = await read((db) => budgetFigure(db, inverclyde.who, { year: 'undated' }))
  expect(undated).toMatchObject({ id: 'budget.S12000018.undated', value: 28_060_000, basis: 'spend', period: null })
  const lancashire = await withLines(await demo('lancashire/budgets.csv'), {
    areaCode: 'E10000017',
    title: 'Lancashire',
  })
  expect(await read((db) => budgetFigure(db, lancashire.who))).toMatchObject({ period: '2018/19', basis: 'spend' })
  expect(await read((db) => budgetFigure(db, lancashire.who, { year: '2019/20' }))).toMatchObject({
    value: 4_500_000,
    basis: 'expected',
    label: 'Expected spend for one service',
    status: 'printed',
  })
})

test('the rows behind a figure add up to it and name the file and line of each', async () => {
  const { who } = await withLines(await demo('west-lothian/budgets.csv'))
  const behind = await read((db) => budgetRows(db, who, { year: '2011-12' }))
  const column = (key: string) => behind?.columns.findIndex((one) => one.key === key) ?? -1
  const total = behind?.rows.reduce((sum, row) => sum + Number(row[column('total')]), 0)
  expect(total).toBe(88_510_000)
  expect(behind?.rows.map((row) => [row[column('file')], row[column('line')]])[0]).toEqual(['budgets.csv', 2])
})

test('where nothing is printed there is no figure and no table', async () => {
  const { id } = await newPartnership(database)
  const who = { id, areaCode: 'S12000010', title: 'East Lothian' }
  expect(await read((db) => budgetFigure(db, who))).toBeUndefined()
  expect(await read((db) => budgetRows(db, who, { year: '2019' }))).toBeUndefined()
  expect(await read((db) => budgetTables(db, id))).toEqual([])
})

test('a repeat leaves every line as it is; a changed amount replaces the line and keeps its identifier', async () => {
  const line = (total: number) => file(`service,Telecare,2018/19,spend,,,${total},pounds,lan-2019,,,`)
  const { who } = await withLines(line(100))
  const stored = () => read((db) => budgetTables(db, who.id)).then((tables) => tables[0]?.lines[0])
  const before = await stored()
  expect(await importBudgets(database, who, line(100), { at })).toMatchObject({ unchanged: 1, added: 0, changed: 0 })
  expect(await stored()).toEqual(before)
  expect(await importBudgets(database, who, line(120), { at })).toMatchObject({ unchanged: 0, added: 0, changed: 1 })
  expect(await stored()).toMatchObject({ id: before?.id, total: 12_000 })
})

test('an undated line is replaced by its repeat, not added beside it', async () => {
  const { who } = await withLines(file('service,Telecare,,spend,,,1,pounds,lan-2019,,,'))
  const second = file('service,Telecare,,spend,,,2,pounds,lan-2019,,,')
  expect(await importBudgets(database, who, second, { at })).toMatchObject({ changed: 1, added: 0 })
})

test('an import that changed something leaves one entry in the ledger, and a dry run none', async () => {
  const source = file('service,Telecare,2018/19,spend,,,1,millions,lan-2019,,,')
  const { id } = await newPartnership(database)
  await importBudgets(database, { id }, source, { at, dryRun: true })
  await importBudgets(database, { id }, source, { at })
  await importBudgets(database, { id }, source, { at })
  const entries = await asActor(database, systemActor(id), (db) => entriesOf(db, id, { kind: 'partnership', id }))
  expect(entries.map((entry) => entry.event)).toEqual(['budgets.lines-imported'])
})

test.each([
  [
    'care-group,Older people,2011/12,budget,1,2,4,pounds,wls-2011,,,',
    'total',
    '£1 in-house and £2 purchased make £3, not £4.',
  ],
  ['care-group,Older people,2011/12,budget,,5,4,pounds,wls-2011,,,', 'purchased', '£5 is more than the total £4.'],
  ['care-group,Older people,2011/12,budget,-1,5,4,pounds,wls-2011,,,', 'in_house', '“-1” is below zero.'],
  [
    'care-group,Older people,2011/13,budget,,,4,pounds,wls-2011,,,',
    'year',
    '“2011/13” is not a year such as 2019 or 2011/12.',
  ],
  [
    'care-group,Older people,2011/12,guess,,,4,pounds,wls-2011,,,',
    'basis',
    '“guess” is not known: use budget, spend, estimate, expected.',
  ],
  [
    'care-group,Older people,2011/12,budget,,,4,billions,wls-2011,,,',
    'unit',
    '“billions” is not known: use pounds, thousands, millions.',
  ],
  ['ward,Older people,2011/12,budget,,,4,pounds,wls-2011,,,', 'kind', '“ward” is not known: use care-group, service.'],
  ['care-group,Older people,2011/12,budget,,,4,pounds,nobody,,,', 'source', 'There is no source “nobody”.'],
  [
    'care-group,Older people,2011/12,budget,,,4.567,pounds,wls-2011,,,',
    'total',
    '“4.567” is not an amount of money to the penny.',
  ],
  ['care-group,Older people,2011/12,budget,,,,pounds,wls-2011,,,', 'total', 'The total is missing.'],
  [
    'care-group,Older people,2011/12,budget,,,4,pounds,wls-2011,,lost,',
    'total',
    'An amount that is lost is left blank.',
  ],
  ['care-group,,2011/12,budget,,,4,pounds,wls-2011,,,', 'subject', 'This is missing.'],
])('the row %s is rejected at its column', async (row, column, reason) => {
  const { report } = await withLines(file(row))
  expect(report.rejected).toEqual([{ line: 2, column, reason }])
  expect(report.applied).toBe(false)
})

test('a subject that no taxonomy knows is kept in its own words', async () => {
  const { who } = await withLines(file('care-group,Veterans,2019,budget,,,4,pounds,wls-2011,,,'))
  const [table] = await read((db) => budgetTables(db, who.id))
  expect(table?.lines[0]).toMatchObject({ subject: 'Veterans', careGroupKey: null, total: 400 })
})

test('the lines of one partnership never come among those of another', async () => {
  const [mine, theirs] = [
    await withLines(file('service,Telecare,2019,spend,,,1,pounds,lan-2019,,,')),
    await withLines(file('service,Telecare,2019,spend,,,2,pounds,lan-2019,,,')),
  ]
  const totals = (id: string) => read((db) => budgetTables(db, id)).then(([table]) => table?.totals.total)
  expect([await totals(mine.who.id), await totals(theirs.who.id)]).toEqual([100, 200])
})
