import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Brokerage, minutesOn, monday, newBrokerage } from '../../../test/support/brokerage.ts'
import { openNew } from '../../../test/support/new-database.ts'
import { offerRule, ruleStep } from '../../../test/support/offer-rules.ts'
import { pictureRegister } from '../../../test/support/register.ts'
import { newProvider } from '../../../test/support/sample-contract.ts'
import type { Database } from '../../core/db/index.ts'
import { countingQueries } from '../../core/db/index.ts'
import { entriesOf } from '../../core/ledger/index.ts'
import { declareCapacity, registrationsOf, suspendProvider } from '../../providers/index.ts'
import { working } from '../commands/work.ts'
import { answerOffer } from '../offers/commands/answer-offer.ts'
import { dueWork } from '../offers/commands/due-work.ts'
import { openRound } from '../offers/commands/open-round.ts'
import { offersOfPackage } from '../offers/queries/offer.ts'
import { type RuleSaved, saveRule } from './commands/save-rule.ts'
import { nextOffers } from './next-offers.ts'
import { candidatesFor } from './queries/candidates.ts'
import { keptRules } from './queries/kept-rules.ts'
import { pastRounds } from './queries/past-rounds.ts'
import { replayPast } from './queries/replay-past.ts'
import { ruleFor, ruleVersion } from './queries/rule.ts'
import { summaryOf } from './replay-summary.ts'
import type { RuleDraft } from './rule-draft.ts'

let database: Database
let world: Brokerage
beforeAll(async () => {
  database = await openNew()
  world = await newBrokerage(database)
})
afterAll(() => database.close())

const on = '2026-11-30'

const asked = () => ({
  partnershipId: world.partnership.id,
  serviceType: world.serviceType,
  area: world.area,
  on,
  at: monday,
})

const lines = [
  { id: 'l1', band: 'morning', days: [1, 2, 3, 4, 5, 6, 7], minutes: 30, carers: 2 },
  { id: 'l2', band: 'evening', days: [1, 3, 5], minutes: 45, carers: 1 },
] as const

const candidates = (of: Partial<Parameters<typeof candidatesFor>[1]> = {}) =>
  world.act((db) => candidatesFor(db, { ...asked(), lines, ...of }))

const numberOf = async (organisationId: string) => {
  const found = await world.act((db) => registrationsOf(db, [organisationId]))
  return found.find(({ regulator }) => regulator === 'care-inspectorate')?.providerNumber ?? ''
}

test('everyone who might be asked is told with place, price, grade and hours left; those beside the lots only when registered', async () => {
  const beside = await newProvider(database)
  const unknown = await newProvider(database)
  const service = { service_type: 'care-at-home', care_service: 'Support Service', places: null }
  await pictureRegister(database, {
    asOf: '2026-09-30',
    services: [
      { ...service, number: 'CS1', provider_number: await numberOf(world.lead.id), lowest_grade: 2 },
      { ...service, number: 'CS3', provider_number: await numberOf(beside.id), lowest_grade: 3 },
    ],
  })
  await pictureRegister(database, {
    asOf: '2026-10-31',
    services: [
      { ...service, number: 'CS1', provider_number: await numberOf(world.lead.id), lowest_grade: 5, place: world.area },
      { ...service, number: 'CS2', provider_number: await numberOf(world.lead.id), lowest_grade: 4 },
      { ...service, number: 'CS3', provider_number: await numberOf(beside.id), lowest_grade: 3 },
    ],
  })
  for (const { id } of [beside, unknown, world.lead]) {
    await world.act((db) =>
      declareCapacity(db, world.system, monday, {
        ...asked(),
        organisationId: id,
        minutesByBand: { morning: 300, midday: 900 },
      }),
    )
  }
  const found = await candidates()
  const of = (id: string) => found.find(({ organisationId }) => organisationId === id)
  // 7 × 30 minutes of two carers and 3 × 45 of one, at £21 an hour.
  expect(of(world.lead.id)).toMatchObject({
    organisation: world.lead.name,
    place: { role: 'lead', rank: 1, contractId: world.contractId },
    inHouse: false,
    hindrance: null,
    hourlyPence: 2100,
    weeklyPence: 14 * 1050 + 3 * 1575,
    grade: 4,
    placedMinutes: 0,
    lastAskedAt: null,
    freeMinutes: 300,
  })
  expect(of(world.fallbacks[0].id)).toMatchObject({ place: { role: 'fallback' }, grade: null, freeMinutes: null })
  expect(of(beside.id)).toMatchObject({ place: null, grade: 3, hourlyPence: null, freeMinutes: 300 })
  expect(of(unknown.id)).toBeUndefined()
  expect(found).toHaveLength(6)
})

