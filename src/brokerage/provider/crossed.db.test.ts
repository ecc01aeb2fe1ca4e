import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { newTestApp } from '../../../test/support/new-app.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { type Somebody, signedInAs } from '../../../test/support/sign-in.ts'
import { readConfig } from '../../core/config/index.ts'
import { ownerOf } from '../../core/db/database.ts'
import { asActor, type Database, json } from '../../core/db/index.ts'
import type { MercatEnv } from '../../core/http/index.ts'
import { type Id, newId } from '../../core/values/index.ts'
import { providerApi } from '../api/program-routes.ts'
import { makeKey } from '../keys/commands/make-key.ts'
import type { Answer } from '../offers/answer.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { visitsOf } from '../offers/unplaced.ts'
import { brokerage } from '../schema/index.ts'
import { ownOffers } from './queries/own-offers.ts'
import { providerBrokerageRoutes } from './routes.ts'

/** A tenth of what the product promises to withstand; all with `CROSSED=100000`. One in 25 asks for a page, the others the database. */
const crossedInAll = Number(process.env.CROSSED ?? 10_000)
const [pages, reads] = [crossedInAll / 25, (crossedInAll / 25) * 24]
const now = minutesOn(20)

let database: Database
let app: Hono<MercatEnv>
let worlds: readonly Brokerage[]

/** A provider's person with a session and a key. */
interface Asker extends Somebody {
  readonly organisationId: Id
  readonly key: string
}
let askers: readonly Asker[]

/** Something of one provider that no other may find. */
interface Target {
  readonly slug: string
  readonly partnershipId: Id
  readonly packageId: Id
  readonly packageReference: string
  readonly person: string
  readonly offers: readonly { readonly id: Id; readonly reference: string; readonly organisationId: Id }[]
  readonly placements: readonly { readonly id: Id; readonly reference: string; readonly organisationId: Id }[]
}
let targets: readonly Target[]

// The same requests each time, so that what is found once is found again.
let seed = 20261122
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const pick = <T>(list: readonly T[]): T => {
  const one = list[random(list.length)]
  if (one === undefined) throw new Error('Nothing to choose from.')
  return one
}

beforeAll(async () => {
  database = await openNew()
  worlds = [await newBrokerage(database), await newBrokerage(database)]
  const config = readConfig(
    { MERCAT_SECRET: 'a secret that only tests know and nobody else', MERCAT_TRUSTED_PROXIES: '1' },
    '.',
  )
  const routes = [providerApi(), providerBrokerageRoutes()]
  app = (await newTestApp(routes, { database, config, clock: { now: () => now } })).app
  askers = await Promise.all(worlds.flatMap((world) => providersOf(world).map((one) => newAsker(world, one))))
  const made: Target[] = []
  for (const world of worlds) for (let count = 0; count < 12; count += 1) made.push(await newTarget(world, count))
  const [first] = worlds
  if (first) await alsoAsked(first.lead.id, made.slice(-4))
  targets = made.map((target) => ({ ...target, offers: [...target.offers, ...(guests.get(target.packageId) ?? [])] }))
})
afterAll(() => database.close())

const guests = new Map<Id, Target['offers'][number][]>()

/** A provider of one partnership is asked in another one too. */
async function alsoAsked(organisationId: Id, packages: readonly Target[]): Promise<void> {
  for (const { packageId, partnershipId, packageReference } of packages) {
    const world = worlds.find(({ partnership }) => partnership.id === partnershipId)
    await world?.act(async (db) => {
      const offers = brokerage(db).selectFrom('offer').selectAll().where('package_id', '=', packageId)
      const row = await offers.executeTakeFirstOrThrow()
      const guest = { id: newId(), reference: `${packageReference}-GUEST`, organisationId }
      await brokerage(db)
        .insertInto('offer')
        .values({
          ...row,
          id: guest.id,
          reference: guest.reference,
          organisation_id: organisationId,
          turn: 9,
          ask: json(row.ask),
          proposal: null,
          state: 'open',
          due_at: minutesOn(120),
          left_minutes: null,
          remind_at: null,
          escalate_at: null,
          answered_at: null,
          answered_by: null,
          accepted_minutes: 0,
          reason: null,
          words: '',
        })
        .execute()
      guests.set(packageId, [...(guests.get(packageId) ?? []), guest])
    })
  }
}

