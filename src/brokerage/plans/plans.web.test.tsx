import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage, sampleLines } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { systemActor } from '../../core/auth/index.ts'
import { asActor, countingQueries, type Database } from '../../core/db/index.ts'
import { endLiveEvents, type MercatEnv } from '../../core/http/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { solveInWorker } from '../../core/solver/index.ts'
import type { Id } from '../../core/values/index.ts'
import { declareCapacity } from '../../providers/index.ts'
import type { CarePackage } from '../care-package.ts'
import { brokerageRoutes } from '../routes.ts'
import { onSolving } from '../solving/jobs/on-solving.ts'
import { runById } from '../solving/queries/runs.ts'
import { usualLimits } from './plan-asked.ts'
import { planKind } from './plan-jobs.ts'
import { latestPlanWith } from './queries/latest-plan.ts'

let database: Database
let app: Hono<MercatEnv>
let world: Brokerage
let broker: Somebody
let manager: Somebody
let stranger: Somebody
let packages: CarePackage[]
let now = monday
const clock = { now: () => now }

beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  const { partnership } = world
  app = (await newTestApp([brokerageRoutes()], { database, clock })).app
  const somebody = (roles: readonly ('broker' | 'care-manager')[], of: Id = partnership.id, name = 'Aileen Example') =>
    signedInAs(database, { partnership: of, roles: [...roles], name, at: monday })
  broker = await somebody(['broker'])
  manager = await somebody(['care-manager'], partnership.id, 'Mina Example')
  stranger = await somebody(['broker'], (await newBrokerage(database)).partnership.id)
  // Three hours and a half of each: the lead has room for one package, the first fallback for two.
  await declare(world.lead.id, 210)
  await declare(world.fallbacks[0].id, 420)
  packages = []
  for (const origin of ['hospital', 'community', 'community', 'community'] as const) {
    packages.push(await world.askPackage({ origin, lines: sampleLines() }))
  }
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
const get = async (path: string, who: Somebody = broker) => {
  const response = await app.request(path, { headers: who.headers })
  const html = await response.text()
  return { status: response.status, html, text: plain(html), to: response.headers.get('location') }
}
const post = async (path: string, fields: readonly (readonly [string, string])[], who: Somebody = broker) => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
  return { status: response.status, text: plain(await response.text()), to: response.headers.get('location') ?? '' }
}

const usual: readonly (readonly [string, string])[] = [
  ['service', ''],
  ['area', ''],
  ['policy', 'strict'],
  ['unmet', '60'],
  ['bypass', '10'],
  ['share', ''],
  ['run', ''],
  ['undeclared', '0'],
  ['seed', '7'],
]

/** Does the job of a run, as the worker would. */
async function work(path: string): Promise<void> {
  const partnershipId = world.partnership.id
  await onSolving(database, clock, solveInWorker).handle({ partnershipId, runId: idIn(path) } as never, {
    act: (write) => asActor(database, systemActor(partnershipId), write),
    signal: new AbortController().signal,
  })
}
const idIn = (path: string) => path.split('/').at(-1)?.split('?')[0] as Id

async function planned(fields = usual): Promise<string> {
  const { status, to } = await post(at('/plans/new'), fields)
  expect(status).toBe(303)
  await work(to)
  return to
}

test('nobody has asked yet, and the form says how many wait', async () => {
  expect((await get(at('/plans'))).text).toContain('Nobody has asked for one yet.')
  expect((await get(at('/plans/new'))).text).toMatch(/4 packages wait while nobody is being asked/)
})

