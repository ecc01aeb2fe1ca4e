import { parse } from 'csv-parse/sync'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { runCommand } from '../../../test/support/run-command.ts'
import { letWait } from '../../../test/support/waiting.ts'
import { countUnmet } from '../../brokerage/index.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { publishEdition } from '../commands/publish-edition.ts'
import { dataRoutes, figureFileRoutes } from '../data-routes.tsx'
import { editionByNumber, editionFigures } from '../queries/editions.ts'
import { statementRoutes } from '../routes.tsx'
import { gapRoutes, serviceRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const routes = [figureFileRoutes(), dataRoutes(), gapRoutes(), serviceRoutes(), statementRoutes()]
  app = (await newTestApp(routes, { database })).app
  await letWait(world, 7, { band: 'evening', carers: 2 })
  await letWait(world, 2, { band: 'morning', carers: 1 })
  await countUnmet(database, world.partnership.id, monday)
})
afterAll(() => database.close())

const slug = () => world.partnership.slug
const get = async (path: string): Promise<string> => {
  const response = await app.request(`/${slug()}${path}`)
  expect(response.status, path).toBe(200)
  return response.text()
}
const wordsOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('a reader sees who waited for what, why, and what of it is too few to tell', async () => {
  for (const path of ['/statement/gaps', '/statement/gaps/S12000040/care-at-home']) {
    const words = wordsOf(await get(path))
    expect(words).toContain('In November 2026 so far, 9 people in')
    expect(words).toContain('waited for care at home: 56 hours a week.')
    // Two people miss morning care: neither they nor the seven who would give them away are told apart.
    expect(words).not.toMatch(/missed (morning|evening) care/)
  }
  expect(wordsOf(await get('/figures/unmet.S12000040.care-at-home.2026-11'))).toContain('9 people in Partnership')
})

test('once all are enough people, what they miss is told, and within one count of the change', async () => {
  await letWait(world, 4, { band: 'morning', carers: 1 })
  expect(wordsOf(await get('/statement/gaps'))).toContain('9 people')
  await countUnmet(database, world.partnership.id, new Date(monday.getTime() + 60_000))
  expect(wordsOf(await get('/statement/gaps')), 'what is kept in memory is made anew').toContain('13 people')
  const words = wordsOf(await get('/statement/gaps/S12000040/care-at-home'))
  expect(words).toContain('13 people')
  expect(words).toContain('7 missed evening care with two carers, 6 missed morning care.')
})

test('the command prints the rows of the files, number for number', async () => {
  const { exit, out } = await runCommand(['unmet', '--partnership', slug(), '--json'], { on: database })
  expect(exit).toBe(0)
  const told = JSON.parse(out)
  for (const [name, rows] of [
    ['unmet-need', told.months],
    ['unmet-weeks', told.weeks],
  ]) {
    const csv: Record<string, string>[] = parse(await get(`/data/${name}.csv`), {
      columns: true,
      record_delimiter: '\r\n',
    })
    const asText = rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])),
    )
    expect(csv.length).toBeGreaterThan(3)
    expect(asText).toEqual(csv)
    expect(JSON.parse(await get(`/data/${name}.json`)).rows).toEqual(rows)
    expect(JSON.parse(await get(`/data/${name}.csv-metadata.json`)).url).toBe(`${name}.csv`)
  }
  const plain = await runCommand(['unmet', '--partnership', slug()], { on: database })
  expect(plain.out).toContain('2026-11 Care at home')
  expect((await runCommand(['unmet', '--partnership', 'nowhere'], { on: database })).exit).toBe(1)
})

test('pages that tell it keep within twelve queries', async () => {
  for (const path of [
    '/statement/gaps',
    '/statement/gaps/S12000040/care-at-home',
    '/services/care-at-home',
    '/services',
    '/data',
    '/figures/unmet.S12000040.care-at-home.2026-11',
    '/sources/care-waited-for',
  ]) {
    const { queries } = await countingQueries(() => get(path))
    expect([path, queries <= 12, queries]).toEqual([path, true, queries])
  }
})

test('an edition keeps who waited as it was told then, and the next one says what is otherwise', async () => {
  const { partnership } = world
  const actor = systemActor(partnership.id)
  const publish = (title: string) =>
    asActor(database, actor, (db) => publishEdition(db, actor, { partnership, title, summary: '', at: monday }))
  const people = async (number: number) =>
    asActor(database, publicActor, async (db) => {
      const { edition } = await editionByNumber(db, partnership.id, number)
      return (await editionFigures(db, partnership.id, edition.id)).find(
        ({ id }) => id === 'unmet.S12000040.care-at-home.2026-11',
      )
    })
  await publish('Before')
  const before = await people(1)
  expect(before).toMatchObject({ measure: 'unmet', section: 'gaps', unit: 'people', period: '2026-11' })
  expect(before).not.toHaveProperty('hours')
  await letWait(world, 5, { band: 'evening', carers: 2 })
  await countUnmet(database, partnership.id, new Date(monday.getTime() + 120_000))
  expect(await publish('After')).toMatchObject({ changes: { figures: { updated: 1 } } })
  expect(await people(1)).toEqual(before)
  expect((await people(2))?.value).toBe((before?.value ?? 0) + 5)
})
