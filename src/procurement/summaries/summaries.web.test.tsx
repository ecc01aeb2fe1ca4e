import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { publicActor, systemActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { procurement } from '../schema/index.ts'
import { writeSummary } from './commands/write-summary.ts'
import { marketAreasOf, summaryWordsOf } from './queries/market-areas.ts'
import { summaryRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let officer: Somebody
let partnership: { id: Id; slug: string }
let now = testNow

beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { slug: 'sample' })
  app = (await newTestApp([summaryRoutes()], { database, clock: { now: () => now } })).app
  officer = await signedInAs(database, { partnership: partnership.id, roles: ['contracts-officer'] })
})
afterAll(() => database?.close())

const home = '/sample/contracts/summaries'
const get = async (path: string, who: Somebody = officer) => {
  const response = await app.request(path, { headers: who.headers })
  return { status: response.status, html: await response.text() }
}
const post = async (path: string, fields: readonly (readonly [string, string])[], who: Somebody = officer) => {
  // Each form is sent a minute after the one before.
  now = new Date(now.getTime() + 60_000)
  const response = await app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
  return { status: response.status, html: await response.text(), to: response.headers.get('location') ?? '' }
}
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const areaOf = (key: string) =>
  asActor(database, systemActor(partnership.id), async (db) => {
    const area = (await marketAreasOf(db, partnership.id)).find((one) => one.key === key)
    if (!area) throw new Error(`There is no market area ${key}.`)
    return area
  })

/** What anyone reads of an area on a day, straight from the database. */
const publicly = async (key: string, on = '2026-11-22') => {
  const { id } = await areaOf(key)
  return asActor(database, publicActor, async (db) => {
    const words = await summaryWordsOf(db, partnership.id, { on, shown: 'published' })
    return words.get(id)?.description
  })
}

/** Every row of words that the database shows to anyone. */
const rowsInPublic = () =>
  asActor(database, publicActor, async (db) => {
    const rows = await procurement(db).selectFrom('market_area_words as w').select('w.description').execute()
    return rows.map((row) => row.description)
  })

const base = (html: string) => /name="base" value="([^"]*)"/.exec(html)?.[1] ?? ''

/** The words of a form, begun from the page as it is. */
async function typed(key: string, description: string, over: Readonly<Record<string, string>> = {}) {
  const page = await get(`${home}/${key}`)
  const fields = {
    base: base(page.html),
    description,
    period: '',
    development: '',
    management: '',
    source: '',
    locus: '',
  }
  const day = { 'from-day': '1', 'from-month': '4', 'from-year': '2026' }
  return Object.entries({ ...fields, ...day, ...over })
}

test('a market area is added, its summary drafted, published, changed by a draft and withdrawn', async () => {
  expect((await get(home)).html).toContain('No summary of contracts is written yet')
  const added = await post(`${home}/new`, [
    ['name', 'Care at home'],
    ['services', 'care-at-home'],
    ['budget', 'Care at home'],
  ])
  expect([added.status, added.to]).toEqual([303, `${home}/care-at-home?done=added`])
  const again = await post(`${home}/new`, [
    ['name', 'Care at Home!'],
    ['budget', ''],
  ])
  expect(again.to).toBe(`${home}/care-at-home-2?done=added`)

  await post(`${home}/care-at-home`, [...(await typed('care-at-home', 'First draft')), ['do', 'draft']])
  expect(await publicly('care-at-home')).toBeUndefined()
  expect(await rowsInPublic()).toEqual([])

  await post(`${home}/care-at-home`, [...(await typed('care-at-home', 'As published')), ['do', 'publish']])
  expect(await publicly('care-at-home')).toBe('As published')
  expect(await publicly('care-at-home', '2026-03-31')).toBeUndefined()
  expect(plain((await get(home)).html)).toContain('1 of 2 summaries is published')

  // A draft takes nothing from the public; neither the words, nor, in the database, a look at the draft.
  const drafted = await post(`${home}/care-at-home`, [
    ...(await typed('care-at-home', 'Second draft')),
    ['do', 'draft'],
  ])
  expect(drafted.status).toBe(303)
  expect(await publicly('care-at-home')).toBe('As published')
  expect(await rowsInPublic()).toEqual(['As published'])
  const page = plain((await get(`${home}/care-at-home`)).html)
  expect(page).toContain('Published, with a newer draft')
  expect(page).toContain('Second draft')

  const later = { 'from-day': '1', 'from-month': '12', 'from-year': '2026' }
  await post(`${home}/care-at-home`, [...(await typed('care-at-home', 'From December', later)), ['do', 'publish']])
  expect(await publicly('care-at-home', '2026-11-30')).toBe('As published')
  expect(await publicly('care-at-home', '2026-12-01')).toBe('From December')

  expect((await post(`${home}/care-at-home/withdraw`, [])).to).toBe(`${home}/care-at-home?done=withdrawn`)
  expect(await rowsInPublic()).toEqual([])
  expect((await areaOf('care-at-home')).published).toBe(false)

  const { id } = await areaOf('care-at-home')
  const entries = await asActor(database, systemActor(partnership.id), (db) =>
    entriesOf(db, partnership.id, { kind: 'market-area', id }),
  )
  expect(entries.map(({ event }) => event)).toEqual([
    'procurement.market-area-saved',
    'procurement.summary-drafted',
    'procurement.summary-published',
    'procurement.summary-drafted',
    'procurement.summary-published',
    'procurement.summary-withdrawn',
  ])
})

