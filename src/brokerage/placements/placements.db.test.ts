import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { at, day, type PlacedCare, placedCare, today } from '../../../test/support/placed-care.ts'
import type { Actor } from '../../core/auth/index.ts'
import type { Database } from '../../core/db/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { declareCapacity } from '../../providers/index.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { brokerage } from '../schema/index.ts'
import { amendPackage } from './commands/amend-package.ts'
import { moveStart } from './commands/move-start.ts'
import { resumePlacement, suspendPlacement } from './commands/rest-placement.ts'
import { startPlacement } from './commands/start-placement.ts'
import { transferPlacement } from './commands/transfer-placement.ts'
import { turnDays } from './commands/turn-days.ts'
import { costOf } from './queries/cost.ts'

let database: Database
let world: Brokerage
let care: PlacedCare
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
  care = placedCare(world)
})
afterAll(() => database?.close())

test('a start is confirmed looking back, by the provider itself only, and ends the waiting on its day', async () => {
  const of = await care.placed(day(1))
  const course = await care.onlyCourse(of.id)
  const confirm = (startedOn: string, actor: Actor = world.providerOf(world.lead)) =>
    world.act((db) =>
      startPlacement(db, actor, { partnershipId: care.partnershipId, placementId: course.id, startedOn, at: at(3) }),
    )
  await expect(confirm(day(1), world.providerOf(world.fallbacks[0]))).rejects.toMatchObject({ kind: 'not-found' })
  expect(await confirm(day(4))).toMatchObject({ because: 'bad-day' })
  expect(await confirm('2026-11-19')).toMatchObject({ because: 'start-too-early' })
  expect(await confirm('nonsense')).toMatchObject({ because: 'bad-day' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'agreed', startedOn: null })
  expect(await confirm(day(2))).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'started', startedOn: day(2) })
  expect((await care.onlyCourse(of.id)).visits.every(({ from }) => from === day(2))).toBe(true)
  expect(await care.spell(of.id)).toMatchObject({ endedOn: day(2), endReason: 'care-in-place' })
  expect(await confirm(day(1))).toMatchObject({ because: 'begun' })
})

test('an agreed start moves to a later day with the provider’s word for it, and waiting goes on until then', async () => {
  const of = await care.placed(day(1))
  const course = await care.onlyCourse(of.id)
  const move = (over: object = {}) =>
    care.broker((db, actor) =>
      moveStart(db, actor, {
        ...{ partnershipId: care.partnershipId, placementId: course.id, startsOn: day(5), at: at(0) },
        ...{ reason: 'hospital' as const, consent: 'Its manager, by telephone', ...over },
      }),
    )
  expect(await move({ startsOn: day(1) })).toMatchObject({ because: 'bad-day' })
  expect(await move({ startsOn: 'nonsense' })).toMatchObject({ because: 'bad-day' })
  expect(await move({ startsOn: day(2), at: at(3) })).toMatchObject({ because: 'bad-day' })
  expect(await move({ consent: ' ' })).toMatchObject({ because: 'no-words' })
  expect(await move({ consent: 'Ring 01506 555 0199' })).toMatchObject({ because: 'tells-who' })
  expect(await move({ reason: 'weather' })).toMatchObject({ because: 'no-reason' })
  expect(await care.onlyCourse(of.id)).toEqual(course)
  expect(await move()).toEqual({ outcome: 'done' })
  const moved = await care.onlyCourse(of.id)
  expect(moved).toMatchObject({ state: 'agreed', startsOn: day(5), startedOn: null, committed: course.committed })
  expect(moved.visits.every(({ from }) => from === day(5))).toBe(true)
  expect(await care.now(of.id)).toMatchObject({ state: 'placed' })
  expect(await care.openOffers(of.id)).toEqual([])
  expect(await care.spell(of.id)).toMatchObject({ endedOn: null })
  const entries = await world.act((db) => entriesOf(db, care.partnershipId, { kind: 'package', id: of.id }))
  expect(entries.find(({ event }) => event === 'brokerage.placement-start-moved')?.payload).toMatchObject({
    ...{ agreed: day(1), startsOn: day(5), reason: 'hospital', consent: 'Its manager, by telephone' },
  })
  const start = { partnershipId: care.partnershipId, placementId: course.id, startedOn: day(5), at: at(5) }
  expect(await care.broker((db, actor) => startPlacement(db, actor, start))).toEqual({ outcome: 'done' })
  expect(await care.spell(of.id)).toMatchObject({ endedOn: day(5), endReason: 'care-in-place' })
  expect(await move({ startsOn: day(9), at: at(5) })).toMatchObject({ because: 'begun' })
})

