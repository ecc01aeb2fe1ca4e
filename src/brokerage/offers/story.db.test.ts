import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Brokerage,
  minutesOn,
  monday,
  newBrokerage,
  sampleStep,
  sampleSteps,
} from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import type { Database } from '../../core/db/index.ts'
import { declareCapacity, freeCapacity } from '../../providers/index.ts'
import type { CarePackage } from '../care-package.ts'
import type { Offer } from '../offer.ts'
import { nextOffers } from '../rules/next-offers.ts'
import { brokerage } from '../schema/index.ts'
import type { Answer } from './answer.ts'
import { answerQuestion } from './commands/answer-question.ts'
import { decideApproval } from './commands/decide-approval.ts'
import { decideProposal } from './commands/decide-proposal.ts'
import { dueWork } from './commands/due-work.ts'
import { cancelRound, pauseRound, resumeRound, widenRound } from './commands/steer-round.ts'
import { approvalsOfPackage } from './queries/approvals.ts'
import { ladderOf } from './queries/ladder.ts'
import { unplacedOf } from './queries/unplaced.ts'
import { visitsOf } from './unplaced.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

const accept: Answer = { kind: 'accept', startOn: '2026-11-26' }
const decline: Answer = { kind: 'decline', reason: 'no-capacity-time', words: '' }

/** A package with its first offers out. */
async function offered(of: Brokerage = world, fromStep?: number) {
  const asked = await of.askPackage()
  expect(await of.open(asked, { fromStep })).toMatchObject({ outcome: 'done' })
  return { asked, first: await firstOf(asked, of) }
}

async function firstOf(asked: CarePackage, of: Brokerage = world): Promise<Offer> {
  const [first] = await of.offers(asked.id)
  if (!first) throw new Error('Nobody was asked.')
  return first
}

const due = (minutes: number, of: Brokerage = world) => dueWork(database, minutesOn(minutes), of.partnership.id)

/** What brokers do, on the package as it is now. */
async function steer<More extends object>(
  command: (
    db: Parameters<typeof pauseRound>[0],
    actor: Parameters<typeof pauseRound>[1],
    asked: Parameters<typeof pauseRound>[2] & More,
  ) => Promise<{ outcome: string }>,
  asked: CarePackage,
  at: Date,
  more: More,
) {
  const { version } = await world.package(asked.id)
  const of = { partnershipId: world.partnership.id, packageId: asked.id, version, at, ...more }
  return world.act((db) => command(db, world.broker, of), world.broker)
}

const reveals = (packageId: string) =>
  world.act((db) =>
    brokerage(db)
      .selectFrom('reveal')
      .select(['organisation_id', 'stage', 'content', 'withdrawn_at'])
      .where('partnership_id', '=', world.partnership.id)
      .where('package_id', '=', packageId)
      .orderBy('revealed_at')
      .execute(),
  )

test('declined, lapsed, accepted in part, then in whole: the round ends when nothing is left', async () => {
  const { asked, first } = await offered()
  expect(first).toMatchObject({ organisationId: world.lead.id, step: 1, weeklyMinutes: 420, weeklyPence: 14700 })
  expect(first.ask).toEqual({
    ...{ partnership: world.partnership.title, serviceType: 'care-at-home', district: 'EH47', needs: [] },
    ...{ lines: asked.lines, startBy: '2026-11-30', shortTerm: false, origin: 'community' },
  })
  expect(await world.package(asked.id)).toMatchObject({ state: 'offering' })
  expect(await world.answer(first, decline, minutesOn(10))).toMatchObject({ outcome: 'done', state: 'declined' })
  expect(await due(195)).toMatchObject({ lapsed: 1 })
  const [, , third] = await world.offers(asked.id)
  if (!third) throw new Error('The second fallback was not asked.')
  expect(third).toMatchObject({ organisationId: world.fallbacks[1].id, step: 2, turn: 2, state: 'open' })
  const [morning, evening] = asked.lines
  if (!morning || !evening) throw new Error('The package has no lines.')
  const part: Answer = { kind: 'accept-part', startOn: '2026-11-26', visits: visitsOf([morning]) }
  expect(await world.answer(third, part, minutesOn(200))).toMatchObject({ outcome: 'done', state: 'part-accepted' })
  const [a, b] = (await world.offers(asked.id)).filter(({ step }) => step === 3)
  if (!a || !b) throw new Error('The additional providers were not asked.')
  // What is left is offered, no more.
  expect([a, b]).toMatchObject([{ weeklyMinutes: 210, ask: { lines: [evening] } }, { weeklyMinutes: 210 }])
  expect(await world.answer(b, accept, minutesOn(210))).toMatchObject({ outcome: 'done', state: 'accepted' })
  expect((await world.offers(asked.id)).map(({ state }) => state)).toEqual([
    ...['declined', 'lapsed', 'part-accepted'],
    ...['taken', 'accepted'],
  ])
  expect(await world.rounds(asked.id)).toMatchObject([{ state: 'done', outcome: 'placed', step: 3 }])
  expect(await world.package(asked.id)).toMatchObject({ state: 'placed' })
  const { id: partnershipId } = world.partnership
  expect(await world.act((db) => unplacedOf(db, partnershipId, asked.id, '2026-12-01'))).toBeUndefined()
  expect(await reveals(asked.id)).toMatchObject([
    { organisation_id: third.organisationId, stage: 'person', content: { address: '1 Example Street, Exampleton' } },
    { organisation_id: b.organisationId, stage: 'person', withdrawn_at: null },
  ])
  const [ladder] = await world.act((db) => ladderOf(db, partnershipId, asked.id))
  expect(ladder?.offers.map(({ reveals: told }) => told.length)).toEqual([0, 0, 1, 0, 1])
})

