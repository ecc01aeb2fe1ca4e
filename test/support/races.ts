import { sql } from 'kysely'
import type { Offer } from '../../src/brokerage/offer.ts'
import type { Answer } from '../../src/brokerage/offers/answer.ts'
import { answerQuestion } from '../../src/brokerage/offers/commands/answer-question.ts'
import { dueWork } from '../../src/brokerage/offers/commands/due-work.ts'
import { cancelRound, pauseRound, widenRound } from '../../src/brokerage/offers/commands/steer-round.ts'
import { visitsOf } from '../../src/brokerage/offers/unplaced.ts'
import type { WeeklyVisit } from '../../src/brokerage/visit-line.ts'
import { ownerOf } from '../../src/core/db/database.ts'
import { addDays, type Id, londonDate } from '../../src/core/values/index.ts'
import { declareCapacity, liftSuspension, suspendProvider } from '../../src/providers/index.ts'
import { type Brokerage, minutesOn, monday, providerOf } from './brokerage.ts'

/** What came of one who raced: done, or why not. */
interface Came {
  readonly outcome: 'done' | 'refused'
  readonly because?: string
}

/** A race: says what is wrong with how it came out, or nothing. */
type Race = (world: Brokerage) => Promise<string | undefined>

const start = addDays(londonDate(monday), 3)

const answer = (world: Brokerage, offer: Offer, what: Answer, at?: Date): Promise<Came> => world.answer(offer, what, at)

const accept = (world: Brokerage, offer: Offer, at?: Date): Promise<Came> =>
  world.answer(offer, { kind: 'accept', startOn: start }, at)

/** A package with offers out, from a step on. */
async function offered(world: Brokerage, fromStep?: number) {
  const asked = await world.askPackage()
  const opened = await world.open(asked, { fromStep })
  if (opened.outcome !== 'done') throw new Error(`No offers went out: ${opened.because}`)
  return { package: await world.package(asked.id), offers: await world.offers(asked.id) }
}

const placementsOf = async (world: Brokerage, packageId: Id): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from placement
    where partnership_id = ${world.partnership.id} and package_id = ${packageId}`.execute(ownerOf(world.database))
  return rows[0]?.count ?? 0
}

const toldOf = async (world: Brokerage, packageId: Id, event: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ledger_entry
    where partnership_id = ${world.partnership.id} and subject_id = ${packageId} and event = ${event}`.execute(
    ownerOf(world.database),
  )
  return rows[0]?.count ?? 0
}

const doneOf = (came: readonly Came[]): number => came.filter(({ outcome }) => outcome === 'done').length
const said = (came: readonly Came[]): string => came.map(({ outcome, because }) => because ?? outcome).join(' and ')
const one = <T>(found: readonly T[]): T => {
  const [first] = found
  if (first === undefined) throw new Error('Nothing was offered.')
  return first
}

/** Leaves a provider room for one more package of the sample's size. */
const leaveRoom = (world: Brokerage, organisationId: Id, minutes: number | null) =>
  sql`insert into capacity_cell as c (partnership_id, organisation_id, service_type_key, area_code, band,
      declared_minutes, committed_minutes, declared_at, declared_by)
    select ${world.partnership.id}, ${organisationId}, ${world.serviceType}, ${world.area}, band, ${minutes}::integer, 0,
      ${minutes === null ? null : monday.toISOString()}::timestamptz, null from unnest(array['morning', 'evening']) as band
    on conflict (partnership_id, organisation_id, service_type_key, area_code, band) do update
      set declared_minutes = c.committed_minutes + ${minutes}::integer, declared_at = excluded.declared_at`.execute(
    ownerOf(world.database),
  )

/** Takes away all that is kept of a provider's capacity, as if it had never declared nor given anything; what was taken by band. */
const forgetRoom = async (world: Brokerage, organisationId: Id) => {
  const { rows } = await sql<{ band: string; taken: number }>`delete from capacity_cell
    where partnership_id = ${world.partnership.id} and organisation_id = ${organisationId}
    returning band, committed_minutes as taken`.execute(ownerOf(world.database))
  return rows
}

/** Adds what had been taken before. */
const addTaken = async (world: Brokerage, organisationId: Id, before: readonly { band: string; taken: number }[]) => {
  for (const { band, taken } of before)
    await sql`update capacity_cell set committed_minutes = committed_minutes + ${taken}::integer
      where partnership_id = ${world.partnership.id} and organisation_id = ${organisationId} and band = ${band}`.execute(
      ownerOf(world.database),
    )
}

