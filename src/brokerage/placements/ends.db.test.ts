import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { at, day, type PlacedCare, placedCare } from '../../../test/support/placed-care.ts'
import type { Actor } from '../../core/auth/index.ts'
import type { Database } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { newId } from '../../core/values/index.ts'
import { brokerage } from '../schema/index.ts'
import { amendPackage } from './commands/amend-package.ts'
import { cancelPlacement, endPackage, withdrawPackage } from './commands/end-package.ts'
import { handBack } from './commands/hand-back.ts'
import { moveEnd } from './commands/move-end.ts'
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

test('a provider gives care back with notice; the package waits again from that day, and the provider is told nothing more', async () => {
  const { of, course } = await care.begun()
  const give = (on: string, actor: Actor, over: object = {}) =>
    world.act(
      (db) =>
        handBack(db, actor, {
          ...{
            partnershipId: care.partnershipId,
            placementId: course.id,
            on,
            reason: 'no-capacity-staff',
            at: at(2),
            ...over,
          },
        }),
      actor.kind === 'staff' ? actor : world.system,
    )
  const own = world.providerOf(world.lead)
  await expect(give(day(30), world.providerOf(world.additional[0]))).rejects.toMatchObject({ kind: 'not-found' })
  expect(await give(day(29), own)).toMatchObject({ because: 'notice-too-short' })
  expect(await give(day(30), own, { reason: 'we are tired' })).toMatchObject({ because: 'no-reason' })
  await world.act((db) =>
    brokerage(db)
      .insertInto('placement_term')
      .values({
        ...{
          partnership_id: care.partnershipId,
          id: newId(),
          contract_id: world.contractId,
          notice_days: 14,
          keep_days: 7,
        },
        ...{ held: '[2025-04-01,)', told_at: monday, told_by: null },
      })
      .execute(),
  )
  expect(await give(day(15), own)).toMatchObject({ because: 'notice-too-short' })
  expect(await give(day(16), own)).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'notice', endsOn: day(16), endReason: 'handed-back' })
  expect(await care.now(of.id)).toMatchObject({ state: 'waiting' })
  expect(await give(day(20), own)).toMatchObject({ because: 'decided' })
  expect((await care.reveals(of.id)).find(({ stage }) => stage === 'person')?.content).not.toBeNull()
  const before = await care.taken(world.lead.id)
  expect(await turnDays(database, at(16), care.partnershipId)).toBeGreaterThan(0)
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'ended' })
  expect(
    (await care.reveals(of.id)).every(({ content, withdrawn_at }) => content === null && withdrawn_at !== null),
  ).toBe(true)
  const after = await care.taken(world.lead.id)
  expect(before.cells - after.cells).toBeGreaterThanOrEqual(420)
  expect(after.placements).toBe(after.cells)
  expect(await care.spell(of.id)).toMatchObject({ endedOn: null, pieces: [{ from: day(16), reason: 'handed-back' }] })
  await world.act((db) =>
    brokerage(db).deleteFrom('placement_term').where('partnership_id', '=', care.partnershipId).execute(),
  )
})

test('another provider of the framework takes care over, with its capacity and who the person is', async () => {
  const { of, course } = await care.begun()
  const to = world.fallbacks[1]
  const transfer = (over: object = {}) =>
    care.broker((db, actor) =>
      transferPlacement(db, actor, {
        ...{
          partnershipId: care.partnershipId,
          placementId: course.id,
          toId: to.id,
          on: day(10),
          reason: 'merger' as const,
        },
        ...{ approvedBy: 'Example Manager', at: at(2), ...over },
      }),
    )
  expect(await transfer({ approvedBy: ' ' })).toMatchObject({ because: 'no-approver' })
  expect(await transfer({ toId: world.lead.id })).toMatchObject({ because: 'not-in-framework' })
  expect(await transfer({ toId: newId(), reason: 'quality' })).toMatchObject({ because: 'not-in-framework' })
  expect(await transfer({ on: day(-1) })).toMatchObject({ because: 'bad-day' })
  expect(await transfer()).toEqual({ outcome: 'done' })
  const [old, next] = await care.courses(of.id)
  expect(old).toMatchObject({ state: 'notice', endsOn: day(10), endReason: 'transferred' })
  expect(next).toMatchObject({ state: 'agreed', organisationId: to.id, startsOn: day(10) })
  expect(await care.now(of.id)).toMatchObject({ state: 'placed' })
  expect((await care.reveals(of.id)).at(-1)).toMatchObject({
    organisation_id: to.id,
    stage: 'person',
    placement_id: next?.id,
    withdrawn_at: null,
  })
  expect(await care.taken(to.id)).toMatchObject({ cells: 420, placements: 420 })
  await turnDays(database, at(10), care.partnershipId)
  expect((await care.courses(of.id)).map(({ state }) => state)).toEqual(['ended', 'agreed'])
  const costs = await world.act((db) => costOf(db, care.partnershipId, { id: next?.id ?? '' }, day(10), day(17)))
  // 22.00 an hour for seven hours: the fallback's own price.
  expect(costs).toEqual({ pence: 15_400, unpriced: null })
})