test('of two who write from the same words the second sees both, and can go on', async () => {
  await post(`${home}/new`, [
    ['name', 'Day care'],
    ['budget', ''],
  ])
  await post(`${home}/day-care`, [...(await typed('day-care', 'At first')), ['do', 'publish']])
  const bob = await typed('day-care', 'What Bob wrote')
  await post(`${home}/day-care`, [...(await typed('day-care', 'What Aila wrote')), ['do', 'publish']])
  const refused = await post(`${home}/day-care`, [...bob, ['do', 'publish']])
  expect(refused.status).toBe(409)
  const said = plain(refused.html)
  expect(said).toContain('A colleague changed these words after you opened them.')
  expect(said).toContain('What Aila wrote')
  expect(refused.html).toContain('What Bob wrote</textarea>')
  expect(await publicly('day-care')).toBe('What Aila wrote')
  const onward = bob.map(([name, value]): [string, string] => [name, name === 'base' ? base(refused.html) : value])
  expect((await post(`${home}/day-care`, [...onward, ['do', 'publish']])).status).toBe(303)
  expect(await publicly('day-care')).toBe('What Bob wrote')
  // Sent twice, it is kept once.
  const same = await post(`${home}/day-care`, [...(await typed('day-care', 'What Bob wrote')), ['do', 'publish']])
  expect(same.to).toContain('done=unchanged')
})

test('a mistake comes back with what was typed, each at its field', async () => {
  await post(`${home}/new`, [
    ['name', 'Respite'],
    ['budget', ''],
  ])
  const wrong = [
    [{ 'from-day': '31', 'from-month': '2' }, 'must be a real date', '#from'],
    [{ 'from-day': '', 'from-month': '', 'from-year': '' }, 'Give the day from which it holds.', '#from'],
    [{ description: 'x'.repeat(4001) }, 'must have at most 4,000 characters', '#description'],
    [{ locus: 'y'.repeat(201) }, 'must have at most 200 characters', '#locus'],
  ] as const
  for (const [over, sentence, href] of wrong) {
    const { status, html } = await post(`${home}/respite`, [
      ...(await typed('respite', 'Kept <b>words</b>', over)),
      ['do', 'publish'],
    ])
    expect(status).toBe(422)
    expect(html).toContain('<title>Error: ')
    expect(plain(html)).toContain(sentence)
    expect(html).toContain(`href="${href}"`)
    if (!('description' in over)) expect(html).toContain('Kept &lt;b>words&lt;/b>')
  }
  const nothing = await post(`${home}/respite`, [...(await typed('respite', ' ')), ['do', 'publish']])
  expect(plain(nothing.html)).toContain('Write at least one of the four parts before you publish.')
  const unnamed = await post(`${home}/new`, [
    ['name', ' '],
    ['budget', 'Typed line'],
  ])
  expect([unnamed.status, unnamed.html.includes('value="Typed line"')]).toEqual([422, true])
})

test('who may not write reads, who may not read is refused, and another partnership finds nothing', async () => {
  const broker = await signedInAs(database, { partnership: partnership.id, roles: ['broker'] })
  const page = await get(`${home}/day-care`, broker)
  expect([page.status, page.html.includes('<textarea')]).toEqual([200, false])
  expect((await post(`${home}/day-care`, await typed('day-care', 'Not mine'), broker)).status).toBe(403)
  const board = await signedInAs(database, { partnership: partnership.id, roles: ['body-member'] })
  expect((await get(home, board)).status).toBe(403)
  const other = await newPartnership(database)
  const stranger = await signedInAs(database, { partnership: other.id, roles: ['contracts-officer'] })
  expect((await get(home, stranger)).status).toBe(404)
  expect((await get(`${home}/nothing`)).status).toBe(404)
  // Nor does the database let them write there.
  const { id } = await areaOf('day-care')
  const words = { description: 'x', period: '', development: '', management: '', sourceKey: null, locus: null }
  await expect(
    asActor(database, stranger.actor, (db) =>
      writeSummary(db, stranger.actor, {
        partnershipId: partnership.id,
        areaId: id,
        from: '2026-01-01',
        words,
        publish: true,
        at: now,
      }),
    ),
  ).rejects.toThrow()
  await expect(
    asActor(database, publicActor, (db) =>
      sql`update market_area set published = true returning id`.execute(procurement(db)),
    ),
  ).resolves.toMatchObject({ rows: [] })
})