test('a change leaves visits that stay and shorter ones with their provider, and asks it first about new and longer ones', async () => {
  const { of } = await care.begun()
  const [morning, evening] = of.lines
  if (!morning || !evening) throw new Error('The sample has two lines.')
  const every = morning.days
  const lines = [
    { ...morning, minutes: 45 },
    { ...evening, minutes: 15 },
    { band: 'midday' as const, days: [1, 3] as const, minutes: 30, carers: 1 as const },
  ]
  const amend = (version: number, over: object = {}) =>
    care.broker((db, actor) =>
      amendPackage(db, actor, {
        ...{
          partnershipId: care.partnershipId,
          packageId: of.id,
          version,
          from: day(7),
          lines,
          reason: 'Review',
          at: at(1),
        },
        ...over,
      }),
    )
  const before = await care.taken(world.lead.id)
  expect(await amend(of.version - 1)).toMatchObject({ because: 'conflict' })
  expect(await amend(of.version, { lines: [] })).toMatchObject({ because: 'bad-visits' })
  expect(await amend(of.version, { lines: [{ ...morning, minutes: 1440 }, evening] })).toMatchObject({
    because: 'bad-visits',
  })
  expect(await amend(of.version, { needs: ['Mrs Example'] })).toMatchObject({ because: 'bad-visits' })
  expect(await amend(of.version, { startBy: '2026-11-01' })).toMatchObject({ because: 'start-too-early' })
  expect(await amend(of.version, { from: day(-3) })).toMatchObject({ because: 'bad-day' })
  expect(await amend(of.version, { lines: of.lines })).toMatchObject({ because: 'nothing-changed' })
  expect(await care.now(of.id)).toMatchObject({ version: of.version, state: 'placed' })
  expect(await amend(of.version)).toEqual({ outcome: 'done' })
  const [course] = await care.courses(of.id)
  expect(course?.visits.filter(({ until }) => until === null).map(({ minutes }) => minutes)).toEqual(
    every.map(() => 15),
  )
  expect(course?.visits.filter(({ until }) => until === day(7))).toHaveLength(14)
  // Until the day it gives what it gave, so that much is taken.
  expect(await care.taken(world.lead.id)).toEqual(before)
  const [offer, ...others] = await care.openOffers(of.id)
  expect(others).toEqual([])
  expect(offer).toMatchObject({ organisationId: world.lead.id, weeklyMinutes: 7 * 45 + 2 * 30 })
  const told = await world.act((db) => entriesOf(db, care.partnershipId, { kind: 'package', id: of.id }))
  const sent = told.findLast(({ event }) => event === 'brokerage.offers-sent')
  expect(sent?.payload).toMatchObject({
    input: { goesWith: world.lead.id },
    decision: { why: expect.stringContaining('goes with what it gives already') },
  })
  // Declined, the order of the rule is kept: the lead was asked, so a fallback comes next.
  await world.act((db) =>
    answerOffer(db, world.providerOf(world.lead), {
      partnershipId: care.partnershipId,
      offerId: offer?.id ?? '',
      answer: { kind: 'decline', reason: 'no-capacity-time', words: '' },
      at: at(1),
    }),
  )
  expect(await care.openOffers(of.id)).toMatchObject([{ organisationId: world.fallbacks[0].id }])
  await turnDays(database, at(8), care.partnershipId)
})

test('one who does not stand in the first step is asked first all the same when it gives the care', async () => {
  const { of, course } = await care.begun()
  const moved = await care.broker((db, actor) =>
    transferPlacement(db, actor, {
      ...{ partnershipId: care.partnershipId, placementId: course.id, toId: world.additional[1].id, on: day(1) },
      ...{ reason: 'own-choice', approvedBy: 'Example Manager', at: at(1) },
    }),
  )
  expect(moved).toEqual({ outcome: 'done' })
  const lines = [...of.lines, { band: 'bedtime' as const, days: [7] as const, minutes: 30, carers: 2 as const }]
  const came = await care.broker((db, actor) =>
    amendPackage(db, actor, {
      partnershipId: care.partnershipId,
      packageId: of.id,
      from: day(2),
      lines,
      reason: 'Falls',
      at: at(1),
    }),
  )
  expect(came).toEqual({ outcome: 'done' })
  expect(await care.openOffers(of.id)).toMatchObject([
    { organisationId: world.additional[1].id, pool: 'additional', step: 1 },
  ])
  expect(await care.now(of.id)).toMatchObject({ state: 'offering' })
})

