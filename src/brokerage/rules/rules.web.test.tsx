import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp, testNow } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import type { Database } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { keptRules } from './queries/kept-rules.ts'
import { ruleRoutes } from './routes.tsx'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let officer: Somebody
let broker: Somebody
let stranger: Somebody

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const other = await newBrokerage(database)
  app = (await newTestApp([ruleRoutes()], { database })).app
  officer = await signedInAs(database, { partnership: world.partnership.id, roles: ['contracts-officer'] })
  broker = await signedInAs(database, { partnership: world.partnership.id, roles: ['broker'] })
  stranger = await signedInAs(database, { partnership: other.partnership.id, roles: ['contracts-officer'] })
})
afterAll(() => database?.close())

const at = (path: string) => `/${world.partnership.slug}/offer-rules${path}`
const get = (path: string, who: Somebody = officer) => app.request(at(path), { headers: who.headers })
const post = (path: string, fields: Record<string, string | readonly string[]>, who: Somebody = officer) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(at(path), {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
}

const step = (at: number, of: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      pool: 'lead',
      'rank-from': '',
      'rank-to': '',
      order: 'rank',
      mode: 'one-after-another',
      window: '3:00',
      cap: '',
      approval: '',
      grade: '',
      km: '',
      months: '',
      ...of,
    }).map(([name, value]) => [`s${at}-${name}`, value]),
  )

const tomorrow = () => {
  const [year = '', month = '', day = ''] = londonDate(new Date(testNow.getTime() + 86_400_000)).split('-')
  return { 'from-day': day, 'from-month': month, 'from-year': year }
}

const filled = (): Record<string, string | readonly string[]> => ({
  seen: '1',
  name: 'Care at home',
  service: 'care-at-home',
  contract: '',
  ...tomorrow(),
  reason: 'Review of the windows',
  days: ['1', '2', '3', '4', '5', '6'],
  'clock-from': '08:00',
  'clock-to': '18:00',
  steps: '2',
  ...step(1),
  ...step(2, { pool: 'fallback', order: 'even-share', window: '1:30', cap: '23.50', km: '7.5' }),
  span: '28',
})

const edit = () => `/${world.rule.ruleId}/edit`

test('the rules are told in words, and whoever may not change them is not asked to', async () => {
  const html = await (await get('', broker)).text()
  expect(html).toContain('Step 1 asks the lead of the lot, with 3 working hours to answer.')
  expect(html).not.toContain('Add a rule')
  expect(html).toContain(`href="/${world.partnership.slug}/placement-terms"`)
  expect(await (await get('')).text()).toContain('Add a rule')
  expect((await get('/new', broker)).status).toBe(403)
  expect((await post(edit(), filled(), broker)).status).toBe(403)
})

test('another partnership’s rule is not found, nor is what is no rule', async () => {
  expect((await app.request(at(''), { headers: stranger.headers })).status).toBe(404)
  expect((await get('/nothing')).status).toBe(404)
  expect((await get(`/${world.partnership.id}`)).status).toBe(404)
})

test('steps are added, moved and removed without a script, and what was typed stays', async () => {
  const added = await (await post(edit(), { ...filled(), do: 'add' })).text()
  expect(added).toContain('name="s3-pool"')
  expect(added).toContain('value="Review of the windows"')
  const moved = await (await post(edit(), { ...filled(), do: 'up-2' })).text()
  expect(moved).toMatch(/name="s1-window"[^>]*value="1:30"|value="1:30"[^>]*name="s1-window"/)
  const dropped = await (await post(edit(), { ...filled(), do: 'drop-1' })).text()
  expect(dropped).not.toContain('name="s2-pool"')
  expect(dropped).toMatch(/name="s1-window"[^>]*value="1:30"|value="1:30"[^>]*name="s1-window"/)
})

