import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { publicActor } from '../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../core/db/index.ts'
import { fileInMemory } from '../core/import/index.ts'
import { importPopulation, type PopulationImport, populationFigure, populationsOf, rowsBehind } from './index.ts'
import type { FigureAsked } from './queries/figures.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-24T09:00:00Z')
const ages = Array.from({ length: 90 }, (_, age) => `Age${age}`)
const nrsHeader = ['Year', 'CA', 'CAQF', 'Sex', 'SexQF', 'AllAges', ...ages, 'Age90plus'].join(',')
/** A row of single years with as many people at each age as said; the total is their sum unless said. */
const nrsRow = (year: number | string, area: string, sex: string, each: number, total: number | string = each * 91) =>
  [year, area, '', sex, '', total, ...ages.map(() => each), each].join(',')
const nrs = (...rows: string[]) => fileInMemory('nrs.csv', [nrsHeader, ...rows].join('\n'))
const bands = (...rows: string[]) => fileInMemory('bands.csv', ['year,area,sex,all,0-64,65-74,75+', ...rows].join('\n'))
const load = (file: ReturnType<typeof nrs>, options: Partial<PopulationImport> & { vintage: number }) =>
  importPopulation(database, file, { layout: 'nrs', kind: 'projection', at, ...options })
const people = (asked: FigureAsked) => asActor(database, publicActor, (db) => populationFigure(db, asked))
const numberFor = async (asked: FigureAsked) => {
  const working = await people(asked)
  return 'figure' in working ? working.figure.value : working.missing
}

test('a file of single years is taken under its own source, and again without a change', async () => {
  const file = nrs(
    nrsRow(2030, 'S12000040', 'All', 10),
    nrsRow(2030, 'West Lothian', 'f', 6),
    nrsRow(2031, 'S12000040', 'All', 11),
  )
  expect(await load(file, { vintage: 2020 })).toMatchObject({ read: 3, added: 3, rejectedRows: 0, applied: true })
  expect(await load(file, { vintage: 2020 })).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  const working = await people({ area: 'S12000040', year: 2030, ages: '75+', vintage: 2020 })
  expect(working).toMatchObject({
    figure: {
      value: 160,
      basis: 'projection',
      status: 'derived',
      sources: [{ key: 'nrs-projections-2020', edition: '2020-based', publisher: 'National Records of Scotland' }],
    },
  })
})

test('finer ages replace coarser ones, and coarser ones never replace finer ones', async () => {
  const coarse = bands('2030,S12000018,all,910,650,100,160')
  const source = { source: 'nrs-projections-2021', vintage: 2021 }
  expect(await load(coarse, { layout: 'bands', ...source })).toMatchObject({ added: 1 })
  expect(await numberFor({ area: 'S12000018', year: 2030, ages: '80+', vintage: 2021 })).toContain('can’t be told')
  expect(await load(nrs(nrsRow(2030, 'S12000018', 'All', 10)), { vintage: 2021 })).toMatchObject({
    added: 0,
    changed: 1,
  })
  expect(await numberFor({ area: 'S12000018', year: 2030, ages: '80+', vintage: 2021 })).toBe(110)
  expect(await load(coarse, { layout: 'bands', ...source })).toMatchObject({ changed: 0, unchanged: 1 })
  const other = bands('2030,S12000018,all,911,651,100,160')
  expect(await load(other, { layout: 'bands', ...source })).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await numberFor({ area: 'S12000018', year: 2030, ages: '80+', vintage: 2021 })).toBe(110)
})

test('a mended row of the same ages replaces the one before', async () => {
  await load(nrs(nrsRow(2030, 'S12000010', 'All', 10)), { vintage: 2022 })
  expect(await load(nrs(nrsRow(2030, 'S12000010', 'All', 12)), { vintage: 2022 })).toMatchObject({ changed: 1 })
  expect(await numberFor({ area: 'S12000010', year: 2030, vintage: 2022 })).toBe(12 * 91)
})

test.each([
  ['Year', nrsRow('20x8', 'S12000040', 'All', 1), '“20x8” is not a year.'],
  ['CA', nrsRow(2030, 'S99', 'All', 1), '“S99” is not the code or name of an area'],
  ['Sex', nrsRow(2030, 'S12000040', 'Both of them', 1), '“Both of them” is not a sex'],
  ['AllAges', nrsRow(2030, 'S12000040', 'All', 1, 92), 'The ages add up to 91, and this says 92.'],
  ['AllAges', nrsRow(2030, 'S12000040', 'All', 1, ''), 'The number of people is missing.'],
  ['Age90plus', nrsRow(2030, 'S12000040', 'All', 1).replace(/1$/, '-1'), '-1 is below zero.'],
  ['Age90plus', nrsRow(2030, 'S12000040', 'All', 1).replace(/1$/, '0.5'), '0.5 is not a whole number of people.'],
  ['Age90plus', nrsRow(2030, 'S12000040', 'All', 1).replace(/1$/, 'x'), '“x” is not a number.'],
  ['Age90plus', nrsRow(2030, 'S12000040', 'All', 1).replace(/1$/, ''), 'The number of people is missing.'],
])('trouble in %s is reported by line, column and reason', async (column, row, reason) => {
  const report = await load(nrs(nrsRow(2030, 'S12000042', 'All', 1), row), { vintage: 2019, dryRun: true })
  expect(report).toMatchObject({ read: 2, added: 1, rejectedRows: 1 })
  expect(report.rejected).toHaveLength(1)
  expect(report.rejected[0]).toMatchObject({ line: 3, column })
  expect(report.rejected[0]?.reason).toContain(reason)
})