test('a package ends on a day, also one to come; one that was never begun is withdrawn', async () => {
  const { of, course } = await care.begun()
  const end = (on: string, over: object = {}) =>
    care.broker((db, actor) =>
      endPackage(db, actor, {
        partnershipId: care.partnershipId,
        packageId: of.id,
        on,
        reason: 'care-home',
        at: at(3),
        ...over,
      }),
    )
  expect(await end(day(-1))).toMatchObject({ because: 'bad-day' })
  expect(await end(day(5), { reason: 'because' })).toMatchObject({ because: 'no-reason' })
  expect(await end(day(9))).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'notice', endsOn: day(9) })
  expect(await care.now(of.id)).toMatchObject({ state: 'placed' })
  expect(await end(day(10))).toMatchObject({ because: 'bad-day' })
  const late = { partnershipId: care.partnershipId, packageId: of.id, from: day(9), reason: 'Review', at: at(3) }
  const longer = of.lines.map((line) => ({ ...line, minutes: 45 }))
  expect(await care.broker((db, actor) => amendPackage(db, actor, { ...late, lines: longer }))).toMatchObject({
    because: 'bad-day',
  })
  // Sooner than was planned, and looking back.
  expect(await end(day(2))).toEqual({ outcome: 'done' })
  expect(await care.now(of.id)).toMatchObject({ state: 'ended' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ id: course.id, state: 'ended', endsOn: day(2), committed: {} })
  expect(await end(day(3))).toMatchObject({ because: 'not-live' })
  const agreed = await care.placed(day(4))
  const withdraw = () =>
    care.broker((db, actor) =>
      withdrawPackage(db, actor, {
        partnershipId: care.partnershipId,
        packageId: agreed.id,
        reason: 'family',
        at: at(1),
      }),
    )
  expect(
    await care.broker((db, actor) =>
      endPackage(db, actor, {
        partnershipId: care.partnershipId,
        packageId: agreed.id,
        on: day(5),
        reason: 'died',
        at: at(1),
      }),
    ),
  ).toMatchObject({ because: 'not-begun' })
  expect(await withdraw()).toEqual({ outcome: 'done' })
  expect(await care.now(agreed.id)).toMatchObject({ state: 'withdrawn' })
  expect(await care.onlyCourse(agreed.id)).toMatchObject({ state: 'cancelled', visits: [], committed: {} })
  expect((await care.reveals(agreed.id)).every(({ content }) => content === null)).toBe(true)
  expect(await care.spell(agreed.id)).toMatchObject({ endReason: 'withdrawn' })
  const called = await care.placed(day(4))
  const { id } = await care.onlyCourse(called.id)
  expect(
    await care.broker((db, actor) =>
      cancelPlacement(db, actor, {
        partnershipId: care.partnershipId,
        placementId: id,
        reason: 'provider-cannot-start',
        at: at(1),
      }),
    ),
  ).toEqual({ outcome: 'done' })
  expect(await care.now(called.id)).toMatchObject({ state: 'waiting' })
})