/** Every kind of race, by what is raced for. */
export const races: Readonly<Record<string, Race>> = {
  'the last capacity, accepted for two people': async (world) => {
    await leaveRoom(world, world.lead.id, 210)
    const [a, b] = [await offered(world), await offered(world)]
    const came = await Promise.all([accept(world, one(a.offers)), accept(world, one(b.offers))])
    await leaveRoom(world, world.lead.id, null)
    const placed = (await placementsOf(world, a.package.id)) + (await placementsOf(world, b.package.id))
    const lost = came.find(({ outcome }) => outcome === 'refused')
    return doneOf(came) === 1 && placed === 1 && lost?.because === 'no-capacity'
      ? undefined
      : `${said(came)}, ${placed} placed`
  },

  'a lapse against an acceptance': async (world) => {
    const { package: of, offers } = await offered(world)
    const offer = one(offers)
    const due = offer.dueAt ?? monday
    const [came] = await Promise.all([
      accept(world, offer, new Date(due.getTime() - 1)),
      dueWork(world.database, due, world.partnership.id),
    ])
    const [first, ...next] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const won = came.outcome === 'done' && first?.state === 'accepted' && placed === 1 && next.length === 0
    const lost = came.outcome === 'refused' && first?.state === 'lapsed' && placed === 0 && next.length === 1
    return won !== lost
      ? undefined
      : `${said([came])}, the offer ${first?.state}, ${placed} placed, ${next.length} more`
  },

  'a suspension of the provider against an acceptance': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, officer, lead } = world
    const at = minutesOn(5)
    const asked = { partnershipId: partnership.id, organisationId: lead.id, until: null, reason: 'Concern', at }
    const [came, suspended] = await Promise.all([
      accept(world, one(offers)),
      world.act((db) => suspendProvider(db, officer, { ...asked, from: londonDate(at) }), officer),
    ])
    const placed = await placementsOf(world, of.id)
    if (suspended.outcome !== 'suspended') return `not suspended: ${suspended.because}`
    const lifted = { partnershipId: partnership.id, id: suspended.id, reason: 'Over', at }
    await world.act((db) => liftSuspension(db, officer, lifted), officer)
    // Whoever came first: what was accepted stands, and what was suspended before is refused for that.
    const right = came.outcome === 'done' ? placed === 1 : came.because === 'not-allowed' && placed === 0
    return right ? undefined : `${said([came])}, ${placed} placed`
  },

  'the first declaration of less against an acceptance': async (world) => {
    const before = await forgetRoom(world, world.lead.id)
    const { package: of, offers } = await offered(world)
    const { partnership, lead, serviceType, area } = world
    const declared = { partnershipId: partnership.id, organisationId: lead.id, serviceType, area }
    const less = { morning: 60, evening: 60 }
    const actor = providerOf(lead)
    const [came, told] = await Promise.all([
      accept(world, one(offers)),
      world.act((db) => declareCapacity(db, actor, minutesOn(5), { ...declared, minutesByBand: less })),
    ])
    const placed = await placementsOf(world, of.id)
    await leaveRoom(world, lead.id, null)
    await addTaken(world, lead.id, before)
    const won =
      came.outcome === 'done' &&
      told.outcome === 'refused' &&
      told.problems.every(({ sentence }) => sentence.startsWith('You give ')) &&
      placed === 1
    const lost =
      came.outcome === 'refused' && came.because === 'no-capacity' && told.outcome === 'declared' && placed === 0
    return won !== lost ? undefined : `${said([came])}, ${told.outcome}, ${placed} placed`
  },

  'a cancellation against an acceptance': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, broker } = world
    const came = await Promise.all([
      accept(world, one(offers)),
      world.act(
        (db): Promise<Came> =>
          cancelRound(db, broker, {
            partnershipId: partnership.id,
            packageId: of.id,
            version: of.version,
            at: minutesOn(5),
          }),
        broker,
      ),
    ])
    const [offer] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const [taken, back] = came
    const accepted =
      taken.outcome === 'done' && back.outcome === 'refused' && offer?.state === 'accepted' && placed === 1
    const cancelled =
      taken.outcome === 'refused' && back.outcome === 'done' && offer?.state === 'cancelled' && placed === 0
    return accepted !== cancelled ? undefined : `${said(came)}, the offer ${offer?.state}, ${placed} placed`
  },

  'two brokers at one button': async (world) => {
    const asked = await world.askPackage()
    const came: Came[] = await Promise.all([world.open(asked), world.open(asked)])
    const rounds = await world.rounds(asked.id)
    const offers = await world.offers(asked.id)
    const right = doneOf(came) === 1 && rounds.length === 1 && offers.length === 1
    return right && came.some(({ because }) => because === 'conflict')
      ? undefined
      : `${said(came)}, ${offers.length} offers`
  },

  'one package, accepted by two who were asked at once': async (world) => {
    const { package: of, offers } = await offered(world, 3)
    const came = await Promise.all(offers.map((offer) => accept(world, offer)))
    const states = (await world.offers(of.id)).map(({ state }) => state).sort()
    const placed = await placementsOf(world, of.id)
    const right = doneOf(came) === 1 && placed === 1 && states.join() === 'accepted,taken'
    return right ? undefined : `${said(came)}, ${states.join()}, ${placed} placed`
  },

  'parts that overlap, accepted by two': async (world) => {
    const { package: of, offers } = await offered(world, 3)
    const visits = visitsOf(of.lines)
    const part = (some: readonly WeeklyVisit[]): Answer => ({ kind: 'accept-part', startOn: start, visits: some })
    const [a, b] = offers
    if (!a || !b) throw new Error('Two were not asked.')
    const came = await Promise.all([
      answer(world, a, part(visits.slice(0, 9))),
      answer(world, b, part(visits.slice(5))),
    ])
    const placed = await placementsOf(world, of.id)
    const right = doneOf(came) === 1 && placed === 1 && came.some(({ because }) => because === 'part-taken')
    return right ? undefined : `${said(came)}, ${placed} placed`
  },

  'parts that make the whole, accepted by two': async (world) => {
    const { package: of, offers } = await offered(world, 3)
    const visits = visitsOf(of.lines)
    const part = (some: readonly WeeklyVisit[]): Answer => ({ kind: 'accept-part', startOn: start, visits: some })
    const [a, b] = offers
    if (!a || !b) throw new Error('Two were not asked.')
    const came = await Promise.all([
      answer(world, a, part(visits.slice(0, 7))),
      answer(world, b, part(visits.slice(7))),
    ])
    const [round] = await world.rounds(of.id)
    const placed = await placementsOf(world, of.id)
    const { state } = await world.package(of.id)
    const right = doneOf(came) === 2 && placed === 2 && round?.outcome === 'placed' && state === 'placed'
    return right ? undefined : `${said(came)}, ${placed} placed, the round ${round?.outcome}, the package ${state}`
  },

  'one offer, accepted and declined by two of a provider': async (world) => {
    const { package: of, offers } = await offered(world)
    const offer = one(offers)
    const no: Answer = { kind: 'decline', reason: 'no-capacity-staff', words: '' }
    const came = await Promise.all([accept(world, offer), answer(world, offer, no)])
    const [first, ...next] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const accepted = came[0].outcome === 'done' && first?.state === 'accepted' && placed === 1 && next.length === 0
    const declined = came[1].outcome === 'done' && first?.state === 'declined' && placed === 0 && next.length === 1
    return doneOf(came) === 1 && accepted !== declined ? undefined : `${said(came)}, ${first?.state}, ${placed} placed`
  },

  'one lapse, found by two workers': async (world) => {
    const { package: of, offers } = await offered(world)
    const due = one(offers).dueAt ?? monday
    const settled = await Promise.all([
      dueWork(world.database, due, world.partnership.id),
      dueWork(world.database, due, world.partnership.id),
    ])
    const all = await world.offers(of.id)
    const lapses = await toldOf(world, of.id, 'brokerage.offer-lapsed')
    const sent = await toldOf(world, of.id, 'brokerage.offers-sent')
    const right = all.length === 2 && lapses === 1 && sent === 2 && settled[0].lapsed + settled[1].lapsed >= 1
    return right ? undefined : `${all.length} offers, ${lapses} lapses, ${sent} times sent`
  },

  'a widening against an acceptance': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, broker } = world
    const came = await Promise.all([
      accept(world, one(offers)),
      world.act(
        (db): Promise<Came> =>
          widenRound(db, broker, {
            partnershipId: partnership.id,
            packageId: of.id,
            version: of.version,
            toStep: 3,
            at: minutesOn(5),
          }),
        broker,
      ),
    ])
    const [first, ...others] = await world.offers(of.id)
    const placed = await placementsOf(world, of.id)
    const closed =
      others.every(({ state }) => state === 'taken') && others.length === (came[1].outcome === 'done' ? 2 : 0)
    const right = came[0].outcome === 'done' && first?.state === 'accepted' && placed === 1 && closed
    return right ? undefined : `${said(came)}, ${first?.state}, ${others.map(({ state }) => state).join()}`
  },

  'a pause against a lapse': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, broker } = world
    const due = one(offers).dueAt ?? monday
    const [came] = await Promise.all([
      world.act(
        (db): Promise<Came> =>
          pauseRound(db, broker, {
            partnershipId: partnership.id,
            packageId: of.id,
            version: of.version,
            at: new Date(due.getTime() - 60_000),
          }),
        broker,
      ),
      dueWork(world.database, due, partnership.id),
    ])
    const [first, ...next] = await world.offers(of.id)
    const paused = came.outcome === 'done' && first?.state === 'open' && first.dueAt === null && first.leftMinutes === 1
    const lapsed = came.outcome === 'refused' && first?.state === 'lapsed' && next.length === 1
    return paused !== lapsed ? undefined : `${said([came])}, ${first?.state}, ${next.length} more`
  },

  'one question, answered by two brokers': async (world) => {
    const { package: of, offers } = await offered(world)
    const { partnership, broker } = world
    const offer = one(offers)
    await answer(world, offer, { kind: 'ask', words: 'Is there a key safe?' })
    const reply = (words: string) =>
      world.act(
        (db): Promise<Came> =>
          answerQuestion(db, broker, { partnershipId: partnership.id, offerId: offer.id, words, at: minutesOn(6) }),
        broker,
      )
    const came = await Promise.all([reply('Yes.'), reply('There is one.')])
    const [first] = await world.offers(of.id)
    const told = await toldOf(world, of.id, 'brokerage.question-answered')
    return doneOf(came) === 1 && told === 1 && first?.state === 'open'
      ? undefined
      : `${said(came)}, ${told} told, ${first?.state}`
  },
}