const providersOf = ({ lead, fallbacks, additional }: Brokerage) => [lead, ...fallbacks, ...additional]

async function newAsker({ partnership }: Brokerage, { id }: { readonly id: Id }): Promise<Asker> {
  const acts = { organisation: id, roles: ['provider'] as const, grantedBy: partnership.id, at: monday }
  const somebody = await signedInAs(database, acts)
  if (somebody.actor.kind !== 'provider') throw new Error('This is no provider.')
  const made = await makeKey(database, somebody.actor, { name: 'Crossed', at: monday })
  if (made.outcome !== 'made') throw new Error('No key was made.')
  return { ...somebody, organisationId: id, key: made.token }
}

/** A package with offers, answered in every way there is, in turn. */
async function newTarget(world: Brokerage, count: number): Promise<Target> {
  const { partnership } = world
  const care = await world.askPackage()
  const asked = { partnershipId: partnership.id, packageId: care.id, version: care.version, at: monday }
  await world.act((db) => openRound(db, world.broker, asked), world.broker)
  const answers: Answer[] = [
    { kind: 'interest' },
    { kind: 'ask', words: `A question of ${care.reference}` },
    { kind: 'accept', startOn: '2026-11-26' },
    { kind: 'accept-part', startOn: '2026-11-26', visits: visitsOf(care.lines).slice(0, 5) },
  ]
  for (let declines = count % 3; declines >= 0; declines -= 1) {
    const offers = await world.act((db) => offersOfPackage(db, partnership.id, care.id))
    const open = offers.find(({ state }) => state === 'open')
    if (!open) break
    const answer: Answer =
      declines > 0
        ? { kind: 'decline', reason: 'price', words: `Words of ${open.reference}` }
        : (answers[count % 4] as Answer)
    const given = { partnershipId: partnership.id, offerId: open.id, answer, at: monday }
    await world.act((db) => answerOffer(db, world.providerOf({ id: open.organisationId }), given))
  }
  const { rows: people } = await sql<{ name: string }>`select d.name from person_detail d
    join care_package k on k.partnership_id = d.partnership_id and k.person_id = d.person_id
    where k.id = ${care.id}`.execute(ownerOf(database))
  const { rows: placements } = await sql<Target['placements'][number]>`select id, reference,
    organisation_id as "organisationId" from placement where package_id = ${care.id}`.execute(ownerOf(database))
  return {
    slug: partnership.slug,
    partnershipId: partnership.id,
    packageId: care.id,
    packageReference: care.reference,
    person: people[0]?.name ?? '',
    offers: await world.act((db) => offersOfPackage(db, partnership.id, care.id)),
    placements,
  }
}

/** Everything that could be changed by whoever should not. */
async function standing(): Promise<string> {
  const parts = ['offer', 'offer_question', 'placement', 'placed_visit', 'capacity_cell', 'care_package', 'offer_round']
  const digests = await Promise.all(
    parts.map((table) =>
      sql<{ digest: string }>`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest
        from ${sql.table(table)} t`.execute(ownerOf(database)),
    ),
  )
  return digests.map(({ rows }) => rows[0]?.digest).join()
}

/** A request for something that may be another's, and whether it is the asker's own. */
interface Crossed {
  readonly path: string
  readonly own: boolean
  readonly method?: 'POST' | 'PUT'
  readonly body?: unknown
}

