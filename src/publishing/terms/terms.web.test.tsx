import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openDemonstration } from '../../../test/support/new-demonstration.ts'
import { allPartnerships, publicActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { conditions } from '../../market/index.ts'
import { ratingScales, regulatorTerms, serviceTypes } from '../../providers/index.ts'
import { figuresOf } from '../queries/figures-of.ts'
import { statementData } from '../queries/statement-data.ts'
import { openTables } from '../queries/tables/index.ts'
import { measureOf, measureTexts } from './measure-texts.ts'
import { measuresContent } from './queries/measures-content.ts'
import { termsRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>

beforeAll(async () => {
  database = await openDemonstration()
  app = (await newTestApp([termsRoutes()], { database })).app
})
afterAll(() => database?.close())

const get = async (path: string) => {
  const response = await app.request(path)
  expect(response.status, path).toBe(200)
  return (await response.text()).replaceAll('&amp;', '&')
}

test('the page of words has every kind of service, every word of both regulators and every grade', async () => {
  const html = await get('/west-lothian/data/words')
  await asActor(database, publicActor, async (db) => {
    for (const { name } of await serviceTypes(db)) expect(html).toContain(name)
    for (const { words, qualifier } of await regulatorTerms(db)) {
      expect(html).toContain(words)
      expect(html).toContain(qualifier)
    }
    for (const { grades, questions } of await ratingScales(db)) {
      for (const { word } of grades) expect(html).toContain(word)
      for (const { words } of questions) expect(html).toContain(words)
    }
  })
  expect(html).toContain('1 April 2011 to 30 June 2018')
  expect(html).toContain('since 1 July 2018')
})

test('groups of people are told by the documents of the partnership, and a partnership without such a set has no list', async () => {
  expect(await get('/west-lothian/data/words')).toContain('1 April 2011 to 31 March 2012')
  expect(await get('/inverclyde/data/words')).not.toContain('Groups differ from document to document')
})

test('every published figure has a measure that is explained, and every table that a measure names is there', async () => {
  const partnerships = await asActor(database, publicActor, allPartnerships)
  expect(partnerships.length).toBeGreaterThan(3)
  for (const partnership of partnerships) {
    await asActor(database, publicActor, async (db) => {
      const known = await conditions(db)
      const figures = await figuresOf(statementData(db, partnership))
      const unexplained = figures.filter((figure) => measureOf(figure, known) === undefined)
      expect(new Set(unexplained.map(({ measure }) => measure)), partnership.slug).toEqual(new Set())
    })
  }
  const tables = openTables.map(({ name }) => name)
  for (const { table, key } of measureTexts) expect(tables, key).toContain(table)
})

test('the page of measures names the sources in use, says what is hidden, and says where nothing is published', async () => {
  const html = await get('/west-lothian/data/measures')
  for (const { key, name } of measureTexts) {
    expect(html).toContain(`id="${key}"`)
    expect(html).toContain(name)
  }
  expect(html).toContain('href="/west-lothian/sources/cfas2"')
  expect(html).toContain('Numbers of people from 1 to 4 are hidden')
  expect(await get('/lancashire/data/measures')).toContain('Nothing of this measure is published for Lancashire yet.')
})

test('a page of measures takes few queries', async () => {
  const [partnership] = await asActor(database, publicActor, allPartnerships)
  if (!partnership) throw new Error('There is no partnership.')
  const { queries } = await asActor(database, publicActor, (db) =>
    countingQueries(() => measuresContent(db, statementData(db, partnership))),
  )
  expect(queries).toBeLessThanOrEqual(11)
})