test('a plan is asked for, waits, is worked out and says who could take whom, who stays without and for want of what', async () => {
  const { to } = await post(at('/plans/new'), usual)
  const waiting = await get(to)
  expect(waiting.text).toMatch(
    /The waiting list is being planned .*See how far it is now.*Stop, and keep the best so far/,
  )
  expect(waiting.html).toMatch(/data-live="[^"]+\/events\?seen=/)
  await work(to)
  const { text, html } = await get(to)
  expect(text).toMatch(/3 of 4 packages can be placed, 1 can’t/)
  expect(text).toMatch(/This is the best possible plan under what was asked: that is proved\.|At most £/)
  expect(text).toContain(`${world.lead.name}`)
  // The package from hospital is not left out, and whoever is left out is told why.
  expect(text).toMatch(new RegExp(`${world.lead.name}.*no hours left in the morning and evening`))
  expect(text).toMatch(/have declared no hours/)
  expect(text).toMatch(/First of 5 in the order/)
  expect(text).toMatch(/its hours go to \S+-PKG-\d+/)
  expect(text).toMatch(/Runs: what each provider would come to where/)
  expect(html).not.toContain('data-live=')
  expect(text).not.toContain('Example Person')
  expect((await get(at('/plans'))).text).toContain('3 of 4 packages can be placed')
  const entries = await world.act((db) => entriesOf(db, world.partnership.id, { kind: 'solve-run', id: idIn(to) }))
  expect(entries.map(({ event }) => event)).toEqual(['brokerage.plan-asked', 'brokerage.plan-done'])
})

test('worked out again from the same waiting list, a plan is the same to the byte, and a job that comes twice changes nothing', async () => {
  const [one, other] = [await planned(), await planned()]
  const kept = (path: string) => world.act((db) => runById(db, world.partnership.id, idIn(path)))
  const [a, b] = [await kept(one), await kept(other)]
  expect(JSON.stringify([a.input, a.result])).toBe(JSON.stringify([b.input, b.result]))
  await work(one)
  expect(await kept(one)).toEqual(a)
  expect(JSON.stringify(a.input)).not.toMatch(/Example Person|Example Street/)
})

test('what is refused and kept is asked again as a plan of its own, which says what moved', async () => {
  const first = await planned()
  const before = await get(first)
  const [, packageId, organisationId] = /name="next-([0-9a-f-]+)">.*?value="not ([0-9a-f-]+)"/s.exec(before.html) ?? []
  const { to } = await post(first, [
    ['do', 'again'],
    [`next-${packageId}`, `not ${organisationId}`],
  ])
  expect(to).not.toBe(first)
  await work(to)
  const again = await get(to)
  expect(again.text).toMatch(/moved since the plan before/)
  expect(again.text).toMatch(/Refused here: tick what may be proposed again/)
  const run = await world.act((db) => runById(db, world.partnership.id, idIn(to)))
  expect(run).toMatchObject({ follows: idIn(first), asked: { refused: [{ packageId, organisationId }] } })
  // Kept with somebody who has no room for two, the run ends with a sentence instead of a plan.
  const both = packages.slice(0, 2).map(({ id }) => [`next-${id}`, `keep ${world.lead.id}`] as const)
  const tooMuch = await post(first, [['do', 'again'], ...both])
  await work(tooMuch.to)
  expect((await get(tooMuch.to)).text).toMatch(
    /There is no plan .* What is kept with .* comes to 7 hours a week in the morning, and it has 3 hours 30 minutes\./,
  )
})

test('who else could take a package is answered at once: who can’t and why, and what would move', async () => {
  const path = await planned()
  const reference = packages[0]?.reference ?? ''
  const all = await get(`${path}/why-not/${reference}`)
  expect(all.text).toMatch(/It is the one that the plan proposes\./)
  expect(all.text).toMatch(/Yes, (and nothing else|but then)/)
  expect(all.text).toMatch(/it has declared none/)
  const { id } = world.additional[0]
  expect((await get(`${path}/why-not/${reference}?provider=${id}`)).text).toContain('it has declared none')
  const found = await get(at(`/packages/${reference}/why-not`))
  expect(found.to).toContain(`/why-not/${reference}`)
  expect((await get(found.to ?? '')).text).toContain(
    'By the newest plan with this package of the last 30 days, that of',
  )
  expect((await get(at('/packages/XX-PKG-99999/why-not'))).text).toContain('is in no plan of the last 30 days')
  const after = (days: number) => new Date(monday.getTime() + days * 86_400_000)
  const latest = (at: Date) => world.act((db) => latestPlanWith(db, world.partnership.id, reference, at))
  expect([await latest(after(29)), await latest(after(31))]).toEqual([expect.any(String), undefined])
  expect((await get(`${path}/why-not/XX-PKG-99999`)).status).toBe(404)
})

