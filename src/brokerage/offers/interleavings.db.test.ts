import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import type { Database } from '../../core/db/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import type { Id } from '../../core/values/index.ts'
import { nextOffers, type OffersInput } from '../rules/next-offers.ts'
import { brokerage } from '../schema/index.ts'
import type { Answer } from './answer.ts'
import { answerQuestion } from './commands/answer-question.ts'
import { decideProposal } from './commands/decide-proposal.ts'
import { dueWork } from './commands/due-work.ts'
import { isLive } from './commands/open-offers.ts'
import { cancelRound, pauseRound, resumeRound, widenRound } from './commands/steer-round.ts'
import { unplacedOf } from './queries/unplaced.ts'
import { visitsOf } from './unplaced.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

/** Something that somebody does: who it is about is found by a number, whatever there is then. */
interface Step {
  readonly does: (typeof doings)[number]
  readonly which: number
  readonly minutes: number
}

const doings = [
  ...(['accept', 'accept', 'part', 'part', 'decline', 'decline', 'ask', 'propose', 'interest'] as const),
  ...(['reply', 'agree', 'refuse', 'pause', 'resume', 'widen', 'cancel', 'open', 'wait', 'wait'] as const),
] as const

const step = fc.record({
  does: fc.constantFrom(...doings),
  which: fc.nat({ max: 20 }),
  minutes: fc.integer({ min: 0, max: 90 }),
})

/** Does one thing at a time, in the name of whoever would. */
async function doStep(packageId: Id, { does, which }: Step, at: Date): Promise<void> {
  const { partnership, broker, act } = world
  const partnershipId = partnership.id
  const offers = await world.offers(packageId)
  // Also those that are over: whoever answers them is refused.
  const offer = offers[which % Math.max(offers.length, 1)]
  const { version, lines } = await world.package(packageId)
  const steered = { partnershipId, packageId, version: which === 0 ? version - 1 : version, at }
  const startOn = '2027-01-04'
  const answers: Partial<Record<Step['does'], Answer>> = {
    accept: { kind: 'accept', startOn },
    decline: { kind: 'decline', reason: 'no-capacity-staff', words: '' },
    ask: { kind: 'ask', words: 'Is there a key safe?' },
    interest: { kind: 'interest' },
    part: { kind: 'accept-part', startOn, visits: visitsOf(lines).filter((_, index) => index % 3 !== which % 3) },
    propose: {
      kind: 'propose',
      proposal: { startOn, words: '', lines: lines.slice(0, 1).map(({ id, days }) => ({ id, days, band: 'midday' })) },
    },
  }
  const answer = answers[does]
  if (answer) return void (offer && (await world.answer(offer, answer, at)))
  const asked = { partnershipId, offerId: offer?.id ?? '', at }
  await act(async (db) => {
    if (does === 'reply' && offer) await answerQuestion(db, broker, { ...asked, words: 'Yes.' })
    if (does === 'agree' && offer) await decideProposal(db, broker, { ...asked, accept: true })
    if (does === 'refuse' && offer) await decideProposal(db, broker, { ...asked, accept: false })
    if (does === 'pause') await pauseRound(db, broker, steered)
    if (does === 'resume') await resumeRound(db, broker, steered)
    if (does === 'widen') await widenRound(db, broker, { ...steered, toStep: 1 + (which % 3) })
    if (does === 'cancel') await cancelRound(db, broker, steered)
  }, broker)
  if (does === 'open') await world.open(await world.package(packageId), { at })
  if (does === 'wait') await dueWork(database, at, partnershipId)
}

/** What holds after everything that anybody does. */
async function lawsHold(packageId: Id): Promise<void> {
  const partnershipId = world.partnership.id
  const [round, ...before] = await world.rounds(packageId)
  const offers = await world.offers(packageId)
  const asked = offers.map(({ roundId, organisationId }) => `${roundId} ${organisationId}`)
  expect(new Set(asked).size, 'nobody is asked twice in a round').toBe(asked.length)
  const open = offers.filter(isLive)
  expect(open.every(({ roundId }) => roundId === round?.id && round.closedAt === null)).toBe(true)
  expect(before.every(({ closedAt }) => closedAt !== null)).toBe(true)
  const placed = await world.act((db) =>
    brokerage(db)
      .selectFrom('placed_visit')
      .select(['line_id', 'weekday'])
      .where('package_id', '=', packageId)
      .execute(),
  )
  const visits = placed.map(({ line_id, weekday }) => `${line_id} ${weekday}`)
  expect(new Set(visits).size, 'no visit is accepted twice').toBe(visits.length)
  const { state } = await world.package(packageId)
  const left = await world.act((db) => unplacedOf(db, partnershipId, packageId, '2027-01-04'))
  if (state === 'placed') expect(left).toBeUndefined()
  if (state === 'offering') expect(round?.closedAt).toBeNull()
  if (round?.state === 'running') expect(open.length, 'a running round waits for somebody').toBeGreaterThan(0)
  const reveals = await world.act((db) =>
    brokerage(db)
      .selectFrom('reveal as r')
      .innerJoin('offer as o', 'o.id', 'r.offer_id')
      .select(['r.stage', 'r.content', 'o.state'])
      .where('r.package_id', '=', packageId)
      .execute(),
  )
  for (const { stage, content, state: of } of reveals) {
    const accepted = of === 'accepted' || of === 'part-accepted'
    if (stage === 'person') expect(accepted, 'who it is is told after acceptance only').toBe(true)
    expect(content !== null, 'what was told is taken back when nothing came of it').toBe(
      accepted || isLive({ state: of }),
    )
  }
}

test('in whatever order things happen, hours are accepted once, nobody is asked out of turn, and every round ends', {
  timeout: 300_000,
}, async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (script) => {
      const { id: packageId } = await world.askPackage({ startBy: '2027-01-04' })
      await world.open(await world.package(packageId))
      let minutes = 1
      for (const one of script) {
        minutes += one.minutes
        await doStep(packageId, one, minutesOn(minutes))
        await lawsHold(packageId)
        steps += 1
      }
      // Left alone, it comes to an end: nobody answers any more.
      const { version } = await world.package(packageId)
      const paused = (await world.rounds(packageId))[0]?.state === 'paused'
      const at = minutesOn(minutes)
      const steered = { partnershipId: world.partnership.id, packageId, version, at }
      if (paused) await world.act((db) => resumeRound(db, world.broker, steered), world.broker)
      for (const { id: offerId, state } of await world.offers(packageId)) {
        const asked = { partnershipId: world.partnership.id, offerId, at }
        if (state === 'asked')
          await world.act((db) => answerQuestion(db, world.broker, { ...asked, words: 'Yes.' }), world.broker)
        if (state === 'proposed')
          await world.act((db) => decideProposal(db, world.broker, { ...asked, accept: false }), world.broker)
      }
      for (let day = 1; day <= 6; day += 1)
        await dueWork(database, minutesOn(minutes + day * 1440), world.partnership.id)
      expect(
        (await world.rounds(packageId)).every(({ closedAt }) => closedAt !== null),
        'every round ends',
      ).toBe(true)
      await lawsHold(packageId)
      for (const { rule, payload } of await world.told(packageId)) {
        const { input, decision } = payload as { input: OffersInput; decision: unknown }
        if (rule === 'offer-order') expect(JSON.parse(JSON.stringify(nextOffers(input)))).toEqual(decision)
      }
    }),
    { numRuns: Number(process.env.INTERLEAVINGS ?? 8) },
  )
  expect(steps).toBeGreaterThan(50)
  expect(await world.act((db) => verifyLedger(db, world.partnership.id))).toMatchObject({ ok: true })
})
