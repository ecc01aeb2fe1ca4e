import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { application } from '../src/app.tsx'
import { working } from '../src/brokerage/commands/work.ts'
import { importPackages } from '../src/brokerage/intake/import-packages.ts'
import { makeKey } from '../src/brokerage/keys/commands/make-key.ts'
import { dueWork } from '../src/brokerage/offers/commands/due-work.ts'
import { saveRule } from '../src/brokerage/rules/commands/save-rule.ts'
import { partnershipById, systemActor } from '../src/core/auth/index.ts'
import { ownerOf } from '../src/core/db/database.ts'
import { asActor, type Database, openDatabase } from '../src/core/db/index.ts'
import { endLiveEvents } from '../src/core/http/index.ts'
import { fileInMemory } from '../src/core/import/index.ts'
import { verifyLedger } from '../src/core/ledger/index.ts'
import { type Id, randomOf } from '../src/core/values/index.ts'
import { prepare } from '../src/prepare.ts'
import { monday, newBrokerage, sampleHours, sampleStep } from '../test/support/brokerage.ts'
import { signedInAs } from '../test/support/sign-in.ts'
import { areaCode, makeContracts } from './support/made-up-lots.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { quietServices } from './support/product.ts'
import { serving } from './support/serving.ts'
import { median, quantile } from './support/statistics.ts'
import { onEachEngine } from './support/stores.ts'

/** Of which the sample partnership has no lots, so that all are those made up here. */
const service = 'night-support'
const size = { brokers: 200, providers: 500, areas: 124, packages: 4000, seconds: 60 }
/** A try on the embedded database: one process only, so it shows that the bench runs, and no more. */
const small = { brokers: 10, providers: 40, areas: 124, packages: 200, seconds: 40 }
/** How long somebody reads, milliseconds, from and to. */
const reading = { broker: [10_000, 30_000], provider: [20_000, 40_000] } as const

await onEachEngine(async ({ name, store }) => {
  const database = await openDatabase(store)
  try {
    await prepare(database)
    await measure(name, database, name === 'PostgreSQL' ? size : small)
  } finally {
    endLiveEvents(database)
    await database.close()
  }
})

async function measure(
  name: string,
  database: Database,
  { brokers, providers, areas, packages, seconds }: typeof size,
) {
  const world = await newBrokerage(database)
  const { id: partnershipId, slug } = world.partnership
  const council = { id: partnershipId, council: world.area }
  await makeContracts(database, council, {
    contracts: 130,
    areas,
    services: [service],
    providersInLot: 4,
    linesOfLot: 4,
  })
  await sql`insert into partnership_area (partnership_id, code)
    select ${partnershipId}, code from area where code like 'made-up/%'`.execute(ownerOf(database))
  await makeRule(database, partnershipId)
  await takeOver(database, partnershipId, packages, areas)
  const began = performance.now()
  const clock = { now: () => new Date(monday.getTime() + performance.now() - began) }
  const services = quietServices(database)
  const config = { ...services.config, trustedProxies: 1 }
  const app = application({ ...services, config, clock }, { ready: true, doing: '', progress: null }, async () => {})
  const staff = await Promise.all(
    Array.from({ length: brokers }, () =>
      signedInAs(database, { partnership: partnershipId, roles: ['broker'], at: monday }, config),
    ),
  )
  const keys = await keysOf(database, partnershipId, providers, clock)
  const took = new Map<string, number[]>()
  const wrong: string[] = []
  const counts = new Map<string, number>()
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  await serving(app, async (url) => {
    const call = caller(url, { took, wrong, count })
    const end = performance.now() + seconds * 1000
    const ticking = tick(database, partnershipId, clock, end)
    const ended = await Promise.allSettled([
      ...staff.map((somebody, at) => broker(call, { slug, at, end, headers: somebody.headers, url })),
      ...keys.map((token, at) => provider(call, { token, at, end, count })),
    ])
    await ticking
    for (const one of ended) if (one.status === 'rejected') throw one.reason
  })
  printTable(
    `${digits(brokers)} brokers and ${digits(keys.length)} providers at once on ${name} for ${seconds} s over HTTP, ${digits(packages)} packages that wait`,
    ['what', 'requests', 'median ms', 'p95 ms'],
    [...took].map(([what, ms]) => [what, digits(ms.length), digits(median(ms)), digits(quantile(ms, 0.95))]),
  )
  console.log([...counts].map(([what, times]) => `${what}: ${digits(times)}`).join(', '))
  for (const line of [...new Set(wrong)].slice(0, 5)) console.log(line)
  const outcomes = await wrongOutcomes(database, partnershipId)
  const ledger = await asActor(database, world.system, (db) => verifyLedger(db, partnershipId))
  console.log(
    `Errors: ${wrong.length}; wrong outcomes: ${outcomes}; ledger of ${digits(ledger.entries)} entries whole: ${ledger.ok}`,
  )
  console.log(`Errors and wrong outcomes are 0: ${verdict(wrong.length + outcomes === 0 && ledger.ok)}`)
}