test('each offer that went out is what the rule gives again for what the ledger kept', async () => {
  const { asked, first } = await offered()
  await world.answer(first, decline)
  await due(190)
  await due(380)
  // From twenty past four, four working hours end at twenty past ten of the next day.
  await due(1459)
  expect(await world.package(asked.id)).toMatchObject({ state: 'offering' })
  await due(1460)
  const told = await world.told(asked.id)
  const decided = told.filter(({ rule }) => rule === 'offer-order')
  expect(decided.map(({ event }) => event)).toEqual([
    ...Array(4).fill('brokerage.offers-sent'),
    'brokerage.package-unmet',
  ])
  for (const { payload, ruleVersion } of decided) {
    const { input, decision } = payload as { input: Parameters<typeof nextOffers>[0]; decision: unknown }
    expect(JSON.parse(JSON.stringify(nextOffers(input)))).toEqual(decision)
    expect(ruleVersion).toBe(world.rule.versionId)
  }
  expect(await world.rounds(asked.id)).toMatchObject([{ state: 'done', outcome: 'unmet' }])
  expect(await world.package(asked.id)).toMatchObject({ state: 'unmet' })
  // Nothing that says who it is, and no words of anybody.
  expect(JSON.stringify(told)).not.toMatch(/Example Person|Exampleton|ground floor/)
})

test('a question stops the clock until it is answered, tells the pen picture, and is taken further when nobody answers', async () => {
  const { asked, first } = await offered()
  expect(first.dueAt).toEqual(minutesOn(180))
  expect(await world.answer(first, { kind: 'ask', words: ' ' })).toMatchObject({ because: 'no-words' })
  await world.answer(first, { kind: 'ask', words: 'Is there a key safe?' }, minutesOn(60))
  expect(await firstOf(asked)).toMatchObject({ state: 'asked', dueAt: null, leftMinutes: 120 })
  expect(await world.answer(first, { kind: 'ask', words: 'And parking?' }, minutesOn(61))).toMatchObject({
    because: 'not-open-now',
  })
  expect(await reveals(asked.id)).toMatchObject([{ stage: 'pen-picture', content: { penPicture: asked.penPicture } }])
  expect(await due(239)).toMatchObject({ lapsed: 0, escalated: 0 })
  expect(await due(240)).toMatchObject({ lapsed: 0, escalated: 1 })
  expect(await due(240)).toMatchObject({ escalated: 0 })
  const answer = (words: string) =>
    world.act(
      (db) =>
        answerQuestion(db, world.broker, {
          ...{ partnershipId: world.partnership.id, offerId: first.id, words },
          at: minutesOn(300),
        }),
      world.broker,
    )
  expect(await answer('')).toMatchObject({ because: 'no-words' })
  expect(await answer('Yes.')).toEqual({ outcome: 'done' })
  expect(await answer('No.')).toMatchObject({ because: 'decided' })
  expect(await firstOf(asked)).toMatchObject({ state: 'open', dueAt: minutesOn(420), leftMinutes: null })
  await world.answer(first, decline, minutesOn(301))
  expect(await reveals(asked.id)).toMatchObject([{ content: null, withdrawn_at: minutesOn(301) }])
})