function crossed(asker: Asker, target: Target): Crossed {
  const offer = pick(target.offers)
  const own = offer.organisationId === asker.organisationId
  const page = `/provider/offers/${target.slug}/${offer.reference}`
  const api = `/api/v1/offers/${target.slug}/${offer.reference}`
  const elsewhere = pick(targets.filter(({ slug }) => slug !== target.slug))
  const kind = random(own ? 4 : 12)
  if (kind < 2) return { path: page, own }
  if (kind < 4) return { path: api, own }
  if (kind === 4) return { path: `${page}/${pick(['no', 'more', 'changes'])}`, own }
  if (kind === 5)
    return { path: `${api}/answers`, own, method: 'POST', body: { kind: 'accept', startOn: '2026-11-26' } }
  if (kind === 6) return { path: `${api}/answers`, own, method: 'POST', body: { kind: 'interest' } }
  // The right reference in the wrong partnership, or an identifier where a reference belongs.
  if (kind === 7) return { path: `/provider/offers/${elsewhere.slug}/${offer.reference}`, own: false }
  if (kind === 8) return { path: `/api/v1/offers/${target.slug}/${offer.id}`, own: false }
  if (kind === 9) return { path: '/api/v1/offers?state=over&limit=200', own: true }
  if (kind === 10) return { path: `/api/v1/offers?after=${offer.id}`, own: true }
  const area = `${elsewhere.slug}/care-at-home/S12000040`
  const mine = isOf(asker, elsewhere)
  return mine
    ? { path: '/api/v1/capacity', own: true }
    : { path: `/api/v1/capacity/${area}`, own: false, method: 'PUT', body: everyBand }
}

const everyBand = { morning: 9999, midday: 9999, afternoon: 9999, evening: 9999, bedtime: 9999, night: 9999 }

const isOf = (asker: Asker, { partnershipId }: Target): boolean =>
  worlds.some(
    (world) =>
      world.partnership.id === partnershipId && providersOf(world).some(({ id }) => id === asker.organisationId),
  )

/** What of a package somebody may read: nothing of a person, unless they accepted it. */
const mayKnow = (asker: Asker, target: Target): boolean =>
  target.placements.some(({ organisationId }) => organisationId === asker.organisationId)

test(`of ${pages.toLocaleString('en-GB')} crossed requests to pages and interface none finds what is another’s, and none changes anything`, async () => {
  const before = await standing()
  const found: string[] = []
  let [own, refused] = [0, 0]
  for (let count = 0; count < pages; count += 1) {
    const [asker, target] = [pick(askers), pick(targets)]
    const { path, own: isOwn, method, body } = crossed(asker, target)
    const byKey = path.startsWith('/api/')
    const response = await app.request(path, {
      ...(method ? { method, body: JSON.stringify(body) } : {}),
      headers: {
        'content-type': 'application/json',
        // Each from an address of its own, or the limit of requests would answer.
        'x-forwarded-for': `10.${random(250)}.${random(250)}.${random(250)}`,
        ...(byKey ? { authorization: `Bearer ${asker.key}` } : asker.headers),
      },
    })
    const text = await response.text()
    if (isOwn) own += 1
    else refused += 1
    if (response.status !== (isOwn ? 200 : 404)) found.push(`${response.status} ${path}`)
    for (const one of targets)
      if (text.includes(one.person) && !mayKnow(asker, one)) found.push(`${one.person} at ${path}`)
    for (const one of targets) {
      for (const offer of one.offers) {
        const foreign = offer.organisationId !== asker.organisationId
        if (foreign && !path.includes(offer.reference) && text.includes(offer.reference))
          found.push(`${offer.reference} at ${path}`)
      }
    }
  }
  expect(found).toEqual([])
  expect(own).toBeGreaterThan(pages / 20)
  expect(refused).toBeGreaterThan(pages / 2)
  expect(await standing()).toBe(before)
}, 600_000)

