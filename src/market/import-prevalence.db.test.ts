import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { publicActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import { fileInMemory } from '../core/import/index.ts'
import { conditionFigure, conditions, importPopulation, importPrevalence, ratesOf } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openNew()
})
afterAll(() => database.close())

const at = new Date('2026-11-24T09:00:00Z')
const header = 'ages,sex,rate,lower,upper'
const rows = [
  '65-79,female,0.05,0.04,0.07',
  '80+,female,0.2,0.15,0.3',
  '65-79,male,0.04,0.03,0.05',
  '80+,male,0.1,0.08,0.2',
]
const load = (measure: string, lines: readonly string[], options: { dryRun?: boolean; source?: string } = {}) =>
  importPrevalence(database, fileInMemory('rates.csv', [header, ...lines].join('\n')), {
    measure,
    source: 'A study',
    at,
    ...options,
  })

test('rates are taken once, and a source that is only named says so', async () => {
  expect(await load('stroke', rows)).toMatchObject({ read: 4, added: 4, rejectedRows: 0 })
  expect(await load('stroke', rows)).toMatchObject({ added: 0, changed: 0, unchanged: 4 })
  const found = await asActor(database, publicActor, (db) => ratesOf(db, 'stroke'))
  expect(found?.source).toMatchObject({ key: 'a-study', title: 'A study', publisher: 'Not recorded' })
  expect(found?.rates[0]).toMatchObject({ sex: 'female', ages: { from: 65, to: 79 }, rate: 0.05 })
  expect(await asActor(database, publicActor, conditions)).toContain('stroke')
})

test('a name without a letter or digit can’t be a source', async () => {
  await expect(load('stroke', rows, { source: '—' })).rejects.toThrow('can’t name a source')
})

test('a new division of ages takes the place of the one it overlaps', async () => {
  await load('falls', rows)
  const finer = ['65-69,female,0.03,,', '70-79,female,0.06,,']
  expect(await load('falls', finer)).toMatchObject({ added: 0, changed: 2 })
  const found = await asActor(database, publicActor, (db) => ratesOf(db, 'falls'))
  expect(found?.rates.filter(({ sex }) => sex === 'female').map(({ ages }) => ages.from)).toEqual([65, 70, 80])
})

test('the header of the published file is read by its meaning', async () => {
  const published = fileInMemory(
    'cfas.csv',
    'AgeBand,Sex,DementiaPrevalence,DementiaPrevalence95Lower,DementiaPrevalence95Upper\n65-69,Male,1.2E-2,6.0000000000000001E-3,2.3E-2\n',
  )
  const report = await importPrevalence(database, published, { measure: 'dementia', source: 'A study', at })
  expect(report).toMatchObject({ added: 1, rejectedRows: 0 })
  const found = await asActor(database, publicActor, (db) => ratesOf(db, 'dementia'))
  expect(found?.rates[0]).toMatchObject({ rate: 0.012, limits: { lower: 0.006, upper: 0.023 } })
})

test.each([
  ['rate', '65-69,all,6.2,,', '6.2 is above 1: write a share of people'],
  ['rate', '65-69,all,-0.1,,', '-0.1 is below zero.'],
  ['rate', '65-69,all,,,', 'This is missing.'],
  ['lower', '65-69,all,0.1,0.2,0.3', '0.2 is above the rate 0.1.'],
  ['upper', '65-69,all,0.1,0.05,0.06', '0.06 is below the rate 0.1.'],
  ['upper', '65-69,all,0.1,0.05,', 'Give both limits or neither.'],
  ['ages', 'old,all,0.1,,', '“old” is not ages'],
  ['ages', '85-95,all,0.1,,', '85-95 overlaps 90+ on line 2.'],
  ['ages', '90+,all,0.1,,', 'This repeats line 2.'],
  ['sex', '65-69,dog,0.1,,', '“dog” is not a sex'],
])('trouble in %s is reported by line, column and reason', async (column, row, reason) => {
  const report = await load('gout', ['90+,all,0.1,,', row], { dryRun: true })
  expect(report).toMatchObject({ added: 1, rejectedRows: 1 })
  expect(report.rejected).toHaveLength(1)
  expect(report.rejected[0]).toMatchObject({ line: 3, column })
  expect(report.rejected[0]?.reason).toContain(reason)
})

test('people expected are given with their outer limits, or a sentence says why not', async () => {
  await load('asthma', rows)
  const people = 'year,area,sex,all,0-64,65-79,80+\n2030,Fife,female,70,40,20,10\n2030,Fife,male,60,40,15,5\n'
  await importPopulation(database, fileInMemory('p.csv', people), {
    layout: 'bands',
    kind: 'projection',
    vintage: 2024,
    source: 'A projection',
    at,
  })
  const ask = (measure: string, asked: { year?: number; ages?: string }) =>
    asActor(database, publicActor, (db) => conditionFigure(db, measure, { area: 'S12000047', ...asked }))
  const working = await ask('asthma', { year: 2030 })
  if (!('figure' in working)) throw new Error(working.missing)
  expect(working.figure).toMatchObject({ label: 'People aged 65 and over expected to have asthma', status: 'derived' })
  expect(working.figure.value).toBeCloseTo(20 * 0.05 + 10 * 0.2 + 15 * 0.04 + 5 * 0.1, 10)
  expect(working.figure.interval).toMatchObject({ kind: 'outer' })
  expect(working.figure.interval?.upper).toBeCloseTo(20 * 0.07 + 10 * 0.3 + 15 * 0.05 + 5 * 0.2, 10)
  expect(working.figure.method).toContain('outer limits')
  expect(working.behind.rows).toHaveLength(4)
  expect(await ask('asthma', { year: 2030, ages: '70+' })).toEqual({
    missing:
      'The rates of asthma in “A study” are for 65 to 79, 80 and over; people aged 70 and over can’t be made up of them.',
  })
  expect(await ask('asthma', { year: 2050 })).toEqual({
    missing: 'No population figures of Fife by sex for 2050 have been imported.',
  })
  expect(await ask('scurvy', {})).toEqual({ missing: 'No rates of scurvy have been imported.' })
})