test('other times that are agreed become what is asked for, and those not agreed leave the offer as it was', async () => {
  const { asked, first } = await offered()
  const [morning, evening] = asked.lines
  if (!morning || !evening) throw new Error('The package has no lines.')
  const propose = (lines: readonly unknown[], startOn = '2026-12-03'): Answer => ({
    kind: 'propose',
    proposal: { startOn, lines, words: 'Our round starts later.' } as never,
  })
  const midday = { id: morning.id, band: 'midday', days: morning.days }
  for (const [answer, because] of [
    [propose([midday, midday]), 'bad-proposal'],
    [propose([{ ...midday, days: [1, 2] }]), 'bad-proposal'],
    [propose([{ ...midday, id: first.id }]), 'not-offered'],
    [propose([midday], '2026-11-20'), 'start-too-early'],
    [propose([]), 'nothing-taken'],
  ] as const)
    expect(await world.answer(first, answer)).toMatchObject({ outcome: 'refused', because })
  const decide = (accepted: boolean) =>
    world.act(
      (db) =>
        decideProposal(db, world.broker, {
          ...{ partnershipId: world.partnership.id, offerId: first.id, accept: accepted },
          at: minutesOn(60),
        }),
      world.broker,
    )
  await world.answer(first, propose([midday, { id: evening.id, band: 'evening', days: evening.days }]))
  expect(await decide(false)).toMatchObject({ outcome: 'done' })
  expect(await firstOf(asked)).toMatchObject({ state: 'open', dueAt: minutesOn(235) })
  await world.answer(first, propose([midday]), minutesOn(61))
  expect(await decide(true)).toMatchObject({ outcome: 'done', state: 'part-accepted' })
  expect(await decide(true)).toMatchObject({ because: 'decided' })
  // Asked for from now on, given from the agreed start: the days between are no gap for anybody else to fill.
  expect((await world.package(asked.id, '2026-12-02')).lines.map(({ band }) => band)).toEqual(['midday', 'evening'])
  const { lines } = await world.package(asked.id, '2026-12-03')
  expect(lines.map(({ band }) => band)).toEqual(['midday', 'evening'])
  // The rest is offered on.
  const [, next] = await world.offers(asked.id)
  expect(next).toMatchObject({ organisationId: world.fallbacks[0].id, ask: { lines: [evening] } })
})

test('what can’t be is refused in a sentence, stands in the ledger, and changes nothing', async () => {
  const { asked, first } = await offered()
  const { version } = await world.package(asked.id)
  const [morning] = asked.lines
  if (!morning) throw new Error('The package has no lines.')
  const visits = visitsOf([morning])
  const more = [...visits, { lineId: first.id, weekday: 1 as const }]
  const cases: readonly [Answer, Date, string][] = [
    [{ kind: 'accept', startOn: '2026-11-19' }, minutesOn(1), 'start-too-early'],
    [{ kind: 'accept', startOn: '2026-11-22' }, minutesOn(1), 'start-too-early'],
    [{ kind: 'accept', startOn: '2026-12-01' }, minutesOn(1), 'start-too-late'],
    [{ kind: 'accept', startOn: 'soon' }, minutesOn(1), 'start-too-early'],
    [{ kind: 'accept-part', startOn: '2026-11-26', visits: more }, minutesOn(1), 'not-offered'],
    [{ kind: 'accept-part', startOn: '2026-11-26', visits: [...visits, ...visits] }, minutesOn(1), 'not-offered'],
    [{ kind: 'accept-part', startOn: '2026-11-26', visits: [] }, minutesOn(1), 'nothing-taken'],
    [{ kind: 'decline', reason: 'tired' as never, words: '' }, minutesOn(1), 'no-reason'],
    [accept, minutesOn(180), 'outside-window'],
  ]
  for (const [answer, at, because] of cases) {
    const came = await world.answer(first, answer, at)
    expect(came).toMatchObject({ outcome: 'refused', because, sentence: expect.stringMatching(/[.]$/) })
  }
  expect(await world.package(asked.id)).toMatchObject({ version })
  expect(await firstOf(asked)).toEqual(first)
  const refusals = (await world.told(asked.id)).filter(({ event }) => event === 'brokerage.answer-refused')
  expect(refusals.map(({ actorKind, payload }) => [actorKind, payload])).toEqual(
    cases.map(([{ kind }, , because]) => [
      'provider',
      { offerId: first.id, organisationId: world.lead.id, answer: kind, because },
    ]),
  )
  // Another's offer is not there at all.
  const another = world.providerOf(world.fallbacks[0])
  await expect(world.answer(first, accept, minutesOn(2), another)).rejects.toMatchObject({ kind: 'not-found' })
  expect(await world.answer(first, accept, minutesOn(2))).toMatchObject({ outcome: 'done' })
  expect(await world.answer(first, accept, minutesOn(3))).toMatchObject({ because: 'over' })
  expect(await world.open(await world.package(asked.id))).toMatchObject({ because: 'nothing-to-place' })
})

test('a provider that declared less can’t accept more, and nothing is taken of any part of its day', async () => {
  const small = await newBrokerage(database)
  const { asked, first } = await offered(small)
  const at = { partnershipId: small.partnership.id, serviceType: small.serviceType, area: small.area }
  const minutesByBand = { morning: 500, evening: 200 }
  await small.act((db) =>
    declareCapacity(db, small.system, monday, { ...at, organisationId: small.lead.id, minutesByBand }),
  )
  expect(await small.answer(first, accept)).toMatchObject({ outcome: 'refused', because: 'no-capacity' })
  expect((await small.act((db) => freeCapacity(db, at))).get(small.lead.id)).toEqual(minutesByBand)
  expect(await firstOf(asked, small)).toEqual(first)
})

