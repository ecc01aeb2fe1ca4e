import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { newPartnership } from '../../../test/support/new-partnership.ts'
import { sampleAward, sampleDetail } from '../../../test/support/sample-contract.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { partnershipById } from '../../core/auth/partnership.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { identityRoutes } from '../../core/sign-in/index.ts'
import type { Id } from '../../core/values/index.ts'
import { homeAlerts } from '../../home-alerts.ts'
import { organisationNames } from '../../providers/index.ts'
import { awardContract } from '../changes/commands/award-contract.ts'
import { planningRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let partnership: { id: Id; slug: string }
let officer: Somebody
let commissioner: Somebody
let broker: Somebody

beforeAll(async () => {
  database = await openNew()
  partnership = await newPartnership(database, { slug: 'sample' })
  const identity = identityRoutes({
    homeItems: () => [],
    homeAlerts,
    organisationNames,
    demonstrationProviderName: 'Example Care',
    demonstrationProvider: async () => ({ id: partnership.id, name: 'Example Care' }),
  })
  app = (await newTestApp([identity, planningRoutes()], { database })).app
  const as = (...roles: ('contracts-officer' | 'commissioner' | 'broker')[]) =>
    signedInAs(database, { partnership: partnership.id, roles })
  officer = await as('contracts-officer')
  commissioner = await as('commissioner')
  broker = await as('broker')
})
afterAll(() => database?.close())

const get = (path: string, who: Somebody = officer) => app.request(path, { headers: who.headers })
const text = async (path: string, who: Somebody = officer) => (await get(path, who)).text()
const post = (path: string, fields: Record<string, string>, who: Somebody = officer) =>
  app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''

test('everyone who reads contracts sees how dates are worked out, and only those who plan or delegate see the forms', async () => {
  const seen = await text('/sample/contracts/planning', broker)
  expect(seen).toContain('Starting again takes')
  expect(seen).toContain('Standard, until you put in your own')
  expect(seen).toContain('No coming meetings are known of the Committee')
  expect(seen).not.toContain('Change<span')
  expect(await text('/sample/contracts/planning')).toContain('Change<span')
  for (const path of ['steps/framework', 'committees']) {
    expect((await get(`/sample/contracts/planning/${path}`, broker)).status).toBe(403)
    expect((await get(`/sample/contracts/planning/${path}`)).status).toBe(200)
  }
  expect((await get('/sample/contracts/authority')).status).toBe(403)
  expect((await get('/sample/contracts/authority', commissioner)).status).toBe(200)
  expect((await get('/sample/contracts/planning/steps/barter')).status).toBe(404)
  expect((await get('/west-lothian/contracts/planning')).status).toBe(404)
})

test('a last day is worked back step by step, and one that is none says so', async () => {
  const tried = await text('/sample/contracts/planning?kind=spot&end-day=31&end-month=3&end-year=2029')
  expect(tried).toContain('What ends on 31 March 2029 has to be started again by')
  expect(tried).toContain('Agreed with providers')
  const wrong = await get('/sample/contracts/planning?kind=spot&end-day=31&end-month=2&end-year=2029')
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('The last day must be a real date')
  expect(html).toContain('value="2"')
  expect(html).toContain('<title>Error: Planning')
})

const steps = (over: Record<string, string> = {}) => ({
  do: 'save',
  name: 'Re-commissioning',
  'step-1-name': 'Scoping',
  'step-1-amount': '6',
  'step-1-unit': 'months',
  'step-1-committee': 'Example Board',
  'step-2-name': 'All the rest',
  'step-2-amount': '18',
  'step-2-unit': 'months',
  'step-2-committee': '',
  ...over,
})

test('steps come back with what was typed until they are right, and then count', async () => {
  const path = '/sample/contracts/planning/steps/framework'
  const seen = seenIn(await text(path))
  const bad = await post(path, steps({ seen, 'step-2-amount': 'a while', 'step-1-name': '' }))
  expect(bad.status).toBe(422)
  const html = await bad.text()
  expect(html).toContain('Step 1: enter the name of the step')
  expect(html).toContain('Step 2: how long it takes must be a whole number from 0 to 120')
  expect(html).toContain('value="a while"')
  expect(html).toContain('href="#step-2-amount"')
  const more = await post(path, steps({ seen, do: 'rows' }))
  expect(more.status).toBe(200)
  expect(await more.text()).toContain('step-5-name')
  const saved = await post(path, steps({ seen }))
  expect(saved.status).toBe(303)
  const planning = await text(saved.headers.get('location') ?? '')
  expect(planning).toContain('The steps are saved and count from today.')
  expect(planning).toContain('Scoping: 6 months, then the Example Board')
  const late = await post(path, steps({ seen, name: 'Mine' }))
  expect(late.status).toBe(409)
  const clash = await late.text()
  expect(clash).toContain('A colleague has saved other steps meanwhile')
  expect(clash).toContain('What is saved now: Re-commissioning')
  expect(clash).toContain('value="Mine"')
  expect((await post(path, steps({ seen: seenIn(clash), name: 'Mine' }))).status).toBe(303)
  const standing = seenIn(await text(path))
  expect((await post(path, { do: 'standard', seen: standing })).status).toBe(303)
  expect(await text(path)).toContain('It has none of its own')
})

test('a meeting is added once it can be, listed, and taken away', async () => {
  const path = '/sample/contracts/planning/committees'
  const meeting = (over: Record<string, string> = {}) => ({
    committee: 'Committee',
    'on-day': '28',
    'on-month': '1',
    'on-year': '2027',
    'papersBy-day': '14',
    'papersBy-month': '1',
    'papersBy-year': '2027',
    ...over,
  })
  const bad = await post(path, meeting({ committee: '', 'on-month': '13' }))
  expect(bad.status).toBe(422)
  const html = await bad.text()
  expect(html).toContain('Enter the committee')
  expect(html).toContain('The day of the meeting must be a real date')
  expect(await (await post(path, meeting({ 'papersBy-month': '2' }))).text()).toContain(
    'Papers must be in on the day of the meeting or before',
  )
  const added = await post(path, meeting())
  expect(added.status).toBe(303)
  expect(await text(added.headers.get('location') ?? '')).toContain('28 January 2027')
  expect(await text('/sample/contracts/planning')).not.toContain('No coming meetings are known')
  expect((await post(`${path}/remove`, { committee: 'Committee', on: '2027-01-28' })).status).toBe(303)
  expect(await text(path)).toContain('0 meetings to come are known')
})

test('what is delegated comes back until it is right, and two who delegate at once see both', async () => {
  const path = '/sample/contracts/authority'
  const form = await text(path, commissioner)
  expect(form).toContain('value="50,000"')
  const seen = seenIn(form)
  const limits = { seen, 'limit-commissioner-award': '1,000,000', 'limit-contracts-officer-variation': 'lots' }
  const bad = await post(path, limits, commissioner)
  expect(bad.status).toBe(422)
  expect(await bad.text()).toContain('“lots” is not an amount in pounds')
  const good = { ...limits, 'limit-contracts-officer-variation': '12,500.50' }
  expect((await post(path, good, officer)).status).toBe(403)
  expect((await post(path, good, commissioner)).status).toBe(303)
  const planning = await text('/sample/contracts/planning')
  expect(planning).toContain('Up to £12,500.50')
  expect(planning).toContain('Up to £1,000,000')
  const second = await post(path, { ...good, 'limit-commissioner-award': '2' }, commissioner)
  expect(second.status).toBe(409)
  const clash = await second.text()
  expect(clash).toContain('A colleague has delegated otherwise meanwhile')
  expect(clash).toContain('£1,000,000')
})

test('what is late heads the home of officers and of commissioners, and of nobody else', async () => {
  expect(await text('/account')).not.toContain('late</h2>')
  const owner = await asActor(database, systemActor(partnership.id), (db) => partnershipById(db, partnership.id))
  const award = sampleAward([], {
    detail: { ...sampleDetail, title: 'Specialist support', serviceType: null },
    term: { from: '2022-04-01', until: '2027-04-01' },
    options: [],
  })
  await asActor(database, systemActor(partnership.id), (db) =>
    awardContract(db, systemActor(partnership.id), {
      partnership: owner,
      award,
      effectiveOn: '2022-04-01',
      reason: 'As the file says',
      through: 'import',
      at: testNow,
    }),
  )
  for (const who of [officer, commissioner]) {
    const home = await text('/account', who)
    expect(home).toContain('One contract is late')
    expect(home).toMatch(/<a href="\/sample\/contracts\/[A-Z]+-CON-00001">Specialist support<\/a>/)
    expect(home).toContain('Safe start passed')
    expect(home.indexOf('One contract is late')).toBeLessThan(home.indexOf('Your account</h2>'))
  }
  expect(await text('/account', broker)).not.toContain('One contract is late')
})
