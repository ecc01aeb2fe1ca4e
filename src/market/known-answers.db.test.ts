import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNew } from '../../test/support/new-database.ts'
import { publicActor } from '../core/auth/index.ts'
import { asActor, type Database, type Db } from '../core/db/index.ts'
import { fileOnDisk } from '../core/import/index.ts'
import {
  computedFigure,
  dementiaFigure,
  growthByBand,
  importPopulation,
  importPrevalence,
  populationFigure,
  populationSeries,
} from './index.ts'

const folder = fileURLToPath(new URL('../../../shared/data/population/', import.meta.url))
const at = new Date('2026-11-24T09:00:00Z')

// Official files stand beside the project, not in it; tests on made data hold the same rules where they are missing.
describe.skipIf(!existsSync(folder))('with the files of National Records of Scotland and CFAS II', () => {
  let database: Database
  beforeAll(async () => {
    database = await openNew()
    const file = (name: string) => fileOnDisk(`${folder}${name}`)
    const shape = { layout: 'nrs', at } as const
    const projection = await importPopulation(database, await file('nrs_pop_proj_west-lothian_inverclyde.csv'), {
      ...shape,
      kind: 'projection',
      vintage: 2018,
    })
    const estimates = await importPopulation(database, await file('nrs_pop_est_west-lothian_inverclyde.csv'), {
      ...shape,
      kind: 'estimate',
      vintage: 2023,
    })
    const rates = await importPrevalence(database, await file('cfas2_dementia_rates.csv'), {
      measure: 'dementia',
      source: 'CFAS II',
      at,
    })
    expect([projection, estimates, rates].map(({ added, rejectedRows }) => [added, rejectedRows])).toEqual([
      [156, 0],
      [258, 0],
      [12, 0],
    ])
  })
  afterAll(() => database.close())
  const look = <T>(work: (db: Db) => Promise<T>) => asActor(database, publicActor, work)

  test.each([
    ['S12000040', 2018, 12_406],
    ['S12000040', 2028, 17_289],
    ['S12000040', 2043, 25_526],
    ['S12000018', 2018, 7_395],
    ['S12000018', 2028, 8_580],
    ['S12000018', 2043, 11_499],
  ])('people aged 75 and over in %s in %i are projected to be %i', async (area, year, people) => {
    const working = await look((db) => populationFigure(db, { area, year, ages: '75+' }))
    expect(working).toMatchObject({ figure: { value: people, basis: 'projection' } })
  })

  test.each([
    ['S12000040', 2242.9],
    ['S12000018', 1148.8],
  ])('people aged 65 and over expected to have dementia in %s in 2028 are %f', async (area, people) => {
    const working = await look((db) => dementiaFigure(db, { area, year: 2028 }))
    if (!('figure' in working)) throw new Error(working.missing)
    const { figure, behind } = working
    expect(figure.id).toBe(`dementia.${area}.2028.65-plus`)
    expect(figure.value).toBeCloseTo(people, 1)
    expect(figure.interval?.lower).toBeLessThan(people)
    expect(figure.interval?.upper).toBeGreaterThan(people)
    const expected = behind.columns.findIndex(({ key }) => key === 'expected')
    const sum = behind.rows.reduce((total, row) => total + Number(row[expected]), 0)
    expect(behind.rows).toHaveLength(12)
    expect(sum).toBeCloseTo(figure.value ?? 0, 6)
    expect(await look((db) => computedFigure(db, figure.id))).toEqual(working)
  })

  test('a year that both tell is answered from the projection, and the note says what the estimates say', async () => {
    const asked = { area: 'S12000040', year: 2018, ages: '75+' }
    const projected = await look((db) => populationFigure(db, asked))
    const estimated = await look((db) => populationFigure(db, { ...asked, kind: 'estimate' }))
    if (!('figure' in estimated) || !('figure' in projected)) throw new Error('No figure.')
    const words = new Intl.NumberFormat('en-GB').format(Number(estimated.figure.value))
    expect(estimated.figure).toMatchObject({ id: 'population.S12000040.2018.75-plus.estimate-2023', basis: 'estimate' })
    expect(estimated.figure.note).toBe('The 2018-based projection says 12,406.')
    expect(projected.figure).toMatchObject({ id: 'population.S12000040.2018.75-plus', value: 12_406 })
    expect(projected.figure.note).toBe(`The estimates to 2023 say ${words}.`)
  })

  test('a year that no projection covers is answered from the estimates', async () => {
    const working = await look((db) => populationFigure(db, { area: 'S12000040', year: 2011 }))
    expect(working).toMatchObject({ figure: { id: 'population.S12000040.2011.all', basis: 'estimate', note: null } })
  })

  test('the latest estimate answers when no year is asked', async () => {
    const working = await look((db) => populationFigure(db, { area: 'S12000040' }))
    expect(working).toMatchObject({ figure: { value: 183_810, period: '2023', basis: 'estimate', status: 'printed' } })
  })

  test('the series keeps estimates and projections apart, and growth stays within one edition', async () => {
    const series = await look((db) => populationSeries(db, 'S12000040'))
    expect(series.lines.map(({ kind, points }) => [kind, points[0]?.year, points.at(-1)?.year])).toEqual([
      ['estimate', 1981, 2023],
      ['projection', 2018, 2043],
    ])
    const [growth] = await look((db) => growthByBand(db, 'S12000040', 2018, 2043, [{ from: 75, to: null }]))
    expect(growth).toMatchObject({ id: 'population-growth.S12000040.2018-2043.75-plus', period: '2018 to 2043' })
    expect(growth?.value).toBeCloseTo((25_526 / 12_406 - 1) * 100, 10)
    const behind = await look((db) => computedFigure(db, growth?.id ?? ''))
    expect(behind.behind.rows).toHaveLength(32)
  })
})