test('a broker stops the clocks and lets them run on, asks a later step too, and takes everything back', async () => {
  const { asked, first } = await offered()
  const { version } = await world.package(asked.id)
  const stale = { partnershipId: world.partnership.id, packageId: asked.id, version: version - 1, at: minutesOn(20) }
  expect(await world.act((db) => pauseRound(db, world.broker, stale), world.broker)).toMatchObject({
    because: 'conflict',
  })
  expect(await steer(pauseRound, asked, minutesOn(30), {})).toEqual({ outcome: 'done' })
  expect(await steer(pauseRound, asked, minutesOn(30), {})).toMatchObject({ because: 'decided' })
  expect(await firstOf(asked)).toMatchObject({ state: 'open', dueAt: null, leftMinutes: 150 })
  await due(400)
  expect(await firstOf(asked)).toMatchObject({ state: 'open', dueAt: null, leftMinutes: 150 })
  expect(await steer(resumeRound, asked, minutesOn(400), {})).toEqual({ outcome: 'done' })
  // 70 minutes are left of Monday, 80 of Tuesday from eight.
  expect(await firstOf(asked)).toMatchObject({ dueAt: new Date('2026-11-24T09:10:00Z') })
  expect(await steer(widenRound, asked, minutesOn(410), { toStep: 4 })).toMatchObject({ because: 'bad-step' })
  expect(await steer(widenRound, asked, minutesOn(410), { toStep: 3 })).toMatchObject({ outcome: 'done' })
  expect((await world.offers(asked.id)).map(({ step, state }) => [step, state])).toEqual([
    ...[[1, 'open']],
    ...[[3, 'open']],
    ...[[3, 'open']],
  ])
  expect(await steer(cancelRound, asked, minutesOn(420), {})).toEqual({ outcome: 'done' })
  expect((await world.offers(asked.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  expect(await world.package(asked.id)).toMatchObject({ state: 'waiting' })
  expect(await world.answer(first, accept, minutesOn(421))).toMatchObject({ because: 'over' })
  expect(await world.open(await world.package(asked.id), { at: minutesOn(430) })).toMatchObject({ outcome: 'done' })
  expect((await world.rounds(asked.id)).map(({ number }) => number)).toEqual([2, 1])
})

test('a price above the limit is sent to who may approve it; approved, the offer goes, declined, the next is asked', async () => {
  const dear = await newBrokerage(database, {
    steps: [sampleStep({ approvalAbove: 2000 }), ...sampleSteps.slice(1)],
  })
  const { partnership, finance, broker } = dear
  for (const approve of [true, false]) {
    const asked = await dear.askPackage()
    expect(await dear.open(asked)).toMatchObject({ outcome: 'done', sent: [] })
    const [round] = await dear.rounds(asked.id)
    expect(round).toMatchObject({ state: 'approval' })
    const [approval] = await dear.act((db) => approvalsOfPackage(db, partnership.id, asked.id))
    expect(approval).toMatchObject({ hourlyPence: 2100, abovePence: 2000, weeklyPence: 14700, state: 'asked' })
    const decide = (actor: typeof finance) =>
      dear.act(
        (db) =>
          decideApproval(db, actor, {
            ...{ partnershipId: partnership.id, approvalId: approval?.id ?? '', approve, words: 'Agreed by the panel' },
            at: minutesOn(30),
          }),
        actor,
      )
    expect(await decide(broker)).toMatchObject({ because: 'not-allowed' })
    expect(await decide(finance)).toEqual({ outcome: 'done' })
    expect(await decide(finance)).toMatchObject({ because: 'decided' })
    expect(await firstOf(asked, dear)).toMatchObject({
      organisationId: approve ? dear.lead.id : dear.fallbacks[0].id,
      sentAt: minutesOn(30),
    })
  }
})

test('a package that rests, or that no rule is for, is not offered', async () => {
  const asked = await world.askPackage()
  await world.act((db) =>
    brokerage(db).updateTable('care_package').set({ state: 'suspended' }).where('id', '=', asked.id).execute(),
  )
  expect(await world.open(asked)).toMatchObject({ because: 'not-live' })
  expect(await world.open(await world.askPackage(), { fromStep: 9 })).toMatchObject({ because: 'bad-step' })
  expect(await world.open(await world.askPackage(), { at: new Date('2025-01-06T10:00:00Z') })).toMatchObject({
    because: 'no-rule',
  })
})