test('a planned end moves to a later day before it comes: what was handed back goes on, and a package with all of it', async () => {
  const { of, course } = await care.begun()
  const later = (endsOn: string, over: object = {}) =>
    care.broker((db, actor) =>
      moveEnd(db, actor, {
        ...{ partnershipId: care.partnershipId, placementId: course.id, endsOn, reason: 'nobody-found' as const },
        ...{ consent: 'Its manager, by telephone', at: at(2), ...over },
      }),
    )
  expect(await later(day(9))).toMatchObject({ because: 'decided' })
  const give = { partnershipId: care.partnershipId, placementId: course.id, on: day(10), at: at(1) }
  await care.broker((db, actor) => handBack(db, actor, { ...give, reason: 'no-capacity-staff' }))
  const fresh = await care.now(of.id)
  await world.open(fresh, { at: at(1) })
  expect((await world.offers(of.id)).filter(({ state }) => state === 'open')).toHaveLength(1)
  expect(await later(day(10))).toMatchObject({ because: 'bad-day' })
  expect(await later(day(20), { reason: 'because' })).toMatchObject({ because: 'no-reason' })
  expect(await later(day(20), { consent: ' ' })).toMatchObject({ because: 'no-words' })
  expect(await later(day(20))).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(of.id)).toMatchObject({ state: 'notice', endsOn: day(20), endReason: 'handed-back' })
  expect((await care.onlyCourse(of.id)).visits.map(({ until }) => until)).toEqual(Array(14).fill(day(20)))
  expect((await world.offers(of.id)).filter(({ state }) => state === 'open')).toEqual([])
  expect(await care.now(of.id)).toMatchObject({ state: 'waiting' })
  const moved = (await world.told(of.id)).find(({ event }) => event === 'brokerage.placement-end-moved')
  expect(moved?.payload).toMatchObject({ agreed: day(10), endsOn: day(20), reason: 'nobody-found', withPackage: false })
  expect(await world.act((db) => costOf(db, care.partnershipId, { id: course.id }, day(10), day(17)))).toMatchObject({
    pence: 14_700,
  })
  // Somebody else follows; beyond that day it can't go on.
  const to = { toId: world.fallbacks[1].id, on: day(15), reason: 'round' as const, approvedBy: 'Example Manager' }
  const second = await care.begun()
  const which = { partnershipId: care.partnershipId, placementId: second.course.id, at: at(2) }
  expect(await care.broker((db, actor) => transferPlacement(db, actor, { ...which, ...to }))).toEqual({
    outcome: 'done',
  })
  expect(await later(day(25), { placementId: second.course.id })).toMatchObject({
    because: 'bad-day',
    sentence: expect.stringContaining('gives some of these visits from'),
  })
  // The whole package.
  const third = await care.begun()
  const whole = { partnershipId: care.partnershipId, packageId: third.of.id, on: day(9), at: at(3) }
  await care.broker((db, actor) => endPackage(db, actor, { ...whole, reason: 'care-home' }))
  expect(await later(day(16), { placementId: third.course.id, reason: 'needs-go-on' })).toEqual({ outcome: 'done' })
  expect(await care.onlyCourse(third.of.id)).toMatchObject({ state: 'notice', endsOn: day(16) })
  await turnDays(database, at(9), care.partnershipId)
  expect(await care.now(third.of.id)).toMatchObject({ state: 'placed' })
  expect(await later(day(30), { placementId: third.course.id, at: at(17) })).toMatchObject({ because: 'over' })
  await turnDays(database, at(17), care.partnershipId)
  expect(await care.now(third.of.id)).toMatchObject({ state: 'ended' })
})

test('a second live package for one need of one person is refused, and refused by the database itself', async () => {
  const { of } = await care.begun()
  await expect(world.askPackage({ personId: of.personId })).rejects.toThrow('one_live_package_a_need')
  await care.broker((db, actor) =>
    endPackage(db, actor, {
      partnershipId: care.partnershipId,
      packageId: of.id,
      on: day(1),
      reason: 'own-choice',
      at: at(2),
    }),
  )
  expect(await world.askPackage({ personId: of.personId })).toMatchObject({ state: 'waiting' })
})

test('the ledger of all these changes verifies', async () => {
  expect(await world.act((db) => verifyLedger(db, care.partnershipId))).toMatchObject({ ok: true })
})
