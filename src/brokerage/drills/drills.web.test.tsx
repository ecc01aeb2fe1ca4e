import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buysPlaces } from '../../../test/support/bought-place.ts'
import { type Brokerage, monday, newBrokerage, sampleLines } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type PlacedCare, placedCare } from '../../../test/support/placed-care.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import { endLiveEvents, type MercatEnv } from '../../core/http/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { solveInWorker } from '../../core/solver/index.ts'
import type { Id } from '../../core/values/index.ts'
import { declareCapacity, registrationsOf } from '../../providers/index.ts'
import { brokerageRoutes } from '../routes.ts'
import { onSolving } from '../solving/jobs/on-solving.ts'
import { runById } from '../solving/queries/runs.ts'
import type { VisitLine } from '../visit-line.ts'
import type { DrillAsked } from './drill-asked.ts'
import type { DrillResult } from './drill-result.ts'
import { drillGround } from './queries/drill-ground.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let care: PlacedCare
let officer: Somebody
let broker: Somebody
let manager: Somebody
let stranger: Somebody
let references: string[]
const clock = { now: () => monday }

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  care = placedCare(world)
  const { id } = world.partnership
  app = (await newTestApp([brokerageRoutes()], { database, clock })).app
  const somebody = (role: 'quality-officer' | 'broker' | 'care-manager', of: Id, name: string) =>
    signedInAs(database, { partnership: of, roles: [role], name, at: monday })
  officer = await somebody('quality-officer', id, 'Hamish Example')
  broker = await somebody('broker', id, 'Aileen Example')
  manager = await somebody('care-manager', id, 'Mina Example')
  stranger = await somebody('quality-officer', (await newBrokerage(database)).partnership.id, 'Una Example')
  references = []
  const twice: VisitLine[] = sampleLines().map((line) => ({ ...line, carers: 2 }))
  for (const lines of [sampleLines(), sampleLines(), twice]) {
    references.push((await care.placed(undefined, { lines })).reference)
  }
  // Room for one of those with one carer, and half of what two carers need.
  await declare(world.fallbacks[0].id, 210)
})
afterAll(async () => {
  if (database) endLiveEvents(database)
  await database?.close()
})

const declare = (organisationId: Id, minutes: number) =>
  world.act((db) =>
    declareCapacity(db, world.system, monday, {
      partnershipId: world.partnership.id,
      organisationId,
      serviceType: world.serviceType,
      area: world.area,
      minutesByBand: { morning: minutes, evening: minutes },
    }),
  )

const at = (path: string) => `/${world.partnership.slug}${path}`
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', '’')
const get = async (path: string, who: Somebody = officer) => {
  const response = await app.request(path, { headers: who.headers })
  const html = await response.text()
  return { status: response.status, html, text: plain(html), headers: response.headers }
}
const post = async (path: string, fields: Record<string, string>, who: Somebody = officer) => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, text: plain(await response.text()), to: response.headers.get('location') ?? '' }
}

const closing = (over: Record<string, string> = {}): Record<string, string> => ({
  what: `${world.lead.id} all`,
  'closes-day': '14',
  'closes-month': '12',
  'closes-year': '2026',
  others: 'locked',
  policy: 'strict',
  seed: '1',
  residents: '',
  full: '',
  ...over,
})

async function drilled(over: Record<string, string> = {}): Promise<{ path: string; result: DrillResult }> {
  const { status, to } = await post(at('/drills/new'), closing(over))
  expect(status).toBe(303)
  const partnershipId = world.partnership.id
  const runId = to.split('/').at(-1) ?? ''
  await onSolving(database, clock, solveInWorker).handle({ partnershipId, runId } as never, {
    act: (write) => asActor(database, systemActor(partnershipId), write),
    signal: new AbortController().signal,
  })
  const run = await world.act((db) => runById(db, partnershipId, runId, 'drill'))
  return { path: to, result: run.result as DrillResult }
}