test('whoever is suspended stays a candidate with the reason, so that it can be told', async () => {
  const [fallback] = world.fallbacks
  const sick = await newBrokerage(database)
  await sick.act(
    (db) =>
      suspendProvider(db, sick.officer, {
        partnershipId: sick.partnership.id,
        organisationId: sick.fallbacks[0].id,
        from: '2026-11-23',
        until: null,
        reason: 'A concern',
        at: monday,
      }),
    sick.officer,
  )
  const found = await sick.act((db) => candidatesFor(db, { ...asked(), partnershipId: sick.partnership.id, lines }))
  const one = found.find(({ organisationId }) => organisationId === sick.fallbacks[0].id)
  expect(one?.hindrance).toBe(`Placing with ${sick.fallbacks[0].name} is suspended.`)
  expect((await candidates()).find(({ organisationId }) => organisationId === fallback.id)?.hindrance).toBeNull()
})

test('the number of queries does not grow with providers', async () => {
  const counted = await countingQueries(() => candidates())
  expect(counted.queries).toBeLessThanOrEqual(12)
})

const save = (draft: Partial<RuleDraft>, by = world.officer): Promise<RuleSaved> =>
  world.act(
    (db) =>
      working({ db, partnershipId: world.partnership.id, actor: by, at: monday }, (work) =>
        saveRule(work, {
          name: 'Care at home lots',
          contractId: world.contractId,
          serviceType: world.serviceType,
          from: '2026-04-01',
          reason: 'Specification, section 4',
          seen: 0,
          hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
          steps: [ruleStep()],
          ...draft,
        }),
      ),
    by,
  )

test('a contract’s own rule goes before the partnership’s, and a new version ends the one before', async () => {
  const rule = (day: string) =>
    world.act((db) => ruleFor(db, world.partnership.id, { serviceType: world.serviceType, area: world.area, on: day }))
  expect(await rule(on)).toMatchObject({ id: world.rule.ruleId, contractId: null })
  const first = await save({})
  expect(first).toMatchObject({ outcome: 'saved', version: 1 })
  expect(await rule(on)).toMatchObject({ contractId: world.contractId, version: 1, until: null })
  expect(await rule('2026-03-31')).toMatchObject({ contractId: null })
  expect(await save({ seen: 0 })).toMatchObject({ outcome: 'conflict', version: 1 })
  const second = await save({ seen: 1, from: '2026-12-01', reason: 'Review of 2026' })
  expect(second).toMatchObject({ outcome: 'saved', version: 2 })
  expect(await rule(on)).toMatchObject({ version: 1, until: '2026-12-01' })
  expect(await rule('2026-12-01')).toMatchObject({ version: 2 })
  if (second.outcome !== 'saved' || first.outcome !== 'saved') return
  const kept = await world.act((db) => ruleVersion(db, world.partnership.id, first.versionId))
  expect(kept).toMatchObject({ version: 1 })
  const [listed] = await world.act((db) => keptRules(db, world.partnership.id, first.ruleId))
  expect(listed).toMatchObject({
    name: 'Care at home lots',
    contract: { id: world.contractId, title: 'Care at home' },
    versions: [
      { version: 2, from: '2026-12-01', until: null, reason: 'Review of 2026' },
      { version: 1, from: '2026-04-01', until: '2026-12-01' },
    ],
  })
  const told = await world.act((db) => entriesOf(db, world.partnership.id, { kind: 'offer-rule', id: first.ruleId }))
  expect(told.map(({ event }) => event)).toEqual(['brokerage.rule-saved', 'brokerage.rule-saved'])
})