test('nothing is taken when all or nothing was asked and one row is bad', async () => {
  const file = nrs(nrsRow(2030, 'S12000041', 'All', 1), nrsRow(2030, 'S12000041', 'All', 2))
  const report = await load(file, { vintage: 2017, allOrNothing: true })
  expect(report).toMatchObject({ added: 0, applied: false })
  expect(report.rejected).toEqual([{ line: 3, column: null, reason: 'This repeats line 2.' }])
  expect(await numberFor({ area: 'S12000041', year: 2030 })).toBe(
    'No population figures of Angus for 2030 have been imported.',
  )
})

test('nobody has been counted in a year to come', async () => {
  const { rejected } = await load(nrs(nrsRow(2043, 'S12000041', 'All', 1)), { kind: 'estimate', vintage: 2023 })
  expect(rejected[0]?.reason).toBe('2043 has not been yet, so there is no estimate for it. Is this a projection?')
})

test('bands that overlap refuse the whole file, and bands need a source', async () => {
  const overlapping = fileInMemory('b.csv', 'year,area,sex,all,0-65,65+\n2030,S12000041,all,2,1,1')
  const options = { layout: 'bands', source: 'x', vintage: 2018 } as const
  await expect(load(overlapping, options)).rejects.toThrow('The age columns “0-65” and “65+” overlap.')
  await expect(load(bands(), { layout: 'bands', vintage: 2018 })).rejects.toThrow('doesn’t say where it is from')
})

test('an edition is named by a year', async () => {
  await expect(load(nrs(nrsRow(2030, 'S12000041', 'All', 1)), { vintage: 18 })).rejects.toThrow('18 is not the year')
})

test('several areas are loaded at once, and those without counts are left out', async () => {
  await load(nrs(nrsRow(2030, 'S12000005', 'All', 1), nrsRow(2030, 'S12000006', 'All', 2)), { vintage: 2025 })
  const areas = ['S12000005', 'S12000006', 'S12000036'].map((code) => ({ code, name: code }))
  const { result, queries } = await countingQueries(() =>
    asActor(database, publicActor, (db) => populationsOf(db, areas, { sexes: ['all'], years: [2030] })),
  )
  expect(result.map(({ area, rows }) => [area.code, rows[0]?.people[0]])).toEqual([
    ['S12000005', 1],
    ['S12000006', 2],
  ])
  expect(queries).toBeLessThanOrEqual(6)
})

test('a figure tells the rows it was added up from, with file and line', async () => {
  const file = bands('2030,Fife,female,60,40,12,8', '2030,Fife,male,50,40,6,4')
  await load(file, { layout: 'bands', source: 'A council’s own projection', vintage: 2024 })
  const rows = await asActor(database, publicActor, (db) => rowsBehind(db, 'population.S12000047.2030.65-plus'))
  expect(rows.columns.map(({ label }) => label)).toEqual(['Year', 'Ages', 'Sex', 'People', 'Edition', 'File', 'Line'])
  expect(rows.rows).toEqual([
    ['2030', '65 to 74', 'Female', 12, '2024-based projection', 'bands.csv', 2],
    ['2030', '75 and over', 'Female', 8, '2024-based projection', 'bands.csv', 2],
    ['2030', '65 to 74', 'Male', 6, '2024-based projection', 'bands.csv', 3],
    ['2030', '75 and over', 'Male', 4, '2024-based projection', 'bands.csv', 3],
  ])
  const working = await people({ area: 'S12000047', ages: '65+' })
  expect(working).toMatchObject({
    figure: {
      id: 'population.S12000047.2030.65-plus',
      value: 30,
      sources: [{ title: 'A council’s own projection', licence: 'Not recorded' }],
    },
  })
})

test('the latest estimate answers when no year is asked, and a projection for a year that has both', async () => {
  await load(nrs(nrsRow(2018, 'S12000008', 'All', 10), nrsRow(2019, 'S12000008', 'All', 10)), { vintage: 2018 })
  await load(nrs(nrsRow(2018, 'S12000008', 'All', 9)), { kind: 'estimate', vintage: 2023 })
  const area = 'S12000008'
  const latest = await people({ area })
  expect(latest).toMatchObject({
    figure: { value: 819, period: '2018', basis: 'estimate', note: 'The 2018-based projection says 910.' },
  })
  expect(await people({ area, year: 2018 })).toMatchObject({
    figure: { id: 'population.S12000008.2018.all', value: 910, note: 'The estimates to 2023 say 819.' },
  })
  expect(await people({ area, year: 2018, kind: 'estimate' })).toMatchObject({
    figure: { id: 'population.S12000008.2018.all.estimate-2023', value: 819, status: 'printed' },
  })
  expect(await numberFor({ area, year: 2019 })).toBe(910)
})

test('an area that is not known is not found, and ages that are none are refused', async () => {
  await expect(people({ area: 'S99' })).rejects.toThrow('not found')
  await expect(people({ area: 'S12000040', ages: 'old' })).rejects.toThrow('“old” is not ages.')
  await expect(asActor(database, publicActor, (db) => rowsBehind(db, 'nonsense'))).rejects.toThrow('not found')
})