test('what is typed wrongly comes back with what was typed', async () => {
  const { status, text } = await post(at('/plans/new'), [
    ...usual.filter(([name]) => name !== 'share' && name !== 'seed'),
    ['share', '140'],
    ['seed', 'luck'],
  ])
  expect(status).toBe(422)
  expect(text).toContain('Largest share must be a whole number from 1 to 100')
  expect(text).toContain('The seed must be a whole number from 1 to 999,999')
  expect((await post(await planned(), [['do', 'send']])).text).toContain('Tick the packages')
})

test('a care manager reads plans and asks for none; another partnership’s broker finds nothing', async () => {
  const path = await planned()
  const { text } = await get(path, manager)
  expect(text).toContain('3 of 4 packages can be placed')
  expect(text).not.toContain('Send offers by the rule')
  expect((await post(at('/plans/new'), usual, manager)).status).toBe(403)
  expect((await post(path, [['do', 'again']], manager)).status).toBe(403)
  expect((await get(path, stranger)).status).toBe(404)
  expect((await get(path.replace(/[^/]+$/, '00000000-0000-7000-8000-000000000000'))).status).toBe(404)
})

test('a run that nobody works on can be stopped, and begun again once it is silent', async () => {
  const { to } = await post(at('/plans/new'), usual)
  expect((await post(to, [['do', 'wake']])).status).toBe(409)
  now = new Date(monday.getTime() + 2 * 60_000)
  expect((await get(to)).text).toContain('Begin again: nothing was heard of it for a minute')
  expect((await post(to, [['do', 'wake']])).status).toBe(303)
  expect((await post(to, [['do', 'stop']])).status).toBe(303)
  await work(to)
  now = monday
  expect((await get(to)).text).toMatch(/This plan was stopped .* before there was anything to show/)
})

test('offers go by the rule for what is ticked; what another has dealt with says so and keeps nothing else back', async () => {
  const path = await planned()
  const seen = (html: string, { id }: CarePackage) =>
    new RegExp(`name="seen-${id}" value="(\\d+)"`).exec(html)?.[1] ?? ''
  const { html } = await get(path)
  const [one, two] = packages as [CarePackage, CarePackage]
  await world.open(one)
  const { to } = await post(path, [
    ['do', 'send'],
    ...[one, two].flatMap((of) => [['send', of.id] as const, [`seen-${of.id}`, seen(html, of)] as const]),
  ])
  const { text } = await get(to)
  expect(text).toMatch(/Offers are out for 1 of 2 packages/)
  expect(text).toMatch(new RegExp(`${one.reference} Nothing was sent\\.`))
  // The lead is asked first, whoever the plan proposed.
  expect(text).toMatch(new RegExp(`${two.reference} Offered to ${world.lead.name}\\.`))
  expect(await world.offers(two.id)).toMatchObject([{ organisationId: world.lead.id, state: 'open' }])
  expect(await world.offers(one.id)).toHaveLength(1)
  const stale = await get(path)
  expect(stale.text).toMatch(new RegExp(`No longer waiting since this plan: ${one.reference} .*${two.reference}`))
  expect(stale.text).toContain('Waits no longer')
  expect(stale.text).toMatch(
    new RegExp(
      `Offers were sent for 1 package of this plan .*${two.reference} \\. Nothing was sent for ${one.reference}`,
    ),
  )
  expect(stale.text).toContain('What became of the offers that were sent from this plan')
  const told = await world.act((db) => entriesOf(db, world.partnership.id, { kind: 'solve-run', id: idIn(path) as Id }))
  expect(told.filter(({ event }) => event === 'brokerage.plan-sent')).toMatchObject([
    { payload: { sent: [{ reference: two.reference, to: [world.lead.id] }], not: [{ reference: one.reference }] } },
  ])
})

test('what is read for a plan, and for its page, does not grow with those who wait', async () => {
  const counted = async (work: () => Promise<unknown>) => (await countingQueries(work)).queries
  const asked = {
    serviceType: null,
    area: null,
    policy: 'strict',
    seed: 1,
    limits: usualLimits,
    kept: [],
    refused: [],
  } as const
  const measure = async () => {
    const read = await counted(() => world.act((db) => planKind.prepare(db, world.partnership.id, asked, monday)))
    const path = await planned()
    return [read, await counted(() => get(path))]
  }
  const before = await measure()
  for (let more = 0; more < 6; more += 1) await world.askPackage({ lines: sampleLines() })
  expect(await measure()).toEqual(before)
})