test('a rule is tried before it is saved: the page says it in words and what it would have done, and nothing is changed', async () => {
  const before = await world.act((db) => keptRules(db, world.partnership.id))
  const response = await post(edit(), { ...filled(), do: 'try' })
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain('No past round to try it on')
  expect(html).toContain('whoever has the smallest share of hours first, each with 1 hour 30 minutes of working time')
  expect(html).toContain('at up to £23.50 an hour, within 7.5 km')
  expect(await world.act((db) => keptRules(db, world.partnership.id))).toEqual(before)
})

test('a trial tells what past rounds would have come to, provider by provider', async () => {
  const past = await newBrokerage(database)
  const { partnership, lead, fallbacks, rule } = past
  const who = await signedInAs(database, { partnership: partnership.id, roles: ['contracts-officer'] })
  const day = new Date('2026-11-18T10:00:00Z')
  for (const _ of [1, 2]) {
    const asked = await past.askPackage({ readyAt: day, startBy: '2026-11-24' })
    await past.act(
      (db) =>
        openRound(db, past.broker, {
          partnershipId: partnership.id,
          packageId: asked.id,
          version: asked.version,
          at: day,
        }),
      past.broker,
    )
    const offers = () => past.act((db) => offersOfPackage(db, partnership.id, asked.id))
    const answer = (offerId: string, by: { readonly id: string }, said: Parameters<typeof answerOffer>[2]['answer']) =>
      past.act((db) =>
        answerOffer(db, past.providerOf(by), { partnershipId: partnership.id, offerId, answer: said, at: day }),
      )
    await answer((await offers())[0]?.id ?? '', lead, { kind: 'decline', reason: 'no-capacity-time', words: '' })
    await answer((await offers())[1]?.id ?? '', fallbacks[0], { kind: 'accept', startOn: '2026-11-24' })
  }
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filled(), steps: '1', do: 'try' })) {
    for (const one of [value].flat()) body.append(name, one)
  }
  const tried = await app.request(`/${partnership.slug}/offer-rules/${rule.ruleId}/edit`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  const html = await tried.text()
  expect(html).toContain('About 14 hours a week fewer would have been placed')
  expect(html).toContain('2 rounds asked for 14 hours a week; in none of them the same providers would have been asked')
  expect(html).toContain(fallbacks[0].name)
})

test('a rule that could never end comes back with all that was typed and a sentence at its field', async () => {
  const response = await post(edit(), { ...filled(), ...step(2, { window: '0:00' }), days: [], do: 'save' })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('<title>Error: ')
  expect(html).toContain('href="#s2-window"')
  expect(html).toContain('Step 2: it has no time to answer. A round would wait for ever.')
  expect(html).toContain('href="#days"')
  expect(html).toContain('value="Review of the windows"')
  const odd = await (
    await post(edit(), { ...filled(), ...step(1, { window: 'soon', cap: 'cheap' }), do: 'save' })
  ).text()
  expect(odd).toContain('Step 1: The time to answer must be hours and minutes, such as 3:00 or 0:30')
  expect(odd).toContain('href="#s1-cap"')
})

test('a new version is saved, and whoever worked on the older one is told', async () => {
  const saved = await post(edit(), { ...filled(), do: 'save' })
  expect(saved.status).toBe(303)
  expect(saved.headers.get('location')).toBe(at(`/${world.rule.ruleId}`))
  const html = await (await get(`/${world.rule.ruleId}`, broker)).text()
  expect(html).toContain('Version 2')
  expect(html).toContain('Review of the windows. Saved by')
  const late = await post(edit(), { ...filled(), do: 'save' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Version 2 of this rule stands')
})

test('a contract gets a rule of its own', async () => {
  const form = await (await get('/new')).text()
  expect(form).toContain('No contract in particular')
  const saved = await post('/new', {
    ...filled(),
    seen: '0',
    contract: world.contractId,
    name: 'Lots of 2025',
    do: 'save',
  })
  expect(saved.status).toBe(303)
  expect(await (await get('')).text()).toContain('Care at home, from the lots of')
  const wrong = await post('/new', {
    ...filled(),
    seen: '0',
    service: 'day-support',
    contract: world.contractId,
    do: 'save',
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('is for day support.')
})
