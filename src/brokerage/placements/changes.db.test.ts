import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import type { Actor } from '../../core/auth/index.ts'
import type { Database, Db } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { addDays, type Id, londonDate } from '../../core/values/index.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { openRound } from '../offers/commands/open-round.ts'
import type { Outcome } from '../offers/outcome.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { leftOfOffer } from '../offers/queries/unplaced.ts'
import { visitsOf } from '../offers/unplaced.ts'
import { packageBy } from '../requests/queries/package.ts'
import { brokerage } from '../schema/index.ts'
import { bands, weekdays } from '../visit-line.ts'
import { amendPackage } from './commands/amend-package.ts'
import { cancelPlacement, endPackage } from './commands/end-package.ts'
import { handBack } from './commands/hand-back.ts'
import { moveEnd } from './commands/move-end.ts'
import { moveStart } from './commands/move-start.ts'
import { resumePlacement, suspendPlacement } from './commands/rest-placement.ts'
import { startPlacement } from './commands/start-placement.ts'
import { transferPlacement } from './commands/transfer-placement.ts'
import { turnDays } from './commands/turn-days.ts'
import { type Course, takenFrom } from './course.ts'
import { coursesOf } from './queries/courses.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database?.close())

const days = fc.integer({ min: -3, max: 40 })
const line = fc.record({
  band: fc.constantFrom(...bands.slice(0, 4)),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  minutes: fc.constantFrom(15, 30, 45, 60),
  carers: fc.constantFrom(1 as const, 2 as const),
})
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('amend' as const),
      days,
      lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('accept' as const), days, part: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'start' as const,
        'later-start' as const,
        'go-on' as const,
        'resume' as const,
        'hand-back' as const,
        'transfer' as const,
      ),
      days,
      which: fc.nat(3),
      to: fc.nat(4),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('suspend' as const),
      days,
      which: fc.nat(3),
      length: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('end' as const, 'cancel' as const), days, which: fc.nat(3) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 30 }) }) },
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

interface Run {
  readonly packageId: Id
  at: Date
}

const act = <T>(work: (db: Db, actor: Actor) => Promise<T>): Promise<T> =>
  world.act((db) => work(db, world.broker), world.broker)
const courses = ({ packageId }: Run): Promise<Course[]> =>
  world.act((db) => coursesOf(db, world.partnership.id, packageId))

/** Does one change, as far as it is allowed. */
async function make(run: Run, one: Change): Promise<Outcome | undefined> {
  const { packageId, at } = run
  const partnershipId = world.partnership.id
  const day = addDays(londonDate(at), one.days)
  if (one.kind === 'wait') {
    run.at = new Date(at.getTime() + one.days * 86_400_000)
    await turnDays(database, run.at, partnershipId)
    return undefined
  }
  if (one.kind === 'accept') return accept(run, day, one.part)
  if (one.kind === 'amend')
    return act((db, actor) =>
      amendPackage(db, actor, { partnershipId, packageId, at, from: day, lines: one.lines, reason: 'Review' }),
    )
  if (one.kind === 'end' && one.which === 0)
    return act((db, actor) => endPackage(db, actor, { partnershipId, packageId, at, on: day, reason: 'own-choice' }))
  const all = await courses(run)
  const course = all[('which' in one ? one.which : 0) % Math.max(1, all.length)]
  if (!course) return undefined
  const which = { partnershipId, placementId: course.id, at }
  switch (one.kind) {
    case 'start':
      return act((db, actor) =>
        startPlacement(db, actor, { ...which, startedOn: day < londonDate(at) ? day : londonDate(at) }),
      )
    case 'later-start':
      return act((db, actor) =>
        moveStart(db, actor, { ...which, startsOn: day, reason: 'hospital', consent: 'Its manager, by telephone' }),
      )
    case 'go-on':
      return act((db, actor) =>
        moveEnd(db, actor, { ...which, endsOn: day, reason: 'nobody-found', consent: 'Its manager, by telephone' }),
      )
    case 'resume':
      return act((db, actor) => resumePlacement(db, actor, { ...which, on: day }))
    case 'hand-back':
      return act((db, actor) => handBack(db, actor, { ...which, on: day, reason: 'no-capacity-staff' }))
    case 'cancel':
      return act((db, actor) => cancelPlacement(db, actor, { ...which, reason: 'other' }))
    case 'suspend':
      return act((db, actor) =>
        suspendPlacement(db, actor, {
          ...which,
          from: day,
          until: one.length === null ? null : addDays(day, one.length),
          reason: 'hospital',
        }),
      )
    case 'transfer': {
      const to = [world.lead, ...world.fallbacks, ...world.additional][one.to]
      return act((db, actor) =>
        transferPlacement(db, actor, {
          ...which,
          toId: to?.id ?? '',
          on: day,
          reason: 'quality',
          approvedBy: 'Example Manager',
        }),
      )
    }
    default:
      return undefined
  }
}