test('care rests and goes on; what nobody knows the end of gives its capacity back after the days of the terms', async () => {
  const { of, course } = await care.begun()
  const suspend = (from: string, until: string | null, days: number) =>
    care.broker((db, actor) =>
      suspendPlacement(db, actor, {
        ...{ partnershipId: care.partnershipId, placementId: course.id, from, until, reason: 'hospital', at: at(days) },
      }),
    )
  const resume = (on: string, days: number) =>
    care.broker((db, actor) =>
      resumePlacement(db, actor, { partnershipId: care.partnershipId, placementId: course.id, on, at: at(days) }),
    )
  const before = await care.taken(world.lead.id)
  expect(await suspend(day(-2), null, 2)).toMatchObject({ because: 'bad-day' })
  expect(await suspend(day(2), day(2), 2)).toMatchObject({ because: 'bad-day' })
  expect(await resume(day(3), 3)).toMatchObject({ because: 'decided' })
  expect(await suspend(day(1), null, 2)).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'suspended' })
  expect(await care.now(of.id)).toMatchObject({ state: 'suspended' })
  expect(await suspend(day(5), null, 2)).toMatchObject({ because: 'at-rest' })
  expect(await care.taken(world.lead.id)).toEqual(before)
  expect(await turnDays(database, at(28), care.partnershipId)).toBe(0)
  expect(await turnDays(database, at(29), care.partnershipId)).toBe(1)
  expect(await turnDays(database, at(29), care.partnershipId)).toBe(0)
  const freed = await care.taken(world.lead.id)
  expect(freed.cells).toBe(before.cells - 420)
  expect(freed.placements).toBe(freed.cells)
  // Somebody else's care took the room meanwhile.
  const capacity = (minutes: number) =>
    world.act((db) =>
      declareCapacity(db, world.providerOf(world.lead), at(29), {
        ...{
          partnershipId: care.partnershipId,
          organisationId: world.lead.id,
          serviceType: world.serviceType,
          area: world.area,
        },
        minutesByBand: { morning: minutes, midday: minutes, evening: minutes, bedtime: minutes },
      }),
    )
  const morning = await bandTaken(world.lead.id, 'morning')
  await capacity(Math.max(morning, await bandTaken(world.lead.id, 'evening'), await bandTaken(world.lead.id, 'midday')))
  expect(await resume(day(30), 30)).toMatchObject({ outcome: 'refused', because: 'no-capacity' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'suspended' })
  await capacity(10_000)
  expect(await resume(day(30), 30)).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'started' })
  expect(await care.now(of.id)).toMatchObject({ state: 'placed' })
  expect(await care.taken(world.lead.id)).toEqual(before)
  // A rest with a known end begins and ends by itself.
  expect(await suspend(day(40), day(43), 31)).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'started' })
  expect(await turnDays(database, at(40), care.partnershipId)).toBe(1)
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'suspended' })
  expect(await turnDays(database, at(43), care.partnershipId)).toBe(1)
  expect(await care.now(of.id)).toMatchObject({ state: 'placed' })
})

const bandTaken = async (organisationId: Id, band: string): Promise<number> => {
  const { rows } = await world.act((db) =>
    sql<{ minutes: number }>`select coalesce(sum(committed_minutes), 0)::int as minutes from capacity_cell
      where partnership_id = ${care.partnershipId} and organisation_id = ${organisationId} and band = ${band}`.execute(
      brokerage(db),
    ),
  )
  return rows[0]?.minutes ?? 0
}

test('what care costs counts a new price from its day, leaves pauses out, and says why a day has none', async () => {
  const { course } = await care.begun()
  const cost = (from: string, until: string) =>
    world.act((db) => costOf(db, care.partnershipId, { id: course.id }, from, until))
  // 21.00 an hour, an hour a day.
  expect(await cost(today, day(7))).toEqual({ pence: 7 * 2100, unpriced: null })
  expect(await cost(day(-7), day(1))).toEqual({ pence: 2100, unpriced: null })
  await care.broker((db, actor) =>
    suspendPlacement(db, actor, {
      ...{
        partnershipId: care.partnershipId,
        placementId: course.id,
        from: day(2),
        until: day(4),
        reason: 'respite',
        at: at(1),
      },
    }),
  )
  expect(await cost(today, day(7))).toEqual({ pence: 5 * 2100, unpriced: null })
})
