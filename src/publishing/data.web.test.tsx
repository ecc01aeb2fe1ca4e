import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../../test/support/new-app.ts'
import { openDemonstration } from '../../test/support/new-demonstration.ts'
import { partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../core/db/index.ts'
import type { MercatEnv } from '../core/http/index.ts'
import { fileInMemory } from '../core/import/index.ts'
import { londonDate } from '../core/values/index.ts'
import { importIndicators } from '../evidence/index.ts'
import { dataRoutes, figureFileRoutes } from './data-routes.tsx'
import { dataPageContent } from './queries/data-page-content.ts'
import { figuresOf } from './queries/figures-of.ts'
import { type StatementData, statementData } from './queries/statement-data.ts'
import { tableFile } from './queries/table-file.ts'
import { openTables } from './queries/tables/index.ts'

let database: Database
let app: Hono<MercatEnv>

beforeAll(async () => {
  database = await openDemonstration()
  app = (await newTestApp([figureFileRoutes(), dataRoutes()], { database })).app
})
afterAll(() => database?.close())

const rowsOf = async (path: string): Promise<Record<string, string>[]> => {
  const response = await app.request(path)
  expect(response.status, path).toBe(200)
  return parse(await response.text(), { columns: true, record_delimiter: '\r\n' })
}

const json = async (path: string) => {
  const response = await app.request(path)
  expect(response.status, path).toBe(200)
  return response.json()
}

test('the data page lists every table with its rows, files and licences', async () => {
  const response = await app.request('/west-lothian/data')
  const html = await response.text()
  expect(response.status).toBe(200)
  for (const { name } of openTables) {
    for (const ending of ['csv', 'json', 'csv-metadata.json']) {
      expect(html).toContain(`href="/west-lothian/data/${name}.${ending}"`)
    }
  }
  expect(html).toContain('Open Government Licence v3.0')
  expect(html).toContain('/api/v1/openapi.json')
})

test.each(['west-lothian', 'inverclyde', 'east-lothian', 'lancashire'])(
  'the tables of %s are the same rows as CSV and as JSON, as many as the data page says',
  async (slug) => {
    const html = (await (await app.request(`/${slug}/data`)).text()).replaceAll(/<[^>]+>/g, '|')
    for (const { name, title, columns, key } of openTables) {
      const file = `/${slug}/data/${name}`
      const csv = await rowsOf(`${file}.csv`)
      const { rows } = await json(`${file}.json`)
      expect(csv.length, file).toBe(rows.length)
      expect(html, file).toMatch(new RegExp(`\\|${title}\\|[^]*?\\|${rows.length.toLocaleString('en-GB')}\\|`))
      const keys = rows.map((row: Record<string, unknown>) => JSON.stringify(key.map((column) => row[column])))
      expect(new Set(keys).size, `${file}: its key tells rows apart`).toBe(rows.length)
      if (rows.length > 0) expect(Object.keys(csv[0] ?? {})).toEqual(columns.map((column) => column.key))
    }
  },
)

test('the population table adds up to the people that the projection has', async () => {
  const rows = await rowsOf('/west-lothian/data/population.csv?year=2028')
  const older = rows.filter(
    (row) =>
      row.kind === 'projection' && row.sex === 'all' && Number(row.age_from) >= 75 && row.area_code === 'S12000040',
  )
  expect(older.reduce((sum, row) => sum + Number(row.people), 0)).toBe(17289)
})

test('the rows of the dementia table add up to the figure', async () => {
  const [figure] = (await rowsOf('/west-lothian/data/figures.csv')).filter(
    ({ id }) => id === 'dementia.S12000040.2028.65-plus',
  )
  const rows = await rowsOf('/west-lothian/data/dementia.csv?year=2028&area=S12000040')
  expect(rows.reduce((sum, row) => sum + Number(row.expected), 0)).toBeCloseTo(Number(figure?.value), 6)
})

test('CSV on the Web metadata stands where it is looked for and names the columns of the file', async () => {
  const response = await app.request('/west-lothian/data/population.csv-metadata.json')
  const metadata = await response.json()
  const [header] = (await (await app.request('/west-lothian/data/population.csv')).text()).split('\r\n')
  expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw')
  expect(metadata.url).toBe('population.csv')
  expect(metadata.tableSchema.columns.map((column: { name: string }) => column.name).join(',')).toBe(header)
  expect(metadata['dc:rights']).toContain('Open Government Licence v3.0: ')
  expect(metadata['dc:license'].length).toBeGreaterThan(0)
  expect(metadata.tableSchema.primaryKey).toContain('age_from')
})

test('a worked-out figure comes with the rows it was made from', async () => {
  const { figure, rows } = await json('/west-lothian/figures/population.S12000040.2028.75-plus.json')
  expect(figure).toMatchObject({ value: 17289, finding: expect.stringContaining('17,289 people aged 75 and over') })
  expect(rows.reduce((sum: number, row: { people: number }) => sum + row.people, 0)).toBe(17289)
  const csv = await rowsOf('/west-lothian/figures/population.S12000040.2028.75-plus.csv')
  expect(csv.map((row) => Number(row.people))).toEqual(rows.map((row: { people: number }) => row.people))
})

test('the budget of a year comes with its lines', async () => {
  const { figure, rows } = await json('/west-lothian/figures/budget.S12000040.2011-12.json')
  expect(figure.finding).toContain('£88.5 million')
  expect(rows.reduce((sum: number, row: { total: number }) => sum + row.total, 0)).toBeCloseTo(figure.value, 2)
})

test('a cited figure comes with the figures of its series', async () => {
  const { rows: figures } = await json('/lancashire/data/indicators.json')
  const { id, key, finding } = figures.find((row: { value: number | null }) => row.value !== null)
  const { figure, rows } = await json(`/lancashire/figures/${id}.json`)
  expect(figure).toMatchObject({ id, finding })
  expect(rows.length).toBe(figures.filter((row: { key: string }) => row.key === key).length)
})

test('the cited figures can be imported again as they are, and nothing changes', async () => {
  for (const slug of ['west-lothian', 'lancashire']) {
    const csv = await (await app.request(`/${slug}/data/indicators.csv`)).text()
    const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, slug))
    const report = await importIndicators(database, partnership, fileInMemory('indicators.csv', csv), { at: testNow })
    expect(report).toMatchObject({ added: 0, changed: 0, rejectedRows: 0 })
    expect(report.unchanged).toBeGreaterThan(10)
  }
})