const eventsOf = async (path: string): Promise<string[]> => {
  const id = path.split('/').at(-1) ?? ''
  const told = await world.act((db) => entriesOf(db, world.partnership.id, { kind: 'solve-run', id }))
  return told.map(({ event }) => event)
}

test('the form names who gives care here with how many people, and keeps what was typed when it can’t be read', async () => {
  expect((await get(at('/drills'))).text).toContain('None has been run yet.')
  expect((await get(at('/drills/new'))).text).toContain(`${world.lead.name}: Care at home, 3 people`)
  const wrong = await post(at('/drills/new'), closing({ what: '', 'closes-year': '2020', seed: 'x', full: '140' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Choose what closes')
  expect(wrong.text).toContain('The seed must be a whole number from 1 to 999,999')
  expect(wrong.text).toContain('How full other homes are must be a whole number from 0 to 100')
  const early = await post(at('/drills/new'), closing({ 'closes-year': '2020' }))
  expect(early.text).toContain('The day must be today or later')
})

test('a drill waits, is worked out, and says who could go where, who can’t and for want of what', async () => {
  const { to } = await post(at('/drills/new'), closing())
  const waiting = await get(to)
  expect(waiting.text).toMatch(/The drill is being worked out .*See how far it is now/)
  expect(waiting.html).toMatch(/data-live="[^"]+\/events\?seen=/)
  const { path, result } = await drilled()
  expect(result.people).toHaveLength(3)
  expect(result.total).toMatchObject({ people: 3, placedPeople: 1, minutes: 1680, placedMinutes: 420, twoCarers: 1 })
  const { text, html, status } = await get(path)
  expect(status).toBe(200)
  expect(text).toMatch(/2 of 3 people would have nobody to go to/)
  expect(text).toContain('Tried out on 23 November 2026 by Hamish Example; nothing was changed.')
  expect(text).toMatch(
    /No two carers at once: (morning|evening) takes 7 hours a week, and nobody has more than 3.5 free/,
  )
  expect(text).toMatch(/One provider has the hours, and they go to people for whom it weighs more/)
  expect(text).toContain(world.fallbacks[0].name)
  expect(text).toContain('Nobody of another provider has to move')
  expect(html).not.toMatch(/Example Person|Example Street|A dog/)
  for (const reference of references) expect(text).toContain(reference)
})

test('two drills of the same closing are compared, with who found a place since', async () => {
  await declare(world.fallbacks[0].id, 630)
  const { path, result } = await drilled()
  expect(result.total.people - result.total.placedPeople).toBe(1)
  const { text } = await get(path)
  expect(text).toContain('Better than on 23 November 2026: 1 person fewer without a place')
  expect(text).toMatch(/Nobody then, somebody now: [A-Z]+-PKG-\d+/)
  expect((await get(at('/drills'))).text).toMatch(/3 drills are kept/)
})

test('others stay locked, and when they may move nobody of them loses care and each that moves needs consent', async () => {
  const other = await care.placed(undefined, { lines: sampleLines() })
  const asked = (over: Partial<DrillAsked>): DrillAsked => ({
    organisationId: world.fallbacks[0].id,
    part: { kind: 'all' },
    called: 'Example',
    closesOn: '2026-12-14',
    othersMayMove: true,
    policy: 'strict',
    seed: 1,
    residents: null,
    othersFullPercent: null,
    ...over,
  })
  const { id } = world.partnership
  const locked = await drilled({ seed: '2' })
  expect(locked.result.moved).toEqual([])
  const { result } = await drilled({ others: 'may-move' })
  expect(result.refused).toBe(0)
  for (const one of result.moved) expect(one.to).not.toBeNull()
  expect(other.reference).toMatch(/PKG/)
  const ground = await world.act((db) => drillGround(db, id, asked({ organisationId: world.lead.id }), monday))
  expect(ground.affected.every(({ organisationId }) => organisationId === world.lead.id)).toBe(true)
  expect(ground.affected.flatMap(({ options }) => options.map((one) => one.organisationId))).not.toContain(
    world.lead.id,
  )
})

test('the number of queries does not grow with people', async () => {
  const { id } = world.partnership
  const asked: DrillAsked = {
    organisationId: world.lead.id,
    part: { kind: 'all' },
    called: 'Example',
    closesOn: '2026-12-14',
    othersMayMove: true,
    policy: 'strict',
    seed: 1,
    residents: null,
    othersFullPercent: null,
  }
  const counted = async () =>
    (await countingQueries(() => world.act((db) => drillGround(db, id, asked, monday)))).queries
  const before = await counted()
  await care.placed(undefined, { lines: sampleLines() })
  await care.placed(undefined, { lines: sampleLines() })
  expect(await counted()).toBe(before)
})

test('the continuity plan is written, kept with its version, shown as it is printed, and told in the ledger', async () => {
  const { path } = await drilled()
  const plan = `${path}/plan`
  expect((await get(plan)).text).toContain('Nobody named yet')
  const said = {
    seen: '0',
    lead: 'Hamish Example',
    'told-people': 'under-way',
    'told-provider': 'done',
    'told-staff': 'not-begun',
    'told-regulator': 'not-begun',
    'told-health': 'not-begun',
    'told-neighbours': 'not-begun',
    communications: '24 November: the provider was rung.',
    handover: 'under-way',
    notes: 'Keys of three houses',
  }
  expect(await post(`${plan}/edit`, said)).toMatchObject({ status: 303, to: plan })
  const { text } = await get(plan, broker)
  expect(text).toMatch(/Lead officer Hamish Example Hand-over Under way Last changed 23 November 2026, Hamish Example/)
  expect(text).toContain('24 November: the provider was rung.')
  expect(text).toContain('People and their families Under way')
  expect(text).not.toContain('Write on the plan')
  const second = await post(`${plan}/edit`, { ...said, lead: 'Una Example' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Somebody else changed the plan after you opened it.')
  expect((await get(`${plan}/edit`)).html).toContain('name="seen" value="1"')
  expect((await post(`${plan}/edit`, { ...said, seen: '1', lead: 'Una Example' })).status).toBe(303)
  const wrong = await post(`${plan}/edit`, { ...said, seen: '2', handover: 'soon', lead: 'x'.repeat(300) })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Lead officer must be 200 characters or fewer')
  expect(await eventsOf(path)).toEqual([
    'brokerage.drill-asked',
    'brokerage.drill-done',
    'brokerage.continuity-plan-changed',
    'brokerage.continuity-plan-changed',
  ])
})

test('who may run a drill may stop it, and the ledger tells of it; a broker may not', async () => {
  const { to } = await post(at('/drills/new'), closing({ seed: '3' }))
  expect((await get(to)).text).toContain('Stop, and keep the best so far')
  expect((await get(to, broker)).text).not.toContain('Stop, and keep')
  expect((await post(to, { do: 'stop' }, broker)).status).toBe(403)
  expect((await post(to, { do: 'stop' }, stranger)).status).toBe(404)
  expect((await post(to, { do: 'dance' })).status).toBe(422)
  expect(await post(to, { do: 'stop' })).toMatchObject({ status: 303, to })
  expect((await get(to)).text).toMatch(/This drill came to nothing .* before there was anything to show/)
  expect((await post(to, { do: 'stop' })).status).toBe(409)
  expect(await eventsOf(to)).toEqual(['brokerage.drill-asked', 'brokerage.drill-ended-early'])
})

test('its people are given as a file, by reference only', async () => {
  const { path } = await drilled()
  const { text, headers } = await get(`${path}/people.csv`)
  expect(headers.get('content-type')).toContain('text/csv')
  expect(text).toMatch(/^package,whose,service,area,minutes_a_week/)
  for (const reference of references) expect(text).toContain(reference)
  expect(text).not.toContain('Example Person')
})

test('a broker reads and does not run; a care manager and another partnership see nothing', async () => {
  const { path } = await drilled()
  expect((await get(path, broker)).status).toBe(200)
  expect((await get(at('/drills/new'), broker)).status).toBe(403)
  expect((await post(at('/drills/new'), closing(), broker)).status).toBe(403)
  expect((await get(`${path}/plan/edit`, broker)).status).toBe(403)
  expect((await get(path, manager)).status).toBe(403)
  expect((await get(path, stranger)).status).toBe(404)
  expect((await get(path.replace(world.partnership.slug, 'elsewhere'), stranger)).status).toBe(404)
  expect((await get(at('/drills/no-such-drill'))).status).toBe(404)
  expect((await get(at('/drills/no-such-drill/plan'))).status).toBe(404)
})

const register = (
  asOf: string,
  services: readonly { number: string; name: string; places: number; provider_number: string }[],
) => {
  const home = { care_service: 'Care Home Service', service_type: 'care-home-older-people', lowest_grade: 4 }
  return pictureRegister(database, { asOf, services: services.map((one) => ({ ...home, place: world.area, ...one })) })
}

test('a home of the register is told in places, and who lives there is not guessed', async () => {
  await register('2026-10-31', [
    { number: 'CS71', name: 'Example House', places: 40, provider_number: 'SP0004000' },
    { number: 'CS72', name: 'Sample Lodge', places: 30, provider_number: 'SP0004001' },
  ])
  const form = await get(at('/drills/new'))
  expect(form.text).toMatch(/Home: Example House .*40 places/)
  const value = /value="(home home care-inspectorate CS71)"/.exec(form.html)?.[1] ?? ''
  const plainly = await drilled({ what: value })
  const { text } = await get(plainly.path)
  expect(text).toContain('40 registered places would go')
  expect(text).toContain('who lives in them is not known here')
  expect(text).toContain('vacancies are not kept here')
  const assumed = await drilled({ what: value, residents: '36', full: '90' })
  const told = (await get(assumed.path)).text
  expect(told).toContain('33 of 36 people would find no place, if other homes are 90% full')
  expect(told).toContain('is an assumption of whoever ran the drill')
})

test('whose place in a home is bought from here is counted, where they live and where they would go', async () => {
  const [one, other] = world.fallbacks
  const numbers = await world.act((db) => registrationsOf(db, [one.id, other.id]))
  const numberOf = (id: Id) => numbers.find(({ organisationId }) => organisationId === id)?.providerNumber ?? ''
  await register('2026-11-15', [
    { number: 'CS81', name: 'Known House', places: 40, provider_number: numberOf(one.id) },
    { number: 'CS82', name: 'Known Lodge', places: 30, provider_number: numberOf(other.id) },
  ])
  const enter = buysPlaces(database, world, one.id)
  for (const reference of ['H-1', 'H-2', 'H-3']) await enter(reference)
  await enter('H-4', { until: '2026-12-01' })
  await enter('H-5', { outOfArea: true })
  await enter('H-6', { organisationId: other.id })
  const value = /value="([0-9a-f-]+ home care-inspectorate CS81)"/.exec((await get(at('/drills/new'))).html)?.[1] ?? ''
  const { path, result } = await drilled({ what: value })
  expect(result.homes).toMatchObject({ known: 3, withoutPlace: null, others: [{ name: 'Known Lodge', known: 1 }] })
  const { text } = await get(path)
  expect(text).toContain('40 registered places would go; at least 3 people would have to move')
  expect(text).toContain('3 people live there whose care is bought from here.')
  expect(text).toContain('One other home of the same kind has 30 registered places.')
  expect(text).toMatch(/Free at most Known Lodge .* 30 4 1 29/)
  const assumed = (await get((await drilled({ what: value, full: '95' })).path)).text
  expect(assumed).toContain('2 of at least 3 people would find no place, if other homes are 95% full')
})

test('a provider that gives nothing on the day comes to nothing, in a sentence', async () => {
  const { to } = await post(at('/drills/new'), closing({ what: `${world.additional[0].id} all` }))
  expect(to).toBe('')
})