/** Tables of which a provider reads its own rows, and those of which it reads none. */
const ownTables = [
  'offer',
  'offer_question',
  'reveal',
  'placement',
  'placed_visit',
  'placement_pause',
  'capacity_cell',
  'api_key',
] as const
const closedTables =
  'person person_detail care_package package_line offer_rule offer_rule_version offer_round price_approval brokerage_notice unmet_spell unmet_piece ledger_entry ledger_payload'.split(
    ' ',
  )

test(`of ${reads.toLocaleString('en-GB')} crossed reads of the database as a provider none finds what is another’s`, async () => {
  const inOne = 400
  const found: string[] = []
  let own = 0
  for (let count = 0; count < reads; count += inOne) {
    const asker = pick(askers)
    await asActor(database, asker.actor, async (db) => {
      for (let read = 0; read < inOne; read += 1) {
        const target = pick(targets)
        const offer = pick(target.offers)
        const table = random(2) === 0 ? pick(ownTables) : pick(closedTables)
        const isOwnTable = (ownTables as readonly string[]).includes(table)
        const where = pick([
          sql`true`,
          table === 'api_key' ? sql`true` : sql`partnership_id = ${target.partnershipId}`,
          isOwnTable ? sql`organisation_id = ${offer.organisationId}` : sql`true`,
          ['offer', 'placement', 'reveal', 'placed_visit', 'package_line', 'offer_round'].includes(table)
            ? sql`package_id = ${target.packageId}`
            : sql`true`,
          table === 'offer' ? sql`id = ${offer.id} or reference = ${offer.reference}` : sql`true`,
        ])
        const columns = isOwnTable ? sql`organisation_id` : sql`null::uuid as organisation_id`
        const { rows } = await sql<{ organisation_id: Id | null }>`select ${columns}
          from ${sql.table(table)} where ${where} limit 50`.execute(brokerage(db))
        if (rows.some((row) => row.organisation_id !== asker.organisationId)) found.push(`${table} by ${asker.email}`)
        own += rows.length > 0 ? 1 : 0
      }
    })
  }
  expect([...new Set(found)]).toEqual([])
  expect(own).toBeGreaterThan(reads / 20)
}, 600_000)

test('a provider finds all its own offers, in every partnership, and no other', async () => {
  for (const { actor, organisationId } of askers) {
    const { rows } = await sql<{ id: Id }>`select id from offer where organisation_id = ${organisationId}`.execute(
      ownerOf(database),
    )
    const found = await asActor(database, actor, async (db) => {
      const asked = { organisationId, limit: 200 }
      return [...(await ownOffers(db, { ...asked, live: true })), ...(await ownOffers(db, { ...asked, live: false }))]
    })
    expect(found.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
  }
  const [first] = askers
  const seen =
    first &&
    (await asActor(database, first.actor, (db) =>
      ownOffers(db, { organisationId: first.organisationId, live: true, limit: 200 }),
    ))
  expect(new Set(seen?.map(({ partnership }) => partnership.slug)).size).toBe(2)
})

test('a provider writes in none of the tables, whatever it names', async () => {
  const { rows: columns } = await sql<{ table_name: string }>`select distinct table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'partnership_id'
      and table_name = any(${[...ownTables, ...closedTables]})`.execute(ownerOf(database))
  const before = await standing()
  for (const { table_name: table } of columns) {
    for (const { actor } of askers.slice(0, 3)) {
      const attempt = (statement: ReturnType<typeof sql>) =>
        asActor(database, actor, (db) => statement.execute(brokerage(db))).then(
          ({ numAffectedRows }) => Number(numAffectedRows ?? 0n),
          () => 0,
        )
      expect(await attempt(sql`update ${sql.table(table)} set partnership_id = partnership_id`), table).toBe(0)
      expect(await attempt(sql`delete from ${sql.table(table)}`), table).toBe(0)
    }
  }
  expect(await standing()).toBe(before)
})