test.each([
  ['/west-lothian/data/nothing.csv', 404, 'A table named “nothing” was not found.'],
  ['/nowhere/data/areas.csv', 404, 'A partnership named “nowhere” was not found.'],
  ['/west-lothian/figures/population.S12000018.2028.75-plus.json', 404, 'This figure was not found.'],
  ['/west-lothian/figures/population.S12000040.1066.75-plus.json', 404, 'This figure was not found.'],
  ['/west-lothian/figures/budget.S12000040.1999-00.csv', 404, 'This figure was not found.'],
  ['/west-lothian/figures/0190a0a0-0000-7000-8000-000000000000.csv', 404, 'This figure was not found.'],
  ['/west-lothian/figures/....csv', 404, 'This figure was not found.'],
  ['/west-lothian/data/areas.csv?year=2028', 422, 'The table “Areas” can’t be cut by year.'],
])('%s is answered with %i and a sentence', async (path, status, detail) => {
  const response = await app.request(path)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ status, detail })
})

test('a figure of another partnership is not found under this one', async () => {
  const { rows } = await json('/lancashire/data/indicators.json')
  expect((await app.request(`/west-lothian/figures/${rows[0].id}.json`)).status).toBe(404)
})

test('a file is named after its partnership and may be read by other sites', async () => {
  const response = await app.request('/west-lothian/data/areas.csv')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="west-lothian-areas.csv"')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  const again = await app.request('/west-lothian/data/areas.csv')
  for (const answer of [response, again]) expect(answer.headers.get('access-control-allow-origin')).toBe('*')
})

const queriesOf = (work: (data: StatementData) => Promise<unknown>): Promise<number> =>
  asActor(database, publicActor, async (db) => {
    const partnership = await partnershipBySlug(db, 'west-lothian')
    return (await countingQueries(() => work(statementData(db, partnership)))).queries
  })

test('the figures take ten queries at the most, and the whole data page eleven', async () => {
  expect(await queriesOf(figuresOf)).toBeLessThanOrEqual(10)
  expect(await queriesOf(dataPageContent)).toBeLessThanOrEqual(11)
})

test.each(openTables.map(({ name }) => name))('the table of %s takes at most ten queries', async (name) => {
  expect(await queriesOf((data) => tableFile(data, name, { on: londonDate(testNow) }))).toBeLessThanOrEqual(10)
})