/** Lead of the lot, then the others of it at once, then those who serve the whole council. */
async function makeRule(database: Database, partnershipId: Id): Promise<void> {
  const steps = [
    sampleStep(),
    sampleStep({ pool: { kind: 'framework' }, mode: 'all-at-once' }),
    sampleStep({ pool: { kind: 'fallback' }, order: 'even-share' }),
  ]
  const actor = systemActor(partnershipId)
  const draft = { contractId: null, serviceType: service, name: 'Bench', seen: 0, from: '2026-11-23', reason: 'Bench' }
  const saved = await asActor(database, actor, (db) =>
    working({ db, partnershipId, actor, at: monday }, (work) =>
      saveRule(work, { ...draft, hours: sampleHours, steps }),
    ),
  )
  if (saved.outcome !== 'saved') throw new Error(`The rule was not saved: ${JSON.stringify(saved)}`)
}

/** Packages that wait, taken over as from an earlier list. */
async function takeOver(database: Database, partnershipId: Id, packages: number, areas: number): Promise<void> {
  const partnership = await asActor(database, systemActor(partnershipId), (db) => partnershipById(db, partnershipId))
  const columns = 'person,name,address,postcode,service,area,level,needs,outcomes,assessed,ready,start_by,visits'
  const rows = Array.from({ length: packages }, (_, n) =>
    [`R-${n}`, `Person Demonstration ${n}`, '1 Example Street', 'ZZ1 1AB', service, areaCode(n % areas), 'critical']
      .concat(['meals', 'Stay at home', '2026-11-20', '2026-11-21', '2026-11-27', 'morning 30; evening 30'])
      .join(),
  )
  const file = fileInMemory('packages.csv', new TextEncoder().encode([columns, ...rows].join('\n')))
  const report = await importPackages(database, partnership, file, { at: monday, allOrNothing: true })
  if (report.added !== packages) throw new Error(`Not taken over: ${report.rejected[0]?.reason}`)
}

/** A key for each of the made-up providers, through the ordinary command. */
async function keysOf(
  database: Database,
  partnershipId: Id,
  most: number,
  clock: { now: () => Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: Id }>`select id from organisation where name like 'Made-up provider %'
    order by id limit ${most}`.execute(ownerOf(database))
  const keys: string[] = []
  for (const { id: organisation } of rows) {
    const { actor } = await signedInAs(database, {
      organisation,
      roles: ['provider'],
      grantedBy: partnershipId,
      at: monday,
    })
    if (actor.kind !== 'provider') throw new Error('That is no provider.')
    const made = await makeKey(database, actor, { name: 'Bench', at: clock.now() })
    if (made.outcome === 'made') keys.push(made.token)
  }
  return keys
}

type Call = (
  what: string,
  path: string,
  asked: RequestInit & { address: string; ok: readonly number[] },
) => Promise<{ status: number; text: string }>

/** Asks, and takes down how long it took and whether the answer was one that may be. */
function caller(
  url: string,
  { took, wrong }: { took: Map<string, number[]>; wrong: string[]; count: (what: string) => void },
): Call {
  return async (what, path, { address, ok, headers, ...asked }) => {
    const began = performance.now()
    const { status, text } = await fetch(`${url}${path}`, {
      ...asked,
      redirect: 'manual',
      headers: { ...headers, 'x-forwarded-for': address },
    }).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      (error: unknown) => ({ status: 0, text: String(error) }),
    )
    const times = took.get(what) ?? []
    times.push(performance.now() - began)
    took.set(what, times)
    if (!ok.includes(status)) wrong.push(`${what}: ${status} ${text.slice(0, 160)}`)
    return { status, text }
  }
}

