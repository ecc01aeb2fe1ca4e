import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { brokerage } from '../schema/index.ts'
import { needCodes } from './need-code.ts'
import { requestRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let manager: Somebody
let stranger: Somebody
let officer: Somebody

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const other = await newBrokerage(database)
  app = (await newTestApp([requestRoutes()], { database })).app
  manager = await signedInAs(database, { partnership: world.partnership.id, roles: ['care-manager'] })
  officer = await signedInAs(database, { partnership: world.partnership.id, roles: ['contracts-officer'] })
  stranger = await signedInAs(database, { partnership: other.partnership.id, roles: ['care-manager'] })
})
afterAll(() => database?.close())

const at = (path: string) => `/${world.partnership.slug}/packages${path}`
const get = (path: string, who: Somebody = manager) => app.request(at(path), { headers: who.headers })
const post = (path: string, fields: Record<string, string | readonly string[]>, who: Somebody = manager) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(at(path), {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
}

const filled = {
  do: 'ask',
  name: 'Example Muirhead',
  address: '12 Pretend Street\nExampleton',
  postcode: 'EH47 0AB',
  ownReference: 'SW-77',
  contacts: 'Daughter, 01506 000 000',
  risks: 'Oxygen in the house',
  'assessed-day': '20',
  'assessed-month': '11',
  'assessed-year': '2026',
  level: 'critical',
  noLevelReason: '',
  outcomes: 'Make my own breakfast\nSee friends',
  choices: 'The same few carers',
  option: '3',
  needs: ['personal-care', 'hoist'],
  services: '2',
  's1-service': 'care-at-home',
  's1-rows': '7',
  's1-sent': '7',
  's1-v1-minutes': '45',
  's1-v1-carers': '2',
  's1-v1-days': ['1', '2', '3', '4', '5', '6', '7'],
  's1-v4-minutes': '30',
  's1-v4-carers': '1',
  's1-v4-days': ['1', '3'],
  's1-v7-band': 'morning',
  's1-v7-minutes': '15',
  's1-v7-carers': '1',
  's1-v7-days': ['7'],
  's2-service': '',
  's2-rows': '6',
  's2-sent': '6',
  origin: 'hospital',
  'ready-day': '21',
  'ready-month': '11',
  'ready-year': '2026',
  'start-day': '26',
  'start-month': '11',
  'start-year': '2026',
  area: 'S12000040',
  picture: 'Up early, likes the radio, and to be asked before anything is moved.',
}

test('a request is made for somebody new, and the list shows the package without a name', async () => {
  expect(await (await get('')).text()).toContain('None has been asked for yet')
  expect(await (await get('/new')).text()).toContain('Look first, so that nobody is entered twice')
  const form = await (await get('/new?person=new')).text()
  for (const part of ['Level under the National eligibility criteria', 'Option 1: direct payment', 'Pen picture'])
    expect(form).toContain(part)
  expect(needCodes.every((code) => form.includes(`value="${code}"`))).toBe(true)
  const sent = await post('/new?person=new', filled)
  expect(sent.status).toBe(303)
  const list = await (await app.request(sent.headers.get('location') ?? '', { headers: manager.headers })).text()
  expect(list).toContain('is with the service matching team')
  expect(list).toContain('10 visits a week, one or two carers')
  expect(list).toContain('11 hours 45 minutes')
  expect(list).not.toContain('Muirhead')
  const csv = await (await get('.csv?state=waiting')).text()
  expect(csv).toMatch(
    /T\w+-PKG-00001,T\w+-PER-00001,care-at-home,S12000040,EH47,705,personal-care;hoist,hospital,2026-11-21,2026-11-26,waiting/,
  )
  expect(await (await get('?q=SW-77')).text()).toContain('1 package')
  expect(await (await get('?state=ended')).text()).toContain('No package is as you asked')
  expect(await (await get('?asked=Call+01234')).text()).not.toContain('Call')
})

test('somebody known is found by a part of their name, which never stands in an address', async () => {
  expect((await post('/new', { look: 'm' })).status).toBe(422)
  const found = await (await post('/new', { do: 'look', look: 'muirh' })).text()
  expect(found).toContain('One person')
  const [, reference = ''] = /person=(T\w+-PER-00001)/.exec(found) ?? []
  const form = await (await get(`/new?person=${reference}`)).text()
  expect(form).toContain('Ask for care for Example Muirhead')
  expect(form).not.toContain('name="postcode"')
  const again = await post(`/new?person=${reference}`, filled)
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('is a live package for this already: change that one, or end it first')
  expect((await get(`/new?person=${reference}`, stranger)).status).toBe(404)
})

test('mistakes come back with everything that was typed, each at its field, and nothing is kept', async () => {
  const before = await packages()
  const wrong = await post('/new?person=new', {
    ...filled,
    name: 'Example Young',
    ownReference: '',
    level: 'none',
    picture: 'Ask for Example Young at 12 Pretend Street',
    needs: ['personal-care', 'Example Young'],
    's1-v4-days': [],
    's1-v7-minutes': 'a lot',
    'start-day': '31',
    'start-month': '2',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('<title>Error: ')
  for (const [field, sentence] of [
    ['s1-v4-days', 'Tick the days of the evening visit'],
    ['s1-v7-minutes', 'Minutes of the morning visit must be a whole number from 5 to 1,440'],
    ['start-day', 'must be a real date'],
    ['picture', 'The pen picture holds the person’s name and the person’s street'],
  ] as const) {
    expect(page).toMatch(new RegExp(`href="#${field}"[^<]*>[^<]*${sentence}`))
    expect(page).toContain(`id="${field}"`)
  }
  expect(page).toContain('value="a lot"')
  expect(page).toContain('12 Pretend Street\nExampleton')
  const rules = await post('/new?person=new', {
    ...filled,
    name: 'Example Young',
    ownReference: '',
    level: 'none',
    picture: 'Ask for Example Young at 12 Pretend Street',
    needs: ['personal-care', 'Example Young'],
    's1-v1-minutes': '1440',
    'start-day': '19',
  })
  expect(rules.status).toBe(422)
  const said = await rules.text()
  for (const [field, sentence] of [
    ['start-day', 'The start must not be before the assessment'],
    ['level', 'Choose the level of need, or say why there is none yet'],
    ['needs', 'Choose needs from the list only'],
    ['picture', 'The pen picture holds the person’s name and the person’s street'],
    ['s1-v1-minutes', 'The visits of Monday come to more than 24 hours'],
  ] as const)
    expect(said).toMatch(new RegExp(`href="#${field}"[^<]*>[^<]*${sentence}`))
  expect(await packages()).toBe(before)
})

const packages = () =>
  asActor(database, world.system, async (db) => {
    const { n } = await brokerage(db)
      .selectFrom('care_package')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  })

test('more visits and services are added without losing anything, new rows with every day ticked', async () => {
  const more = await (await post('/new?person=new', { ...filled, do: 'visits-1' })).text()
  expect(more).toContain('name="s1-v8-minutes"')
  expect(more.match(/name="s1-v8-days"[^>]*checked/g)).toHaveLength(7)
  expect(more.match(/name="s1-v4-days"[^>]*checked/g)).toHaveLength(2)
  expect(more).not.toContain('There is a problem')
  const service = await (await post('/new?person=new', { ...filled, do: 'service' })).text()
  expect(service).toContain('name="s3-service"')
})

test('who may not ask sees no form, and another partnership’s staff find nothing', async () => {
  expect((await get('', officer)).status).toBe(403)
  expect((await post('/new?person=new', filled, officer)).status).toBe(403)
  expect((await get('', stranger)).status).toBe(404)
  expect((await get('.csv', stranger)).status).toBe(404)
})