test('a rule that can never end, overlaps another version or is about nothing is refused and nothing changes', async () => {
  const before = await world.act((db) => keptRules(db, world.partnership.id))
  const sentences = async (draft: Partial<RuleDraft>) => {
    const outcome = await save(draft)
    return outcome.outcome === 'refused' ? outcome.problems.map(({ sentence }) => sentence) : outcome
  }
  expect(await sentences({ seen: 2, from: '2027-01-01', steps: [ruleStep({ window: 0 })] })).toEqual([
    'Step 1: it has no time to answer. A round would wait for ever.',
  ])
  expect(await sentences({ seen: 2, from: '2026-12-01' })).toEqual([
    'Version 2 begins on 1 December 2026; a new one can begin on the day after at the earliest.',
  ])
  expect(await sentences({ serviceType: 'nothing' })).toEqual(['Choose the kind of service that the rule is about.'])
  expect(await sentences({ serviceType: 'day-support' })).toMatchObject([
    expect.stringMatching(/^No lot of .* is for day support\.$/),
  ])
  expect(await sentences({ contractId: world.partnership.id })).toEqual([
    'Choose a contract of the partnership that has open lots.',
  ])
  expect(await world.act((db) => keptRules(db, world.partnership.id))).toEqual(before)
})

test('of two who save a version at once, one is told of the other', async () => {
  const both = await Promise.all([
    save({ seen: 2, from: '2027-02-01', reason: 'One' }),
    save({ seen: 2, from: '2027-02-01', reason: 'Other' }),
  ])
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved'])
})

test('replay equals history: kept decisions come out again, and under the same rule the rounds go as they went', async () => {
  // By the partnership's own rule, in a partnership of its own.
  world = await newBrokerage(database)
  const own = world.partnership.id
  const first = await world.askPackage()
  const second = await world.askPackage()
  for (const one of [first, second]) {
    const opened = await world.act(
      (db) => openRound(db, world.broker, { partnershipId: own, packageId: one.id, version: one.version, at: monday }),
      world.broker,
    )
    expect(opened).toMatchObject({ outcome: 'done' })
  }
  const reply = async (packageId: string, by: { id: string }, minutes: number, how: 'decline' | 'accept') => {
    const offers = await world.act((db) => offersOfPackage(db, own, packageId))
    const offer = offers.find(({ organisationId }) => organisationId === by.id)
    const outcome = await world.act((db) =>
      answerOffer(db, world.providerOf(by), {
        partnershipId: own,
        offerId: offer?.id ?? '',
        answer: how === 'decline' ? { kind: how, reason: 'no-capacity-time', words: '' } : { kind: how, startOn: on },
        at: minutesOn(minutes),
      }),
    )
    expect(outcome).toMatchObject({ outcome: 'done' })
  }
  await reply(first.id, world.lead, 5, 'accept')
  await reply(second.id, world.lead, 6, 'decline')
  await dueWork(database, minutesOn(7), own)
  await reply(second.id, world.fallbacks[0], 8, 'accept')
  const window = { from: new Date('2026-11-23T00:00:00Z'), to: new Date('2026-11-24T00:00:00Z') }
  const rounds = await world.act((db) => pastRounds(db, own, { serviceType: world.serviceType, ...window, limit: 10 }))
  expect(rounds.map(({ decisions }) => decisions.length)).toEqual([1, 2])
  for (const { input, decision } of rounds.flatMap(({ decisions }) => decisions)) {
    expect(nextOffers(input)).toEqual(decision)
  }
  const rule = await world.act((db) => ruleVersion(db, own, world.rule.versionId))
  if (!rule) throw new Error('The rule is gone.')
  const replay = (by: typeof rule) => replayPast(database, world.system, { partnershipId: own, rule: by, ...window })
  expect(summaryOf((await replay(rule)).rounds)).toMatchObject({ rounds: 2, same: 2, wantedMinutes: 840 })
  // Without the lead, the fallback that was asked then answers as it did, and of the round it was not asked in nobody knows.
  const other = offerRule([ruleStep({ pool: { kind: 'fallback' } })])
  const { rounds: otherwise } = await replay({ ...rule, steps: other.steps })
  expect(otherwise.map(({ after }) => after.map(({ basis }) => basis))).toEqual([['unknown', 'unknown'], ['answer']])
  const late = await save({ contractId: null, seen: 1, from: '2026-11-22', name: 'Care at home' })
  expect(late).toMatchObject({ outcome: 'refused', problems: [{ field: 'from' }] })
  expect(await replay({ ...rule, serviceType: 'day-support' })).toEqual({ rounds: [], more: false })
})