/** Sends offers where none are out, and accepts a part of the first: every so-many-th visit. */
async function accept(run: Run, day: string, part: number): Promise<Outcome | undefined> {
  const { packageId, at } = run
  const partnershipId = world.partnership.id
  const open = async () =>
    (await world.act((db) => offersOfPackage(db, partnershipId, packageId))).filter(({ state }) => state === 'open')
  const of = await world.act((db) => packageBy(db, partnershipId, { id: packageId }, londonDate(at)))
  if ((await open()).length === 0 && of)
    await act((db, actor) => openRound(db, actor, { partnershipId, packageId, version: of.version, at }))
  const [offer] = await open()
  if (!offer) return undefined
  const left = visitsOf(await world.act((db) => leftOfOffer(db, partnershipId, offer.id)))
  const visits = left.filter((_, index) => index % part === 0)
  const answer = { kind: 'accept-part' as const, startOn: day, visits }
  return world.act((db) =>
    answerOffer(db, world.providerOf({ id: offer.organisationId }), { partnershipId, offerId: offer.id, answer, at }),
  )
}

/** What is wrong with all that stands; nothing when all laws hold. */
async function wrongs(run: Run): Promise<string[]> {
  const partnershipId = world.partnership.id
  const { rows } = await world.act((db) =>
    sql<{ twice: number; unwanted: number; miscounted: number; called: number }>`select
      (select count(*)::int from placed_visit a join placed_visit b on b.partnership_id = a.partnership_id
        and b.line_id = a.line_id and b.weekday = a.weekday and b.id > a.id and b.held && a.held
        where a.partnership_id = ${partnershipId}) as twice,
      (select count(*)::int from placed_visit v join package_line l on l.partnership_id = v.partnership_id and l.id = v.line_id
        where v.partnership_id = ${partnershipId} and (not l.held @> v.held or (l.days >> (v.weekday - 1)) & 1 = 0)) as unwanted,
      (select count(*)::int from (
        select p.organisation_id, m.key as band, sum(m.value::int) as minutes from placement p, jsonb_each_text(p.committed) m
          where p.partnership_id = ${partnershipId} group by 1, 2) g
        full join (select organisation_id, band, sum(committed_minutes) as minutes from capacity_cell
          where partnership_id = ${partnershipId} group by 1, 2) c using (organisation_id, band)
        where coalesce(g.minutes, 0) <> coalesce(c.minutes, 0)) as miscounted,
      (select count(*)::int from placement p join placed_visit v on v.partnership_id = p.partnership_id and v.placement_id = p.id
        where p.partnership_id = ${partnershipId} and (p.state = 'cancelled' or upper(v.held) > p.ends_on
          or (p.ends_on is not null and upper_inf(v.held)))) as called`.execute(brokerage(db)),
  )
  const today = londonDate(run.at)
  const all = await courses(run)
  const untrue = all.filter(
    (course) => JSON.stringify(inOrder(course.committed)) !== JSON.stringify(inOrder(takenFrom(course, today))),
  )
  return [
    ...Object.entries(rows[0] ?? {}).flatMap(([law, count]) => (count === 0 ? [] : [`${law}: ${count}`])),
    ...untrue.map(({ reference }) => `${reference} takes other minutes than it gives`),
  ]
}

const inOrder = (minutes: Course['committed']) =>
  bands.flatMap((band) => ((minutes[band] ?? 0) > 0 ? [[band, minutes[band]]] : []))

test('whatever changes follow each other, a visit has one provider a day, nobody gives what is not wanted, and capacity is what is given', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 12 }), async (changes) => {
      const { id: packageId } = await world.askPackage()
      const run: Run = { packageId, at: monday }
      await accept(run, londonDate(monday), 1)
      for (const one of changes) {
        const outcome = await make(run, one)
        if (outcome?.outcome === 'done') done += 1
        expect({ after: one, wrong: await wrongs(run) }).toEqual({ after: one, wrong: [] })
      }
    }),
    { numRuns: Number(process.env.MERCAT_RUNS ?? 20), endOnFailure: true },
  )
  expect(done).toBeGreaterThan(20)
  expect(await world.act((db) => verifyLedger(db, world.partnership.id))).toMatchObject({ ok: true })
}, 600_000)
