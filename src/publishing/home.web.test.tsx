import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp } from '../../test/support/new-app.ts'
import { openDemonstration } from '../../test/support/new-demonstration.ts'
import { newPartnership } from '../../test/support/new-partnership.ts'
import { countingQueries, type Database } from '../core/db/index.ts'
import { gapRoutes } from './gaps/routes.tsx'
import { statementRoutes } from './routes.tsx'
import { supplyRoutes } from './supply/routes.tsx'

let database: Database
let get: (path: string) => Promise<string>

beforeAll(async () => {
  database = await openDemonstration()
  const { app } = await newTestApp([gapRoutes(), supplyRoutes(), statementRoutes()], { database })
  get = async (path) => (await app.request(path)).text()
})
afterAll(() => database?.close())

const wordsOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test.each(['west-lothian', 'inverclyde', 'east-lothian', 'lancashire'])(
  'the home of %s counts supply as its section does, says what is made up, and takes at most twelve queries',
  async (slug) => {
    const { result, queries } = await countingQueries(() => get(`/${slug}`))
    const [home, supply] = [wordsOf(result), wordsOf(await get(`/${slug}/statement/supply`))]
    const [said = 'nothing'] = /\d+ services are registered in [\w ]+, with [\d,]+ places/.exec(home) ?? []
    expect(supply).toContain(said)
    expect(home).toContain('These services are invented for the demonstration.')
    expect(queries).toBeLessThanOrEqual(12)
  },
)

test('the gap of the home is the shortest service of the whole area', async () => {
  const home = wordsOf(await get('/lancashire'))
  expect(home).toMatch(/Of 8 services 7 are short of need, Extra Care the most 417 homes short Extra Care, 31% of need/)
  expect(wordsOf(await get('/lancashire/statement/gaps/E10000017/extra-care'))).toContain('Gap 417 homes short')
})

test('a home without register, volumes or figures says what would stand there', async () => {
  const { slug } = await newPartnership(database, { areaCode: 'S12000005', title: 'Emptyshire' })
  const home = wordsOf(await get(`/${slug}`))
  for (const kind of ['How many people need care', 'What care there is', 'Where care is short']) {
    expect(home).toContain(kind)
  }
})