interface Working {
  readonly at: number
  readonly end: number
}

/** Reads the desk and presses the first button of it that another did not press in the same moment. */
async function broker(
  call: Call,
  { slug, at, end, headers, url }: Working & { slug: string; headers: { cookie: string }; url: string },
): Promise<void> {
  const random = randomOf(`broker ${at}`)
  const address = `10.1.${Math.floor(at / 200)}.${(at % 200) + 1}`
  const head = { ...headers, origin: url }
  await wait(random.between(0, 20_000))
  while (performance.now() < end) {
    const { text: desk } = await call('desk', `/${slug}/desk`, { address, ok: [200], headers: head })
    const forms = [
      ...desk.matchAll(/name="package" value="([^"]+)"[\s\S]*?name="version" value="(\d+)"[\s\S]*?value="(\w+)"/g),
    ].filter(([, , , does]) => does === 'send')
    const [, of, version] = forms.length > 0 ? random.pick(forms) : []
    if (of && version) {
      const body = new URLSearchParams({ do: 'send', package: of, version })
      // Whoever comes second is told so on the same page.
      await call('send', `/${slug}/desk`, { method: 'POST', address, ok: [303, 409, 422], headers: head, body })
    }
    await wait(random.between(...reading.broker))
  }
}

/** Reads its offers and answers the first that waits. */
async function provider(
  call: Call,
  { token, at, end, count }: Working & { token: string; count: (what: string) => void },
): Promise<void> {
  const random = randomOf(`provider ${at}`)
  const address = `10.2.${Math.floor(at / 200)}.${(at % 200) + 1}`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  await wait(random.between(0, 20_000))
  while (performance.now() < end) {
    const list = await call('offers', '/api/v1/offers', { address, ok: [200], headers })
    const { items = [] } = (list.status === 200 ? JSON.parse(list.text) : {}) as {
      items?: { href: string; startBy: string }[]
    }
    for (const { href, startBy } of items.slice(0, 3)) {
      const answer = random.chance(0.6)
        ? { kind: 'accept', startOn: startBy }
        : { kind: 'decline', reason: 'no-capacity-time' }
      // Another may have taken it since it was read.
      const said = await call('answer', `${href}/answers`, {
        method: 'POST',
        address,
        ok: [200, 409],
        headers,
        body: JSON.stringify(answer),
      })
      count(said.status === 200 ? answer.kind : 'came too late')
    }
    await wait(random.between(...reading.provider))
  }
}

/** What falls due is done beside, as a worker does it. */
async function tick(database: Database, partnershipId: Id, clock: { now: () => Date }, end: number): Promise<void> {
  while (performance.now() < end) {
    await dueWork(database, clock.now(), partnershipId)
    await wait(1000)
  }
}

/** What must never be: two providers for a visit, two open rounds, more accepted than given, an acceptance without its placement. */
async function wrongOutcomes(database: Database, partnershipId: Id): Promise<number> {
  const { rows } = await sql<{ count: number }>`select (
      (select count(*) from (select from placed_visit where partnership_id = ${partnershipId}
        group by line_id, weekday having count(*) > 1) d)
      + (select count(*) from (select from offer_round where partnership_id = ${partnershipId} and closed_at is null
        group by package_id having count(*) > 1) d)
      + (select count(*) from offer o where o.partnership_id = ${partnershipId} and o.state in ('accepted', 'part-accepted')
        and not exists (select from placement p where p.partnership_id = o.partnership_id and p.offer_id = o.id))
      + (select count(*) from offer o where o.partnership_id = ${partnershipId} and o.accepted_minutes <>
        coalesce((select sum(l.minutes * l.carers) from placement p
          join placed_visit v on v.partnership_id = p.partnership_id and v.placement_id = p.id
          join package_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
          where p.partnership_id = o.partnership_id and p.offer_id = o.id), 0))
      + (select count(*) from care_package c where c.partnership_id = ${partnershipId} and c.state = 'placed'
        and c.unplaced_minutes > 0))::integer as count`.execute(ownerOf(database))
  return rows[0]?.count ?? 0
}
